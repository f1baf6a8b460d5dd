import { isIPv4, isIPv6 } from 'node:net'

import { parseRdata, RdataError, rdataFields, rdataFromFields, rdataKey, tokensOf } from '@zonewright/zone'

import { type ErrorKey, refuse, refuseParts } from '../errors.ts'
import { dataOf, shownContent } from './content-forms.ts'
import { fieldsOf } from './fields.ts'
import { asciiName, isHostName } from './names.ts'
import { type DataTypeName, hasData, type RecordTypeName, requiredParts } from './record-types.ts'
import { txtPresentation } from './txt.ts'

/** The value of a record in all forms that are kept. */
export interface RecordContent {
  /** What answers show as `content`. */
  readonly content: string
  /** Canonical rdata; equal texts are twins. */
  readonly rdata: string
  /** MX, SRV and URI. */
  readonly priority?: number
  /** Types that come in parts. */
  readonly data?: Readonly<Record<string, unknown>>
}

/** The fields of a request that hold the value. */
export interface ContentInput {
  readonly content?: unknown
  readonly data?: unknown
  readonly priority?: unknown
}

const refused = (type: RecordTypeName, error: unknown): unknown => {
  if (!(error instanceof RdataError)) return error
  if (error.text === undefined && error.field !== '') return refuse('data_field', { field: error.field })
  return refuse('content_invalid', { type, detail: `${error.field === '' ? 'it' : error.field} must be ${error.expected}` })
}

const parsed = (type: RecordTypeName, text: string): string => {
  try {
    return rdataKey(type, parseRdata(type, tokensOf(text), '.'))
  } catch (error) {
    throw refused(type, error)
  }
}

const isMissing = (value: unknown): boolean => value === undefined || value === null

const textOf = (content: unknown): string => {
  if (typeof content !== 'string' || content === '') throw refuse('content_required')
  return content
}

/** A host that a record points at, with final dot; `@` is the zone. */
const hostOf = (content: unknown, zone: string, key: ErrorKey): string => {
  const text = textOf(content).trim()
  const name = text === '@' ? zone : asciiName(text)
  if (name === undefined || isIPv4(name) || isIPv6(name) || !isHostName(name)) throw refuse(key, { type: 'PTR', detail: 'it must be a host name' })
  return `${name}.`
}

const priorityOf = (priority: unknown): number => {
  if (priority === undefined || priority === null) throw refuse('priority_required')
  if (typeof priority !== 'number' || !Number.isInteger(priority) || priority < 0 || priority > 65_535) throw refuse('priority_invalid')
  return priority
}

const fromHost = (type: RecordTypeName, host: string): RecordContent => ({ content: host.slice(0, -1), rdata: parsed(type, host) })

const mailExchange = (input: ContentInput, zone: string): RecordContent => {
  const priority = priorityOf(input.priority)
  // "0 ." says that the domain takes no mail (RFC 7505).
  if (input.content === '.' && priority === 0) return { content: '.', rdata: '0 .', priority }
  const host = hostOf(input.content, zone, 'mx_content')
  return { content: host.slice(0, -1), rdata: parsed('MX', `${priority} ${host}`), priority }
}

/**
 * A value in parts, from `data`; SRV and URI may have their priority beside it. A text alone is taken, too: so the documents of
 * 2015 send SRV and LOC. Today's service reads one with tabs only and names the parts that lack.
 */
const fromData = (type: DataTypeName, input: ContentInput): RecordContent => {
  const sent = fieldsOf(input.data)
  const given = Object.keys(sent).length === 0 && typeof input.content === 'string' && input.content !== '' ? partsOfText(type, input) : sent
  const fields = (type === 'SRV' || type === 'URI') && isMissing(given['priority']) ? { ...given, priority: input.priority } : given
  const missing = requiredParts[type].filter((name) => isMissing(fields[name]))
  if (missing.length > 0) throw refuseParts(missing)
  if (type === 'URI') priorityOf(fields['priority'])
  try {
    return inParts(type, rdataFromFields(type, fields), given)
  } catch (error) {
    throw refused(type, error)
  }
}

/** The parts of a value that is written as text, as in a zone file or, for SRV and URI, without the priority that stands beside it. */
const partsOfText = (type: DataTypeName, input: ContentInput): Record<string, unknown> => {
  const text = textOf(input.content).replace(/^IN\s+LOC\s+/, '')
  const short = type === 'SRV' ? 3 : type === 'URI' ? 2 : 0
  const full = short > 0 && tokensOf(text).count <= short ? `${priorityOf(input.priority)} ${text}` : text
  try {
    return rdataFields(type, parseRdata(type, tokensOf(full), '.'))
  } catch (error) {
    throw refused(type, error)
  }
}

const inParts = (type: DataTypeName, rdata: string, given: Readonly<Record<string, unknown>>): RecordContent => {
  const fields: Record<string, unknown> = rdataFields(type, rdata)
  const data = dataOf(type, fields, given)
  return {
    content: shownContent(type, rdata, { ...fields, ...data }),
    rdata: rdataKey(type, rdata),
    data,
    ...(type === 'SRV' || type === 'URI' ? { priority: Number(fields['priority']) } : {}),
  }
}

/**
 * The value of a record from what a client sent: `content` or, for types in parts, `data`.
 * @param zone Name of the zone, which `@` stands for.
 * @throws Refusal with the code of the type: `a_content`, `aaaa_content`, `cname_content`, `mx_content`, `txt_content`, `data_field`, `content_invalid` and so on.
 * @example recordContent('MX', { content: 'mail.example.com.', priority: 10 }, 'example.com').content // 'mail.example.com'
 */
export const recordContent = (type: RecordTypeName, input: ContentInput, zone: string): RecordContent => {
  if (hasData(type)) {
    if (input.data !== undefined && input.data !== null && (typeof input.data !== 'object' || Array.isArray(input.data))) throw refuse('request_invalid')
    return fromData(type, input)
  }
  if (type === 'MX') return mailExchange(input, zone)
  if (type === 'CNAME') return fromHost(type, hostOf(input.content, zone, 'cname_content'))
  if (type === 'NS') return fromHost(type, hostOf(input.content, zone, 'ns_content'))
  if (type === 'PTR') return fromHost(type, hostOf(input.content, zone, 'content_invalid'))
  const text = textOf(input.content)
  if (type === 'TXT') return { content: text, rdata: parsed(type, txtPresentation(text)) }
  const trimmed = text.trim()
  if (type === 'A' && !isIPv4(trimmed)) throw refuse('a_content')
  if (type === 'AAAA' && (!isIPv6(trimmed) || trimmed.includes('%'))) throw refuse('aaaa_content')
  const rdata = parsed(type, trimmed)
  return { content: rdata, rdata }
}
