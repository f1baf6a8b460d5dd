import type { FormPostFault } from '../fault.ts'
import type { HostOutcome } from '../translate/translation.ts'
import { echoOf } from './echo.ts'
import type { Parameters } from './parameters.ts'

/** Words for an end user: ASCII, and no more than a thousand of it. */
const forUsers = (message: string): string => message.replace(/[^\x20-\x7e]/g, '?').slice(0, 1000)

/** The JSON of a result. What was sent is repeated untouched, for plugins compare the zone's name. */
export const hostResult = (act: string, sent: Parameters, { response, message, beside }: HostOutcome): object => ({
  request: { act, ...echoOf(Object.fromEntries(Object.entries(sent).filter(([name]) => name !== 'act')), { mask: false }) },
  response,
  ...beside,
  result: 'success',
  msg: message === undefined ? null : forUsers(message),
})

/** The JSON of a refusal: the act alone is repeated, and there is no response. */
export const hostRefusal = (act: string, fault: FormPostFault): object => ({
  request: { act },
  result: 'error',
  msg: forUsers(fault.message),
  err_code: fault.number ?? 601,
  ...(fault.reason === undefined ? {} : { bridge: { reason: fault.reason } }),
})
