import type { RecordTypeName } from './record-types.ts'

type Fields = Readonly<Record<string, unknown>>

const withoutDot = (name: unknown): string => (name === '.' ? '.' : String(name).replace(/\.$/, ''))
const fixed = (value: unknown, digits: number): string => Number(value ?? 0).toFixed(digits)

/** Degrees, minutes and seconds, then metres without their unit: the form that answers show, unlike that of a zone file. */
const location = (data: Fields): string =>
  ['lat', 'long'].map((side) => `${data[`${side}_degrees`]} ${data[`${side}_minutes`] ?? 0} ${fixed(data[`${side}_seconds`], 3)} ${data[`${side}_direction`]}`).join(' ') +
  ` ${fixed(data['altitude'], 2)} ${fixed(data['size'], 2)} ${fixed(data['precision_horz'], 2)} ${fixed(data['precision_vert'], 2)}`

/** Types whose last part is digits that are shown in the letter case they were sent in. */
const lastPart: Partial<Record<RecordTypeName, string>> = { DS: 'digest', SSHFP: 'fingerprint', TLSA: 'certificate', SMIMEA: 'certificate', CERT: 'certificate', DNSKEY: 'public_key' }

/** Parameters of HTTPS and SVCB with every value between quotes. */
const quotedParameters = (value: string): string => value.replace(/([^\s="]+)=("(?:[^"\\]|\\.)*"|[^\s"]+)/gs, (_, key: string, text: string) => `${key}=${text.startsWith('"') ? text : `"${text}"`}`)

const isService = (type: RecordTypeName): boolean => type === 'HTTPS' || type === 'SVCB'

/**
 * The parts of a value as answers show them: every part of the type, and digests, keys and certificates as they were sent.
 * @param fields Parts of the canonical rdata.
 * @param given `data` of the request, when it had one.
 */
export const dataOf = (type: RecordTypeName, fields: Fields, given: Fields | undefined): Record<string, unknown> => {
  const last = lastPart[type]
  if (last !== undefined && typeof given?.[last] === 'string') return { ...fields, [last]: given[last] }
  if (type === 'SRV') return { ...fields, target: withoutDot(fields['target']).toLowerCase() }
  if (type === 'URI') return { weight: fields['weight'], target: fields['target'] }
  if (isService(type)) return { ...fields, value: quotedParameters(String(given?.['value'] ?? fields['value'] ?? '')) }
  return { ...fields }
}

/**
 * What answers show as `content` of a value in parts. It is the rdata without what stands in `priority`, numbers as numbers:
 * SRV is `weight port target`, with single blanks as the service prints it today (older answers had tabs, which filters still find).
 * Targets of HTTPS, SVCB and NAPTR keep their final dot, that of SRV does not.
 */
export const shownContent = (type: RecordTypeName, rdata: string, data: Fields): string => {
  if (type === 'SRV') return `${data['weight']} ${data['port']} ${data['target']}`
  if (type === 'URI') return rdata.slice(rdata.indexOf(' ') + 1)
  if (type === 'LOC') return location(data)
  if (isService(type)) return `${data['priority']} ${data['target']} ${data['value']}`.trimEnd()
  const last = lastPart[type]
  if (last === undefined) return rdata
  // Blanks inside the digits are the sender's line breaks.
  return Object.entries(data).map(([name, value]) => (name === last ? String(value).replace(/\s+/g, '') : String(value))).join(' ')
}
