const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_.]/g, '')

/** Edits between two names: letters put in, left out, changed, or two neighbours swapped. */
const distance = (one: string, other: string): number => {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      let best = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (same ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) best = Math.min(best, (before[j - 2] as number) + 1)
      next.push(best)
    }
    before = row
    row = next
  }
  return row[other.length] as number
}

/**
 * The known name that a wrong one was most likely meant to be, or undefined when none is near.
 * @example nearest('zoneId', ['zone_id', 'name']) // 'zone_id'
 */
export const nearest = (wrong: string, known: readonly string[]): string | undefined => {
  // A name from anywhere: a very long one is no typing error, and comparing it would cost.
  if (wrong.length > 64) return undefined
  const asked = plain(wrong)
  const exact = known.find((name) => plain(name) === asked)
  if (exact !== undefined) return exact
  const ranked = known.map((name) => ({ name, edits: distance(asked, plain(name)) })).sort((a, b) => a.edits - b.edits)
  const best = ranked[0]
  if (best !== undefined && best.edits <= Math.max(1, Math.floor(Math.min(asked.length, plain(best.name).length) / 3))) return best.name
  return known.find((name) => asked.length > 3 && (plain(name).startsWith(asked) || asked.startsWith(plain(name))))
}
