import type { Random } from './random.ts'

const blank = (random: Random): string => random.of(' ', ' ', ' ', '\t', '  ', ' \t ')
const lineEnd = (random: Random): string => random.of('\n', '\n\t', ' \n  ', ' ; a comment\n ', ';"(\n', '\n\n ')

/** Writes the rdata of a line: blanks at will, sometimes over several lines in parentheses. */
export function written(tokens: readonly string[], random: Random): string {
  if (tokens.length === 0) return ''
  if (!random.once(4)) return tokens.join(blank(random))
  const open = random.below(tokens.length)
  const close = open + 1 + random.below(tokens.length - open)
  let text = ''
  tokens.forEach((token, index) => {
    if (index > 0) text += index > open && index < close ? random.of(blank(random), lineEnd(random)) : blank(random)
    if (index === open) text += `(${random.of('', ' ', lineEnd(random))}`
    text += token
    if (index === close - 1) text += random.of(')', ' )', `${lineEnd(random)})`)
  })
  return text
}

/**
 * Writes a whole line of a type: its head, then the rdata, sometimes a comment.
 *
 * Heads that some program does not read at all, such as a class before the TTL, have cases of their own: here they would take its vote on the rdata.
 */
export function line(type: string, rdata: string, random: Random): string {
  const owner = type === 'SOA' ? random.of('@', 'example.com.', '@') : random.of('t', 't', 't', 'T.x', '_t._tcp', 't.example.com.', 'Q-1', '*.w', '1', 't\\.u', '\\116')
  const head = random.of('', '', '', '60', 'IN', 'in', '60 IN', '60', '1h', '1H30M IN', '1d', '0', 'IN')
  const name = random.of(type, type, type, type.toLowerCase())
  return `${owner}${blank(random)}${head === '' ? '' : head + blank(random)}${name}${rdata === '' ? '' : blank(random) + rdata}${random.of('', '', '', '', ' ', ' ; comment', '\t;', ';x')}`
}
