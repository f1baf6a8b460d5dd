import type { HostErrorCode } from '@zonewright/host-gw/errors'
import { parseSubdomains, SubdomainsError } from '@zonewright/host-gw/subdomains'

import type { Asked } from './asked.ts'
import { FormPostFault, internalFault, statusOf } from './fault.ts'
import { hostFault } from './translate/host/host-fault.ts'
import { hostActs } from './translate/host.ts'
import type { HostOutcome } from './translate/translation.ts'
import { hostFaultOf } from './upstream-fault.ts'
import { acceptForm, type FormIssue } from './wire/accept.ts'
import { hostRefusal, hostResult } from './wire/host-envelope.ts'
import type { FormPostAnswer } from './wire/message.ts'
import type { Parameters } from './wire/parameters.ts'

/** What is wrong with one parameter, as the API numbers it. */
interface FieldNumbers {
  readonly missing: HostErrorCode
  readonly malformed: HostErrorCode
  /** Where a value of the wrong length has a number of its own. */
  readonly tooLong?: HostErrorCode
  readonly tooShort?: HostErrorCode
}

/** Numbers of the parameters, in the order in which the API looks at them. */
const fields: Readonly<Record<string, FieldNumbers>> = {
  user_key: { missing: 115, malformed: 116 },
  zone_name: { missing: 200, malformed: 201 },
  resolve_to: { missing: 202, malformed: 203 },
  subdomains: { missing: 204, malformed: 205 },
  cloudflare_email: { missing: 103, malformed: 126 },
  cloudflare_pass: { missing: 108, malformed: 110 },
  cloudflare_username: { missing: 111, malformed: 113, tooShort: 112 },
  unique_id: { missing: 107, malformed: 104, tooLong: 105 },
  clobber_unique_id: { missing: 106, malformed: 106 },
  plan_tag: { missing: 312, malformed: 312 },
  sub_id: { missing: 331, malformed: 331 },
}

const order = Object.keys(fields)

const rank = (issue: FormIssue): number => (issue.missing ? 0 : order.length) + order.indexOf(issue.field)

const refusalOf = (issues: readonly FormIssue[], sent: Parameters): FormPostFault => {
  const [issue] = issues.toSorted((one, other) => rank(one) - rank(other))
  // The declaration's own rule about the whole form: one of two names is needed.
  if (issue?.field === 'request') return hostFault(107)
  const numbers = fields[issue?.field ?? '']
  if (issue === undefined || numbers === undefined) return new FormPostFault({ message: `The parameter ${issue?.field ?? ''} ${issue?.missing === true ? 'is missing' : (issue?.detail ?? 'is refused')}.`, number: 700 })
  if (issue.missing) return hostFault(numbers.missing)
  if (issue.field === 'subdomains') return subdomainsFault(sent['subdomains'] ?? '')
  const code = issue.code === 'too_big' ? (numbers.tooLong ?? numbers.malformed) : issue.code === 'too_small' ? (numbers.tooShort ?? numbers.malformed) : numbers.malformed
  return hostFault(code, sent)
}

const subdomainsFault = (text: string): FormPostFault => {
  try {
    parseSubdomains(text)
  } catch (error) {
    if (error instanceof SubdomainsError) return hostFault(error.code, { subdomain: error.entry.slice(0, 200) })
  }
  return hostFault(205, { subdomain: text.slice(0, 200) })
}

const perform = async ({ sent, scene, parts, request }: Asked, name: string): Promise<HostOutcome> => {
  if (Object.keys(sent).length === 0) throw hostFault(600)
  const caller = parts.callers.host(sent['host_key'] ?? '', request.address)
  if (caller === undefined) throw hostFault(100)
  if (caller === 'stopped') throw hostFault(700)
  const known = hostActs.get(name)
  if (known === undefined) throw hostFault(101)
  const accepted = acceptForm(known, sent)
  if ('issues' in accepted) throw refusalOf(accepted.issues, sent)
  return known.run({ ...scene, sent, caller }, accepted.input)
}

/** Answers at `/host-gw.html`: JSON, and HTTP 200 for refusals too; 502 where nobody knows what became of the act. */
export const answerHost = async (asked: Asked): Promise<FormPostAnswer> => {
  const { sent, parts } = asked
  const act = (sent['act'] ?? '').trim()
  let body: object
  let status = 200
  try {
    body = hostResult(act, sent, await perform(asked, act.toLowerCase()))
    parts.log?.({ api: 'host', action: act, result: 'success' })
  } catch (error) {
    const fault = internalFault(hostFaultOf(error))
    body = hostRefusal(act, fault)
    status = statusOf(fault)
    parts.log?.({ api: 'host', action: act, result: 'error', code: fault.number ?? 601, message: fault.message, ...(fault.cause === undefined ? {} : { cause: fault.cause }) })
  }
  return { status, contentType: 'application/json', body: JSON.stringify(body) }
}
