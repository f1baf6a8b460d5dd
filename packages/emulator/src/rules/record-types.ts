import { refuse } from '../errors.ts'

/** Types whose value is one text. */
const plainTypes = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'OPENPGPKEY', 'PTR', 'TXT'] as const

/** Types whose value comes in parts, as `data`. */
const dataTypes = ['CAA', 'CERT', 'DNSKEY', 'DS', 'HTTPS', 'LOC', 'NAPTR', 'SMIMEA', 'SRV', 'SSHFP', 'SVCB', 'TLSA', 'URI'] as const

/** Record types whose value comes in parts. */
export type DataTypeName = (typeof dataTypes)[number]

/** Record types that the service holds. */
export type RecordTypeName = (typeof plainTypes)[number] | DataTypeName

/** The parts that a value can't do without, in the order in which the service misses them. The priority of URI stands beside its parts. */
export const requiredParts: Readonly<Record<DataTypeName, readonly string[]>> = {
  CAA: ['flags', 'tag', 'value'],
  CERT: ['type', 'key_tag', 'algorithm', 'certificate'],
  DNSKEY: ['flags', 'protocol', 'algorithm', 'public_key'],
  DS: ['key_tag', 'algorithm', 'digest_type', 'digest'],
  HTTPS: ['priority', 'target'],
  LOC: ['lat_degrees', 'lat_direction', 'long_degrees', 'long_direction'],
  NAPTR: ['order', 'preference', 'flags', 'service', 'regex', 'replacement'],
  SMIMEA: ['usage', 'selector', 'matching_type', 'certificate'],
  SRV: ['priority', 'weight', 'port', 'target'],
  SSHFP: ['algorithm', 'type', 'fingerprint'],
  SVCB: ['priority', 'target'],
  TLSA: ['usage', 'selector', 'matching_type', 'certificate'],
  URI: ['weight', 'target'],
}

const known: ReadonlySet<string> = new Set([...plainTypes, ...dataTypes])
const inParts: ReadonlySet<string> = new Set(dataTypes)

/** True when the value of the type comes in parts. */
export const hasData = (type: RecordTypeName): type is DataTypeName => inParts.has(type)

/** True for a type that the service holds, in upper case. */
export const isHeldType = (type: string): type is RecordTypeName => known.has(type)

/**
 * The type of a record.
 * @throws Refusal `type_invalid`; also for SOA, which the service makes itself. SPF, of 2015, is TXT.
 */
export const recordType = (value: unknown): RecordTypeName => {
  const given = typeof value === 'string' ? value.toUpperCase() : ''
  const type = given === 'SPF' ? 'TXT' : given
  if (!isHeldType(type)) throw refuse('type_invalid', { type: typeof value === 'string' ? value : '' })
  return type
}
