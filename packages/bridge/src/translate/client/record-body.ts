import type { RecordCreate } from '@zonewright/legacy-client/records'
import { rdataOfText } from '@zonewright/legacy-client/zone-store'
import { type RecordBody, toService } from '@zonewright/v4/zone-store'
import { NameError, parseName, parseRdata, RdataError, rdataFromFields, toAsciiName, tokensOf, utf8ToOctets } from '@zonewright/zone'
import { invalidInput } from '../../fault.ts'

/** What of a record its value is made of. */
export type LegacyRecordInput = Pick<RecordCreate, 'type' | 'name' | 'content' | 'prio' | 'service' | 'srvname' | 'protocol' | 'weight' | 'port' | 'target' | 'ttl' | 'service_mode'>

/** A complete name, whatever of `@`, a label, or a complete name was given. */
export const completeName = (name: string, zone: string): string => {
  const ascii = toAsciiName(name.trim().replace(/\.$/, '')).toLowerCase()
  if (ascii === '@' || ascii === zone || ascii.endsWith(`.${zone}`)) return `${ascii === '@' ? zone : ascii}.`
  return `${ascii}.${zone}.`
}

const rdataOf = ({ type, content = '', prio = 0, weight = 0, port = 0, target = '' }: LegacyRecordInput): string => {
  if (type === 'SRV') return rdataFromFields('SRV', { priority: prio, weight, port, target })
  if (type === 'MX') return rdataFromFields('MX', { preference: prio, exchange: content })
  if (type === 'TXT' || type === 'SPF') return rdataOfText(content)
  return parseRdata(type, tokensOf(content), '.')
}

const nameOf = ({ type, name, service = '', protocol, srvname = '' }: LegacyRecordInput, zone: string): string =>
  parseName(utf8ToOctets(type === 'SRV' ? `${service}.${protocol ?? '_tcp'}.${completeName(srvname, zone)}` : completeName(name, zone)), '.')

/**
 * A record of the client API as API v4 takes it. What was not said stays unsaid: no cloud, no time to live. SPF is TXT
 * today.
 * @throws FormPostFault `E_INVLDINPUT` when name or value are not what the type wants.
 */
export const recordBody = (input: LegacyRecordInput, zone: string): RecordBody => {
  try {
    const type = input.type === 'SPF' ? 'TXT' : input.type
    const { proxied: _, ttl: __, ...body } = toService({ name: nameOf(input, zone), type, class: 'IN', ttl: input.ttl ?? 1, rdata: rdataOf(input) })
    return { ...body, ...(input.ttl === undefined ? {} : { ttl: input.ttl }), ...(input.service_mode === undefined ? {} : { proxied: input.service_mode === 1 }) }
  } catch (error) {
    if (error instanceof RdataError || error instanceof NameError) throw invalidInput(error.message)
    throw error
  }
}
