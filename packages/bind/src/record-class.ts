const classNames: Readonly<Record<string, string>> = {
  IN: 'IN', CH: 'CH', CHAOS: 'CH', HS: 'HS', HESIOD: 'HS', CLASS1: 'IN', CLASS3: 'CH', CLASS4: 'HS',
}

/**
 * Canonical mnemonic of a class, or an empty string when the text is no class of data (RFC 1035 section 3.2.4, RFC 3597 section 5).
 *
 * The classes NONE and ANY stand only in queries and updates, so they are no classes here.
 * @example recordClass('class1') // 'IN'
 */
export function recordClass(text: string): string {
  if (text === 'IN' || text === 'in') return 'IN'
  if (text.length > 32) return ''
  const upper = text.toUpperCase()
  if (Object.hasOwn(classNames, upper)) return classNames[upper] as string
  const code = Number(/^CLASS(\d+)$/.exec(upper)?.[1] ?? 0)
  if (code === 0 || code > 65535 || code === 254 || code === 255) return ''
  return classNames[`CLASS${code}`] ?? `CLASS${code}`
}
