import { grammars } from './fields.ts'
import type { Random } from './random.ts'

const listed = (random: Random, most: number, make: () => string): string => random.some(1, most, make).join(',')
const maybeQuoted = (random: Random, value: string): string => (random.once(3) ? `"${value}"` : value)
const protocols = ['h2', 'h3', 'http/1.1', 'dot', 'doq', 'foo', 'h3-29', 'a-b', '\\104\\050'] as const

/** A parameter of a service binding, by its key (RFC 9460 section 7). */
const parameters: Readonly<Record<string, (random: Random) => string>> = {
  alpn: (random) => `alpn=${maybeQuoted(random, random.once(8) ? 'f\\\\\\\\oo\\\\,bar,h2' : [...new Set(random.some(1, 3, () => random.of(...protocols)))].join(','))}`,
  port: (random) => `port=${maybeQuoted(random, String(random.of(443, 8443, 0, 65535, random.below(65536))))}`,
  ipv4hint: (random) => `ipv4hint=${maybeQuoted(random, listed(random, 3, () => grammars.ipv4(random)[0] as string))}`,
  ech: (random) => `ech=${maybeQuoted(random, Buffer.from(random.some(3, 40, () => random.below(256))).toString('base64'))}`,
  ipv6hint: (random) => `ipv6hint=${maybeQuoted(random, listed(random, 3, () => grammars.ipv6(random)[0] as string))}`,
  dohpath: (random) => `dohpath=${maybeQuoted(random, random.of('/dns-query{?dns}', '/q{?dns}', '/{?dns}'))}`,
  numbered: (random) => `key${random.of(667, 65280, 65333, 65534, 9 + random.below(60000))}${random.of('', '=x', '="a b"', '=hello\\210qoo', '="hello\\\\world"', '="x,y"', `=${'v'.repeat(random.below(300) + 1)}`)}`,
}

function chosen(random: Random): string[] {
  const names = Object.keys(parameters).filter(() => random.once(3))
  const written = names.map((name) => (parameters[name] as (random: Random) => string)(random))
  if (names.includes('alpn') && random.once(3)) written.push('no-default-alpn')
  const mandatory = names.filter((name) => name !== 'numbered' && name !== 'dohpath' && random.once(2))
  if (mandatory.length > 0 && random.once(3)) written.push(`mandatory=${maybeQuoted(random, mandatory.join(','))}`)
  return random.once(3) ? written.reverse() : written
}

/** The tokens of a service binding in alias or service mode. */
export function service(random: Random): string[] {
  const target = random.of('.', '.', grammars.name(random)[0] as string)
  if (random.once(8)) return ['0', target]
  return [String(random.of(1, 2, 16, 65535, 1 + random.below(65535))), target, ...chosen(random)]
}

type Spoil = (parameter: string, random: Random) => string | readonly string[]

/** Ways to spoil one parameter or the list that it stands in. */
const spoils: Readonly<Record<string, Spoil>> = {
  'parameter twice': (parameter) => [parameter, parameter],
  'parameter without value': (parameter) => parameter.replace(/=.*/s, ''),
  'parameter with empty value': (parameter) => parameter.replace(/(=.*)?$/s, '='),
  'comma at the end': (parameter) => parameter.replace(/("?)$/, ',$1'),
  'comma first': (parameter) => parameter.replace(/="?/, '$&,'),
  'two commas': (parameter) => (parameter.includes(',') ? parameter.replace(',', ',,') : parameter.replace(/("?)$/, ',,x$1')),
  'blank in a list': (parameter) => parameter.replace(/,|$/, ', x'),
  'parameter in upper case': (parameter) => parameter.replace(/^[^=]+/, (key) => key.toUpperCase()),
  'unknown parameter': (parameter) => [parameter, 'unknown=1'],
  'blank around =': (parameter, random) => parameter.replace('=', random.of(' =', '= ', ' = ')),
  'whole parameter in quotes': (parameter) => `"${parameter.replaceAll('"', '')}"`,
  'quote not closed': (parameter) => `${parameter.replaceAll('"', '').replace('=', '="')}`,
  'mandatory key is absent': (parameter, random) => [parameter, `mandatory=${random.of('key1234', 'port,ech,ipv4hint,alpn', 'alpn,ech,ipv6hint,port')}`],
  'mandatory names itself': (parameter) => [parameter, 'mandatory=mandatory'],
  'mandatory names one twice': (parameter) => ['alpn=h2', 'mandatory=alpn,alpn', ...(parameter.startsWith('alpn') ? [] : [parameter])],
  'mandatory names an unknown key': (parameter) => [parameter, 'mandatory=nosuch'],
  'mandatory is empty': (parameter, random) => [parameter, random.of('mandatory', 'mandatory=', 'mandatory=""')],
  'port out of range': (parameter, random) => [`port=${random.of('65536', '-1', '99999', 'x', '80 81', '0x50', '80,443')}`, ...(parameter.startsWith('port') ? [] : [parameter])],
  'address of the other family': (parameter) => [parameter.startsWith('ipv4') ? 'ipv4hint=::1' : 'ipv6hint=192.0.2.1', ...(parameter.startsWith('ipv') ? [] : [parameter])],
  'bad address': (parameter, random) => random.of('ipv4hint=192.0.2', 'ipv4hint=192.0.2.300', 'ipv6hint=2001:db8', 'ipv6hint=1::2::3', 'ipv6hint=g::'),
  'key number out of range': (parameter, random) => `key${random.of('65536', '-1', '', 'x', '99999999', '007')}=${parameter.length}`,
  'bad base64': (parameter, random) => `ech=${random.of('A', 'AQI', '!!!!', 'AQID=', 'AQ===', 'AQ ID')}`,
  'protocol too long': (parameter, random) => `alpn=${'p'.repeat(random.of(256, 300))}${parameter.length > 12 ? ',h2' : ''}`,
  'bad escape': (parameter, random) => `${parameter.replace(/(=.*)?$/s, '')}=${random.of('\\256', '\\1', '\\25', '\\', '"\\300"')}`,
  'no-default-alpn with a value': (parameter, random) => ['alpn=h2', `no-default-alpn=${random.of('1', 'x', '""', '"h2"')}`, ...(parameter.startsWith('alpn') ? [] : [parameter])],
  'no-default-alpn alone': (parameter) => ['no-default-alpn', ...(parameter.startsWith('alpn') ? [] : [parameter])],
  'number instead of name': (parameter, random) => random.of('key3=\\001\\187', 'key1=\\002h2', 'key4=\\192\\000\\002\\001', 'key2', 'key3=443', 'key1=h2', 'key4=192.0.2.1', 'key6=::1', 'key5=abcd', 'key0=\\000\\001'),
}

/** A service binding with something wrong, or odd, and the name of what. */
export function spoiltService(random: Random): { readonly tokens: readonly string[]; readonly way: string } {
  let tokens = service(random)
  while (tokens.length < 3) tokens = service(random)
  const way = random.of(...Object.keys(spoils))
  const at = 2 + random.below(tokens.length - 2)
  const made = (spoils[way] as Spoil)(tokens[at] as string, random)
  return { tokens: random.once(12) ? ['0', ...tokens.slice(1)] : tokens.toSpliced(at, 1, ...(typeof made === 'string' ? [made] : made)), way }
}
