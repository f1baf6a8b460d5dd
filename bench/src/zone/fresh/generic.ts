import { rdataToWire, parseRdata, tokensOf, typeCode } from '@zonewright/zone'
import type { Random } from './random.ts'

/** Octets that are rdata of the type, in hexadecimal digits; `undefined` when this reader takes the text for none. */
function wireOf(type: string, rdata: string): string | undefined {
  try {
    return Buffer.from(rdataToWire(type, parseRdata(type, tokensOf(rdata), 'example.com.'))).toString('hex')
  } catch {
    return undefined
  }
}

function inPieces(digits: string, random: Random): string[] {
  if (digits.length < 3 || random.once(2)) return [digits]
  const at = 1 + random.below(digits.length - 1)
  return [digits.slice(0, at), ...inPieces(digits.slice(at), random)]
}

type Form = (digits: string, random: Random) => readonly [count: number | string, digits: string]
const octets = (digits: string): number => digits.length / 2

/** What the generic form may hold, by name; only the first is sure to be right. */
const forms: Readonly<Record<string, Form>> = {
  'generic': (digits) => [octets(digits), digits],
  'generic in upper case': (digits) => [octets(digits), digits.toUpperCase()],
  'generic with wrong length': (digits, random) => [random.of<number | string>(octets(digits) + 1, Math.max(0, octets(digits) - 1), 65535, 65536, -1, 'x', '', `0x${octets(digits)}`), digits],
  'generic with odd digits': (digits, random) => [octets(digits), random.of(digits.slice(1), `${digits}0`, digits.replace(/.$/, 'g'), `0x${digits}`, `"${digits}"`)],
  'generic with octets cut': (digits, random) => {
    const kept = digits.slice(0, 2 * random.of(Math.max(0, octets(digits) - 1), random.below(octets(digits) + 1)))
    return [octets(kept), kept]
  },
  'generic with octets more': (digits, random) => {
    const longer = digits + random.of('00', 'ff', '0102')
    return [octets(longer), longer]
  },
  'generic with octets changed': (digits, random) => {
    const at = 2 * random.below(Math.max(1, octets(digits)))
    const changed = digits.slice(0, at) + random.of('00', 'ff', '80', 'c0', '01') + digits.slice(at + 2)
    return [octets(changed), changed]
  },
}

/** Names of the ways to write the generic form. */
export const genericWays: readonly string[] = Object.keys(forms)

/** The generic form of rdata (RFC 3597 section 5) in one of the ways; `undefined` when the rdata is none. */
export function genericForm({ type, rdata, way }: { readonly type: string; readonly rdata: string; readonly way: string }, random: Random): { readonly type: string; readonly tokens: readonly string[] } | undefined {
  const wire = wireOf(type, rdata)
  if (wire === undefined) return undefined
  const [count, digits] = (forms[way] as Form)(wire, random)
  return { type: random.once(3) ? `TYPE${typeCode(type)}` : type, tokens: ['\\#', String(count), ...inPieces(digits, random)].filter((token) => token !== '') }
}
