import type { Call, Fault } from '@zonewright/core'
import { redactText, secretsIn } from '@zonewright/core/wire'

const faultOf = (value: unknown, clean: (text: string) => string): Fault => {
  if (typeof value !== 'object' || value === null) return { code: 0, message: clean(String(value)) }
  const fault = value as { code?: unknown; message?: unknown; error_chain?: unknown; source?: { pointer?: unknown } | null }
  return {
    code: Number(fault.code ?? 0) || 0,
    message: clean(typeof fault.message === 'string' && fault.message !== '' ? fault.message : 'no message'),
    ...(Array.isArray(fault.error_chain) && fault.error_chain.length > 0 ? { chain: fault.error_chain.map((cause) => faultOf(cause, clean)) } : {}),
    ...(typeof fault.source?.pointer === 'string' ? { pointer: fault.source.pointer } : {}),
  }
}

/** The faults of an answer, or undefined when it does not say that the call failed. The service sometimes says so with HTTP 200. */
export const faultsOf = (body: unknown, call: Call): readonly Fault[] | undefined => {
  if (typeof body !== 'object' || body === null) return undefined
  const { success, errors, error, messages } = body as { success?: unknown; errors?: unknown; error?: unknown; messages?: unknown }
  const listed = Array.isArray(errors) ? (errors as unknown[]) : []
  const told = error !== undefined && error !== null
  if (success === true || (success !== false && listed.length === 0 && !told)) return undefined
  const secrets = secretsIn(call)
  const clean = (text: string): string => redactText(text, secrets)
  const faults = (listed.length === 0 && told ? [error] : listed).map((value) => faultOf(value, clean))
  // Page rules put the reasons into `messages` and only "see messages" into `errors`.
  const reasons = Array.isArray(messages) ? messages.filter((message) => typeof message === 'object' && message !== null && 'message' in message).map((message) => faultOf(message, clean)) : []
  const [first, ...others] = faults
  return first === undefined || reasons.length === 0 ? faults : [{ ...first, chain: [...(first.chain ?? []), ...reasons] }, ...others]
}
