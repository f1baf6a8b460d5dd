import type { Random } from './random.ts'

/** Spoils the tokens of rdata; `undefined` when there is nothing to spoil in this way. */
type Spoil = (tokens: readonly string[], random: Random) => readonly string[] | undefined

/** Spoils one token that fits a pattern. */
function token(pattern: RegExp, change: (text: string, random: Random) => string): Spoil {
  return (tokens, random) => {
    const fitting = tokens.flatMap((text, index) => (pattern.test(text) ? [index] : []))
    if (fitting.length === 0) return undefined
    const at = fitting[random.below(fitting.length)] as number
    return tokens.with(at, change(tokens[at] as string, random))
  }
}

const cutAt = (text: string, at: number, put: string, skip = 0): string => text.slice(0, at) + put + text.slice(at + skip)
const within = (text: string, random: Random): number => random.below(text.length)
const data = /^[0-9A-Za-z+/]{6,}={0,2}$/
const domain = /^[A-Za-z][-A-Za-z0-9]*(\.[-A-Za-z0-9]+)*\.?$/

/** Ways to spoil rdata of any type, by name. */
export const spoils: Readonly<Record<string, Spoil>> = {
  'token dropped': (tokens, random) => (tokens.length === 0 ? undefined : tokens.toSpliced(random.below(tokens.length), 1)),
  'last token dropped': (tokens) => (tokens.length === 0 ? undefined : tokens.slice(0, -1)),
  'token added behind': (tokens, random) => [...tokens, random.of('extra', '0', '""', '"x"', '.', '-', '1.2.3.4', 'A', '@')],
  'token doubled': (tokens, random) => {
    const at = random.below(Math.max(1, tokens.length))
    return tokens.length === 0 ? undefined : tokens.toSpliced(at, 0, tokens[at] as string)
  },
  'tokens swapped': (tokens, random) => {
    if (tokens.length < 2) return undefined
    const at = random.below(tokens.length - 1)
    return tokens.toSpliced(at, 2, tokens[at + 1] as string, tokens[at] as string)
  },
  'tokens joined': (tokens, random) => {
    if (tokens.length < 2) return undefined
    const at = random.below(tokens.length - 1)
    return tokens.toSpliced(at, 2, `${tokens[at]}${tokens[at + 1]}`)
  },
  'no rdata': () => [],
  'number too large': token(/^\d+$/, (_, random) => random.of('256', '65536', '4294967296', '99999999999', '18446744073709551616')),
  'number that is none': token(/^\d+$/, (text, random) => random.of('-1', `+${text}`, `${text}.0`, `0x${text}`, `${text}x`, 'x', `${text},`, `-${text}`)),
  'number written oddly': token(/^\d+$/, (text, random) => random.of(`0${text}`, `"${text}"`, `00${text}`, `\\04${random.below(10)}`)),
  'token in quotes': token(/^[^"]*$/, (text) => `"${text}"`),
  'empty quotes': token(/./, () => '""'),
  'quotes removed': token(/^"/, (text) => text.slice(1, -1)),
  'quote opened': token(/./, (text, random) => random.of(`"${text.replaceAll('"', '')}`, `${text.replaceAll('"', '')}"`)),
  'string too long': token(/^"|[A-Za-z]/, (text, random) => random.of(`"${'s'.repeat(256)}"`, 's'.repeat(300), `"${'\\115'.repeat(256)}"`)),
  'empty label': token(domain, (text, random) => random.of(`.${text}`, `${text.replace(/\.$/, '')}..`, text.includes('.') ? text.replace('.', '..') : `${text}..x`)),
  'label too long': token(domain, (text, random) => random.of(`${'l'.repeat(64)}.${text}`, `${'l'.repeat(64)}.`, `${'\\108'.repeat(64)}.${text}`)),
  'name too long': token(domain, (text) => `${`${'n'.repeat(50)}.`.repeat(5)}${text.slice(0, 10)}.`),
  'bad escape': token(/[a-z]/, (text, random) => cutAt(text, within(text, random), random.of('\\256', '\\999', '\\1', '\\25', '\\2x'), 1)),
  'odd name': token(domain, (text, random) => random.of(`${text.replace(/\.$/, '')}_x`, `a@${text}`, `-${text}`, `${text.replace(/\.$/, '')}-.`, `*.${text}`, `\\@.${text}`, 'é.example.', `a,b.${text}`, '192.0.2.1', `${text}\\`)),
  'data cut': token(data, (text, random) => random.of(text.slice(1), text.slice(0, -1), text.slice(0, -3))),
  'wrong alphabet': token(data, (text, random) => cutAt(text, within(text, random), random.of('!', '*', '-', '_', '.', 'é', 'g'), 1)),
  'data longer': token(data, (text, random) => text + random.of('0', '00', 'A', '=', 'AA==', '0000')),
  'padding changed': token(/=$/, (text, random) => random.of(text.replace(/=+$/, ''), `${text}=`, text.replace(/=+$/, '===='), `${text}AQID`, text.replace(/.(=+)$/, '/$1'))),
  'data too short': token(data, (_, random) => random.of('00', 'AA==', 'ab', '0', '=')),
  'bad IPv4 address': token(/^\d+\.\d+\.\d+\.\d+$/, (text, random) => random.of(text.replace(/\d+$/, '256'), text.replace(/\.\d+$/, ''), `${text}.1`, `${text}.`, text.replace('.', '..'), text.replace(/^\d+/, '0$&'), text.replace(/\d+$/, 'x'), text.replace('.', ','), `${text}/32`, '::1', 'host', text.replace(/^\d+/, '-1'))),
  'bad IPv6 address': token(/^[0-9a-fA-F]*:[0-9a-fA-F:.]+$/, (text, random) => random.of(`${text}::`, `${text}:1:2:3:4:5:6:7:8`, text.replace(/[0-9a-fA-F]+/, '12345'), text.replace(/[0-9a-fA-F]/, 'g'), `${text}%eth0`, `${text}/64`, `[${text}]`, `:${text}`, '1:2:3', '192.0.2.1', `${text}:`)),
  'bad time': token(/^\d{10,14}$/, (_, random) => random.of('20261301000000', '20260230000000', '20260101250000', '2026010100000', '202601010000000', '20260101006000', '20261232000000', '00000000000000', '2026-01-01', '4294967296', '99999999999999')),
  'unknown mnemonic': token(/^[A-Z][A-Z0-9-]+$/i, (text, random) => random.of('NOSUCH', 'TYPE65536', 'TYPE', 'TYPEx', `${text}X`, 'TYPE-1', '70000')),
  'other mnemonic': token(/^[A-Z][A-Z0-9-]+$/i, (_, random) => random.of('ANY', 'TYPE0', 'OPT', 'TYPE001', '*', 'AXFR', 'type5', 'TYPE41')),
  'bad separator': token(/[-:./]/, (text, random) => text.replaceAll(/[-:./]/g, random.of(':', '-', '.', '', '/', ' '))),
  'generic mark': (tokens, random) => [random.of('\\#', '"\\#"', '#', '\\#0', '\\35'), ...tokens],
  'parenthesis opened': (tokens) => ['(', ...tokens],
  'parenthesis closed': (tokens) => [...tokens, ')'],
  'comment cuts': (tokens, random) => (tokens.length === 0 ? undefined : tokens.toSpliced(random.below(tokens.length), 0, ';')),
  'control character': token(/[a-z]/, (text, random) => cutAt(text, within(text, random), random.of('\u0001', '\u007F', '\u00A0'))),
  'range of a field': token(/^\d+$/, (text, random) => random.of('255', '65535', '4294967295', '2147483648', '0')),
}
