import type { Random } from './random.ts'

/** Makes the tokens of one field of rdata, right by its RFC. */
export type Grammar = (random: Random) => readonly string[]

const hexDigits = '0123456789abcdef'
const base32Digits = '0123456789abcdefghijklmnopqrstuv'
const letters = 'abcdefghijklmnopqrstuvwxyz'

const digits = (random: Random, alphabet: string, count: number): string => Array.from({ length: count }, () => alphabet[random.below(alphabet.length)]).join('')
const octets = (random: Random, count: number): Buffer => Buffer.from(Array.from({ length: count }, () => random.below(256)))
const decimal = (octet: number): string => `\\${String(octet).padStart(3, '0')}`
const eitherCase = (random: Random, text: string): string => random.of(text, text, text.toUpperCase(), text.replaceAll(/[a-z]/g, (letter) => (random.once(2) ? letter.toUpperCase() : letter)))

/** A text in several tokens, as long data is written. */
function pieces(random: Random, text: string): string[] {
  if (text.length < 4 || !random.once(3)) return [text]
  const at = 1 + random.below(text.length - 1)
  return [text.slice(0, at), ...pieces(random, text.slice(at))]
}

function number(most: number): Grammar {
  return (random) => [String(random.of(0, 1, most, most - 1, random.below(most + 1), random.below(Math.min(most, 300) + 1), random.below(Math.min(most, 20) + 1)))]
}

function label(random: Random): string {
  const plain = eitherCase(random, digits(random, letters, 1 + random.below(8)))
  return random.of(
    plain, plain, plain, plain, `${plain}-${random.below(100)}`, `_${plain}`, String(random.below(1000)), `xn--${plain.toLowerCase()}-1ga`, digits(random, letters, 63),
    plain.replace(/[a-z]/, (letter) => decimal(letter.charCodeAt(0))), `${plain}\\.x`, `${plain}\\${random.of(';', '"', '(', ')', '@', '$', '\\', ' ')}x`, decimal(random.below(256)) + plain, `\\${plain.replace(/^\d/, 'q')}`, `${plain}/${plain}`, `${plain}+`,
  )
}

function name(random: Random): string {
  const labels = random.some(1, 4, () => label(random)).join('.')
  return random.of(labels, labels, `${labels}.`, `${labels}.`, `${labels}.`, '@', '.', 'ns', `*.${labels}`, `${digits(random, letters, 1)}.${'n'.repeat(60)}.${'o'.repeat(60)}.${'p'.repeat(60)}.`)
}

/** A character-string of an octet count, in one of its spellings. */
function string(random: Random): string {
  const text = random.of(
    () => digits(random, letters, random.below(12)),
    () => digits(random, `${letters};()@$ ,=:/`, 1 + random.below(20)),
    () => 'x'.repeat(random.of(0, 1, 254, 255)),
    () => octets(random, 1 + random.below(6)).toString('latin1'),
  )()
  const quoted = `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll(/[^\x20-\x7e]/g, (character) => decimal(character.charCodeAt(0)))}"`
  const bare = text === '' ? '""' : text.replaceAll(/[";\\() @$]/g, '\\$&').replaceAll(/[^\x21-\x7e]/g, (character) => decimal(character.charCodeAt(0)))
  return random.of(quoted, quoted, quoted, bare, bare, text === '' ? '""' : `"${text.replaceAll(/[^]/g, (character) => decimal(character.charCodeAt(0)))}"`, quoted.replaceAll(/(?<!\\)[a-z]/g, (letter) => (random.once(6) ? `\\${letter}` : letter)))
}

function ipv4(random: Random): string {
  return Array.from({ length: 4 }, () => random.of(0, 255, random.below(256))).join('.')
}

function ipv6(random: Random): string {
  const group = (): string => random.of('0', 'ffff', random.below(65536).toString(16), random.below(65536).toString(16).padStart(4, '0'))
  const long = Array.from({ length: 8 }, group)
  const left = random.below(7)
  const right = random.below(7 - left)
  const short = `${long.slice(0, left).join(':')}::${long.slice(8 - right).join(':')}`
  return eitherCase(random, random.of(long.join(':'), short, short, `${long.slice(0, 6).join(':')}:${ipv4(random)}`, `::ffff:${ipv4(random)}`, `::${ipv4(random)}`, '::', '::1'))
}

const hex = (random: Random, count = 1 + random.below(40)): string => eitherCase(random, octets(random, count).toString('hex'))
const base64 = (random: Random): string => octets(random, 1 + random.below(60)).toString('base64')
const knownTypes = ['A', 'NS', 'CNAME', 'SOA', 'PTR', 'MX', 'TXT', 'AAAA', 'LOC', 'SRV', 'NAPTR', 'DNAME', 'DS', 'SSHFP', 'RRSIG', 'NSEC', 'DNSKEY', 'NSEC3', 'TLSA', 'CDS', 'SPF', 'CAA', 'HINFO', 'RP', 'TYPE1', 'TYPE65280', 'TYPE65535', 'TYPE1234', 'TYPE256'] as const
const type = (random: Random): string => eitherCase(random, random.of(...knownTypes))

function time(random: Random): string {
  const two = (count: number, from = 0): string => String(from + random.below(count)).padStart(2, '0')
  return random.of(String(1970 + random.below(60)) + two(12, 1) + two(28, 1) + two(24) + two(60) + two(60), String(random.below(2 ** 31)))
}

const algorithms = ['5', '7', '8', '10', '13', '14', '15', '16', '253', '254', '0', '1', '100', 'RSASHA256', 'RSASHA1', 'ECDSAP256SHA256', 'ED25519', 'RSASHA512', 'ecdsap384sha384', 'PRIVATEDNS'] as const

function digest(random: Random): string[] {
  const [kind, count] = random.of([1, 20], [2, 32], [2, 32], [4, 48], [0, 1], [250, 12])
  return [String(kind), ...pieces(random, hex(random, count))]
}

const eui = (count: number): Grammar => (random) => [eitherCase(random, octets(random, count).toString('hex').replaceAll(/(..)(?!$)/g, '$1-'))]

function seconds(random: Random): string {
  return random.of(String(random.below(60)), `${random.below(60)}.${random.below(1000)}`, `0${random.below(10)}.5`, '0', '59.999')
}

function metres(random: Random, most: number): string {
  return `${random.of(String(random.below(most)), `${random.below(most)}.${String(random.below(100)).padStart(2, '0')}`, '0', '1.5', '10')}${random.of('m', 'm', '')}`
}

function angle(random: Random, most: number, sides: readonly [string, string]): string[] {
  return [String(random.below(most)), ...random.of([], [String(random.below(60))], [String(random.below(60)), seconds(random)], [String(random.below(60)), seconds(random)]), random.of(...sides)]
}

function location(random: Random): string[] {
  return [...angle(random, 90, ['N', 'S']), ...angle(random, 180, ['E', 'W']), random.of('', '', '-') + metres(random, 9000), ...random.some(0, 3, () => metres(random, random.of(10, 1000, 90_000_000)))]
}

function addressPrefix(random: Random): string {
  const mark = random.of('', '', '!')
  return random.of(`${mark}1:${ipv4(random)}/${random.below(33)}`, `${mark}2:${ipv6(random)}/${random.below(129)}`)
}

/** Kind, then the host that it says, with what stands between them. */
function gateway(random: Random, between: readonly string[]): string[] {
  const kind = random.below(4)
  return [String(kind), ...between, ['.', ipv4(random), ipv6(random), name(random)][kind] ?? '']
}

const nsap = (random: Random): string => {
  const text = hex(random, 1 + random.below(20))
  return `0x${random.once(2) ? text : text.replaceAll(/..(?!$)/g, (pair) => (random.once(3) ? `${pair}.` : pair))}`
}

const locator = (random: Random): string => Array.from({ length: 4 }, () => eitherCase(random, random.of('0', random.below(65536).toString(16), random.below(65536).toString(16).padStart(4, '0')))).join(':')
const degrees = (random: Random, most: number): string => random.of(String(random.below(most)), `-${random.below(most)}.${random.below(10000)}`, `"${random.below(most)}.0"`, `${random.below(most)}.${random.below(100)}`)
const quoted = (random: Random): string => `"${random.of('ca.example.net', ';', 'letsencrypt.org; accounturi=https://ca/1', 'mailto:security@example.com', 'https://iodef.example.com/', digits(random, letters, 1 + random.below(300)), 'a\\"b', '\\195\\169')}"`

/** Grammars by the name that the rows of types give them. */
export const grammars = {
  u8: number(255), u16: number(65535), u32: number(4294967295),
  name: (random) => [name(random)],
  string: (random) => [string(random)],
  strings: (random) => random.some(1, 4, () => string(random)),
  ipv4: (random) => [ipv4(random)], ipv6: (random) => [ipv6(random)],
  hex: (random) => pieces(random, hex(random)),
  base64: (random) => pieces(random, base64(random)),
  optionalBase64: (random) => (random.once(4) ? [] : pieces(random, base64(random))),
  algorithm: (random) => [random.of(...algorithms)],
  flags: (random) => [random.of('256', '257', '0', '1', '385', '65535')],
  protocol: (random) => [random.of('3', '3', '3', '3', '0', '255')],
  digest,
  types: (random) => random.some(1, 6, () => type(random)),
  covered: (random) => [type(random)],
  time: (random) => [time(random)],
  salt: (random) => [random.once(3) ? '-' : hex(random, 1 + random.below(12))],
  hash: (random) => [eitherCase(random, digits(random, base32Digits, 32))],
  eui48: eui(6), eui64: eui(8),
  locator: (random) => [locator(random)],
  period: (random) => [random.of(String(random.below(604800)), '0', '2147483647', `${1 + random.below(20)}${random.of('h', 'm', 'd', 'w', 's', 'H', 'D')}`, '1h30m', '1W2D')],
  location,
  prefixes: (random) => random.some(0, 4, () => addressPrefix(random)),
  ipsecKey: (random) => [String(random.below(256)), ...gateway(random, [random.of('1', '2', '3', '255')]), ...pieces(random, base64(random))],
  amtRelay: (random) => [String(random.below(256)), random.of('0', '1'), ...gateway(random, [])],
  hostIdentity: (random) => [random.of('1', '2', '3', '255'), hex(random, 16), base64(random), ...random.some(0, 3, () => name(random))],
  nsap: (random) => [nsap(random)],
  atm: (random) => [random.of(`+${digits(random, '0123456789', 4 + random.below(10))}`, hex(random, 20), '39.246f.00.0e7c9c031200')],
  position: (random) => [degrees(random, 90), degrees(random, 180), random.of('10.0', '-1', '"0"', '333.25')],
  certificateType: (random) => [random.of('PKIX', 'SPKI', 'PGP', '1', '2', '3', '4', '5', '6', 'URI', 'OID', '254', '65535', '0', 'IPKIX')],
  protocolAndPorts: (random) => [random.of('tcp', 'udp', '6', '17'), ...random.some(0, 5, () => random.of(String(random.below(65536)), 'smtp', 'domain', '25', '80', '53'))],
  tag: (random) => [random.of('issue', 'issuewild', 'iodef', 'ISSUE', 'contactemail', 'contactphone', 'issuemail', digits(random, letters, 1 + random.below(14)), 'tbs1')],
  quoted: (random) => [quoted(random)],
  zero: () => ['0'],
  oldTypes: (random) => random.some(1, 4, () => random.of('A', 'NS', 'MX', 'TXT', 'AAAA', 'SIG', 'KEY', 'NXT')),
  suffix: (random) => random.of(['0', ipv6(random)], ['64', `::${hexDigits[random.below(16)]}`, name(random)], ['128', name(random)]),
  zonemdDigest: (random) => random.of(['1', '1', ...pieces(random, hex(random, 48))], ['1', '2', ...pieces(random, hex(random, 64))], ['240', '1', hex(random, 48)], ['1', '241', hex(random, 12)]),
  fingerprint: (random) => random.of(['1', hex(random, 20)], ['2', hex(random, 32)], ['2', ...pieces(random, hex(random, 32))]),
  naptr: (random) => [random.of('"s"', '"S"', '"u"', '"a"', '""', 'U', '"p"'), random.of('"SIP+D2U"', '"E2U+sip"', '""', 'E2U+email', '"http+E2U"', '"x-eduroam:radius.tls"'), ...random.of(['""', name(random)], ['""', name(random)], ['"!^.*$!sip:info@example.com!"', '.'], ['"!^(\\\\+44.*)$!tel:\\\\1!i"', '.'], ['"/a/b/"', '.'])],
} as const satisfies Readonly<Record<string, Grammar>>

/** Name of a grammar. */
export type GrammarName = keyof typeof grammars
