/** One entry of a list of tags. */
export interface TagEntry {
  /** The tag as `name` or `name:value`. */
  readonly tag: string
  /** The whole entry was a JSON string, so it is never one of the reserved tags. */
  readonly quoted: boolean
}

/**
 * Reads the list after `cf_tags=`: entries with commas between them, values quoted as JSON strings where needed.
 *
 * Returns undefined when the text is no such list. An empty list is an empty text.
 * @example parseTagList('a,b:1,c:"x, y"')?.map((entry) => entry.tag) // ['a', 'b:1', 'c:x, y']
 */
export function parseTagList(text: string): TagEntry[] | undefined {
  const entries: TagEntry[] = []
  if (text === '') return entries
  // Prose such as "see cf_tags= in the manual" must not turn into tags.
  if (text.startsWith(' ') || text.startsWith('\t')) return undefined
  let at = 0
  for (;;) {
    const start = at
    // Names and unquoted values: none of the four characters that ask for quotes.
    while (at < text.length && !'"=,\\'.includes(text[at] as string)) at++
    const plain = text.slice(start, at).trim()
    let tag = plain
    let quoted = false
    if (text[at] === '"') {
      if (plain !== '' && !plain.endsWith(':')) return undefined
      const end = stringEnd(text, at)
      const value = end < 0 ? undefined : jsonString(text.slice(at, end))
      if (value === undefined) return undefined
      at = end
      while (text[at] === ' ') at++
      tag = plain + value
      quoted = plain === ''
    }
    if (tag === '' || (!quoted && !/^[\w-]+(:|$)/.test(tag))) return undefined
    entries.push({ tag: !quoted && tag.indexOf(':') === tag.length - 1 ? tag.slice(0, -1) : tag, quoted })
    if (at === text.length) return entries
    if (text[at] !== ',') return undefined
    at++
  }
}

/**
 * Writes one tag so that {@link parseTagList} reads the same tag.
 * @example printTag('note:a, b', false) // 'note:"a, b"'
 */
export function printTag(tag: string, reserved: boolean): string {
  const colon = tag.indexOf(':')
  const name = colon < 0 ? tag : tag.slice(0, colon)
  if (reserved || !/^[\w-]+$/.test(name)) return quote(tag)
  const value = colon < 0 ? '' : tag.slice(colon + 1)
  if (value === '') return name
  return `${name}:${/^[^\s"=,\\\p{Cc}]+( +[^\s"=,\\\p{Cc}]+)*$/u.test(value) ? value : quote(value)}`
}

// The equals sign is escaped, so that "cf_tags=" never appears inside a value.
function quote(value: string): string {
  return JSON.stringify(value).replaceAll('=', '\\u003d').replace(/[\u007f-\u009f\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function stringEnd(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') return i + 1
  }
  return -1
}

function jsonString(text: string): string | undefined {
  try {
    return JSON.parse(text) as string
  } catch {
    return undefined
  }
}
