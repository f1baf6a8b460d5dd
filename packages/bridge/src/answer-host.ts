import type { Asked } from './asked.ts'
import { FormPostFault, internalFault } from './fault.ts'
import { hostActs } from './translate/host.ts'
import type { HostOutcome } from './translate/translation.ts'
import { hostFaultOf } from './upstream-fault.ts'
import { acceptForm, type FormIssue } from './wire/accept.ts'
import { hostRefusal, hostResult } from './wire/host-envelope.ts'
import type { FormPostAnswer } from './wire/message.ts'

/** Numbers of a parameter that is missing, and of one that is malformed, in the order in which the API looks at them. */
const numbersOfFields: readonly (readonly [field: string, missing: number, malformed: number, words: string])[] = [
  ['user_key', 115, 116, 'a user_key'],
  ['zone_name', 200, 201, 'a zone_name'],
  ['resolve_to', 202, 203, 'a resolve_to'],
  ['subdomains', 204, 205, 'the subdomains'],
  ['cloudflare_email', 103, 126, 'a cloudflare_email'],
  ['cloudflare_pass', 108, 110, 'a cloudflare_pass'],
  ['cloudflare_username', 111, 113, 'a cloudflare_username'],
  ['unique_id', 107, 104, 'a unique_id'],
  ['clobber_unique_id', 106, 106, 'a clobber_unique_id'],
  ['plan_tag', 312, 312, 'a plan_tag'],
  ['sub_id', 331, 331, 'a sub_id'],
]

const rank = (issue: FormIssue): number => (issue.missing ? 0 : 100) + numbersOfFields.findIndex(([field]) => field === issue.field)

const refusalOf = (issues: readonly FormIssue[]): FormPostFault => {
  const [issue] = issues.toSorted((one, other) => rank(one) - rank(other))
  const row = numbersOfFields.find(([field]) => field === issue?.field)
  if (issue === undefined || row === undefined) return new FormPostFault({ message: `The parameter ${issue?.field ?? ''} ${issue?.missing === true ? 'is missing' : (issue?.detail ?? 'is refused')}.`, number: 700 })
  const [field, missing, malformed, words] = row
  return issue.missing ? new FormPostFault({ message: `Please give ${words}.`, number: missing }) : new FormPostFault({ message: `The parameter ${field} ${issue.detail}.`, number: malformed })
}

const perform = async ({ sent, scene, parts, request }: Asked, name: string): Promise<HostOutcome> => {
  if (Object.keys(sent).length === 0) throw new FormPostFault({ message: 'The request had no POST data.', number: 600 })
  const caller = parts.callers.host(sent['host_key'] ?? '', request.address)
  if (caller === undefined) throw new FormPostFault({ message: 'No or invalid host_key', number: 100 })
  if (caller === 'stopped') throw new FormPostFault({ message: 'The account of this host is not valid.', number: 700 })
  const known = hostActs.get(name)
  if (known === undefined) throw new FormPostFault({ message: 'No or invalid act', number: 101 })
  const accepted = acceptForm(known, sent)
  if ('issues' in accepted) throw refusalOf(accepted.issues)
  return known.run({ ...scene, sent, caller }, accepted.input)
}

/** Answers at `/host-gw.html`: JSON, and HTTP 200 for refusals too. */
export const answerHost = async (asked: Asked): Promise<FormPostAnswer> => {
  const { sent, parts } = asked
  const act = (sent['act'] ?? '').trim()
  let body: object
  try {
    body = hostResult(act, sent, await perform(asked, act.toLowerCase()))
    parts.log?.({ api: 'host', action: act, result: 'success' })
  } catch (error) {
    const fault = internalFault(hostFaultOf(error))
    body = hostRefusal(act, fault)
    parts.log?.({ api: 'host', action: act, result: 'error', code: fault.number ?? 601, message: fault.message, ...(fault.cause === undefined ? {} : { cause: fault.cause }) })
  }
  return { status: 200, contentType: 'application/json', body: JSON.stringify(body) }
}
