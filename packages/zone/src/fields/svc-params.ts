import type { Field } from '../field.ts'
import { unescapeText } from '../escapes.ts'
import { utf8ToOctets } from '../octets.ts'
import type { TokenCursor } from '../token-cursor.ts'
import type { WireReader } from '../wire-reader.ts'
import { bytesOf, svcParam, type SvcParam } from './svc-param.ts'
import { isNumberedKey, parseSvcParamKey, printSvcParamKey } from './svc-param-key.ts'

/** Key and value, the value as octets with one character each. */
type Param = readonly [key: number, octets: string]

const MANDATORY = 0

/** The keys that a client must understand, other than `mandatory` itself, each once (RFC 9460 section 8). */
const mandatory: SvcParam = {
  expected: 'keys of other parameters, each once, parted by commas',
  fromText(raw) {
    const keys = raw.split(',').map(parseSvcParamKey).sort((left, right) => left - right)
    return keys.includes(-1) ? undefined : keys.map((key) => String.fromCharCode(key >> 8, key & 0xff)).join('')
  },
  toText: (octets) => keysOf(octets).map(printSvcParamKey).join(','),
  fits(octets) {
    const keys = keysOf(octets)
    return octets.length > 0 && octets.length % 2 === 0 && keys.every((key, index) => key > (keys[index - 1] ?? MANDATORY))
  },
}

function keysOf(octets: string): number[] {
  const keys: number[] = []
  for (let index = 0; index < octets.length; index += 2) keys.push(octets.charCodeAt(index) * 256 + octets.charCodeAt(index + 1))
  return keys
}

function paramOf(key: number): SvcParam {
  return key === MANDATORY ? mandatory : svcParam(key)
}

const expected = 'service parameters such as alpn="h3,h2" port=8443'

/** The service parameters of SVCB and HTTPS, sorted by key; none at all is fine (RFC 9460 section 2). */
export const svcParams: Field<readonly Param[], string> = {
  expected,
  parse(cursor) {
    const params: Param[] = []
    while (!cursor.done) {
      const param = parseParam(cursor)
      if (params.some(([key]) => key === param[0])) cursor.fail('each parameter once')
      params.push(param)
      if (cursor.joined) cursor.fail('a blank behind each parameter')
    }
    params.sort(([left], [right]) => left - right)
    const problem = missing(params)
    if (problem !== undefined) cursor.fail(problem)
    return params
  },
  octets: 'service-parameters',
  print: (params) => params.map(printParam).join(' '),
  write(params, wire) {
    for (const [key, octets] of params) {
      wire.u16(key)
      wire.u16(octets.length)
      wire.bytes(bytesOf(octets))
    }
  },
  read(wire) {
    const params: Param[] = []
    while (wire.left > 0) params.push(readParam(wire, params.at(-1)?.[0] ?? -1))
    const problem = missing(params)
    if (problem !== undefined) wire.fail(problem)
    return params
  },
  toForm(params) {
    return this.print(params)
  },
  fromForm: (form) => (form === undefined || form === null ? '' : typeof form === 'string' ? utf8ToOctets(form) : undefined),
}

function parseParam(cursor: TokenCursor): Param {
  const token = cursor.word(expected)
  const equals = token.indexOf('=')
  const name = equals < 0 ? token : token.slice(0, equals)
  const key = parseSvcParamKey(name)
  if (key < 0) cursor.fail('a parameter key: mandatory, alpn, no-default-alpn, port, ipv4hint, ech, ipv6hint, dohpath, ohttp or key and a number from 0 to 65535')
  const raw = equals === token.length - 1 && cursor.joined ? cursor.string(expected) : equals < 0 ? '' : token.slice(equals + 1)
  const param = paramOf(key)
  const octets = isNumberedKey(name) ? unescapeText(raw) : param.fromText(raw)
  if (octets === undefined || octets.length > 0xffff || !param.fits(octets)) return cursor.fail(`${name} with ${param.expected}`)
  return [key, octets]
}

function readParam(wire: WireReader, before: number): Param {
  const key = wire.u16()
  if (key <= before) wire.fail('the keys of parameters in ascending order, each once')
  const octets = wire.octets(wire.u16())
  if (!paramOf(key).fits(octets)) wire.fail(`${printSvcParamKey(key)} with ${paramOf(key).expected}`)
  return [key, octets]
}

function printParam([key, octets]: Param): string {
  const text = paramOf(key).toText(octets)
  return text === '' ? printSvcParamKey(key) : `${printSvcParamKey(key)}=${text}`
}

/** What the parameters lack together (RFC 9460 section 8). That no-default-alpn stands beside alpn, most readers leave to clients, as section 2.4.3 allows. */
function missing(params: readonly Param[]): string | undefined {
  const keys = new Set(params.map(([key]) => key))
  const wanted = params[0]?.[0] === MANDATORY ? keysOf(params[0][1]) : []
  const absent = wanted.find((key) => !keys.has(key))
  return absent === undefined ? undefined : `${printSvcParamKey(absent)} as well, which mandatory names`
}
