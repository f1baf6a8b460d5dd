import { Refusal } from './refusal.ts'

/** The numbers that a `$GENERATE` counts through, ends included. */
export interface GenerateRange {
  readonly start: number
  readonly stop: number
  readonly step: number
}

/** A `$` of a template: what is added to the number and how it is written. */
interface Modifier {
  readonly text: string
  readonly offset: number
  readonly width: number
  readonly base: string
}

/** A text of `$GENERATE` taken apart once: literal pieces and numbers. */
export type GenerateTemplate = readonly (string | Modifier)[]

const LARGEST = 2_147_483_647

/**
 * Reads `start-stop` or `start-stop/step` as BIND's `$GENERATE` has it.
 * @throws Refusal `generate-range` when the range is empty, the step is 0 or a number is too large.
 * @example parseGenerateRange('1-9/2') // { start: 1, stop: 9, step: 2 }
 */
export function parseGenerateRange(text: string): GenerateRange {
  const match = /^(\d{1,10})-(\d{1,10})(?:\/(\d{1,10}))?$/.exec(text)
  const start = Number(match?.[1])
  const stop = Number(match?.[2])
  const step = Number(match?.[3] ?? 1)
  // NaN fails every comparison, so a text of another form is refused here too.
  if (!(start <= stop && stop <= LARGEST && step > 0 && step <= LARGEST)) throw new Refusal('generate-range', text)
  return { start, stop, step }
}

/**
 * How many numbers a range has.
 * @example generateCount({ start: 1, stop: 9, step: 2 }) // 5
 */
export function generateCount(range: GenerateRange): number {
  return Math.floor((range.stop - range.start) / range.step) + 1
}

/**
 * Takes a text with `$`, `$$`, `\$` and `${offset,width,base}` apart; escapes stay in the literal pieces.
 * @throws Refusal `generate-modifier` when a brace holds anything else.
 * @example expandTemplate(parseTemplate('host${0,3,d}'), 7) // 'host007'
 */
export function parseTemplate(text: string): GenerateTemplate {
  const parts: (string | Modifier)[] = []
  let literal = ''
  let i = 0
  while (i < text.length) {
    const at = nextSpecial(text, i)
    literal += text.slice(i, at)
    i = at
    if (i >= text.length) break
    if (text[i] === '\\' || text[i + 1] === '$') {
      literal += text[i] === '\\' ? text.slice(i, i + 2) : '$'
      i += 2
      continue
    }
    if (literal !== '') parts.push(literal)
    literal = ''
    const modifier = text[i + 1] === '{' ? parseModifier(text, i) : { text: '$', offset: 0, width: 0, base: 'd' }
    parts.push(modifier)
    i += modifier.text.length
  }
  if (literal !== '') parts.push(literal)
  return parts
}

function nextSpecial(text: string, from: number): number {
  let i = from
  while (i < text.length && text[i] !== '$' && text[i] !== '\\') i++
  return i
}

function parseModifier(text: string, at: number): Modifier {
  // Bounded, so that a text full of open braces stays linear.
  const match = /^\$\{([+-]?\d{1,10})(?:,(\d{1,10})(?:,([doxXnN]))?)?\}/.exec(text.slice(at, at + 32))
  const offset = Number(match?.[1])
  const width = Number(match?.[2] ?? 0)
  if (match === null || Math.abs(offset) > LARGEST || width > 255) throw new Refusal('generate-modifier', text.slice(at, at + 32))
  return { text: match[0], offset, width, base: match[3] ?? 'd' }
}

/**
 * Writes a template for one number.
 * @throws Refusal `generate-number` when a negative number has a base other than decimal.
 * @example expandTemplate(parseTemplate('${0,2,n}.arpa'), 31) // 'f.1.arpa'
 */
export function expandTemplate(template: GenerateTemplate, number: number): string {
  let text = ''
  for (const part of template) text += typeof part === 'string' ? part : writeNumber(part, number + part.offset)
  return text
}

function writeNumber({ base, width, text }: Modifier, value: number): string {
  if (base === 'd') return value < 0 ? `-${String(-value).padStart(width - 1, '0')}` : String(value).padStart(width, '0')
  if (value < 0) throw new Refusal('generate-number', text)
  if (base === 'o') return value.toString(8).padStart(width, '0')
  const digits = base === 'x' || base === 'n' ? value.toString(16) : value.toString(16).toUpperCase()
  return base === 'x' || base === 'X' ? digits.padStart(width, '0') : nibbles(digits, width)
}

// Hexadecimal digits from the lowest up with dots between them; the width counts dots, and an even one ends in a dot.
function nibbles(digits: string, width: number): string {
  const least = Math.ceil(width / 2)
  const labels = [...digits.padStart(least, '0')].reverse().join('.')
  return labels.length < width ? `${labels}.` : labels
}
