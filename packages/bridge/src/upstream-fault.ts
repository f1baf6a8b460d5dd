import { ApiError, DecodeError, InputError, TransportError, type ZonewrightError } from '@zonewright/core'
import { mayHaveHappened } from '@zonewright/core/form-post'

import { FormPostFault } from './fault.ts'

/** What kind of refusal of API v4 it is, by HTTP status first and number second. */
const isUnauthorized = (error: ApiError): boolean => error.status === 401 || [6003, 9103, 9106, 9107, 9109, 10000, 10001].some((code) => error.has(code))

const isMissingZone = (error: ApiError): boolean => (error.has(7003) || error.has(1001) || (error.status === 404 && error.route.includes('{zone_id}'))) && !isMissingRecord(error)

const isMissingRecord = (error: ApiError): boolean => error.has(81044)

const isDuplicate = (error: ApiError): boolean => [81053, 81054, 81057, 81058].some((code) => error.has(code))

const wordsOf = (error: ApiError): string => error.faults.flatMap((fault) => [fault, ...(fault.chain ?? [])]).map(({ message }) => message).filter((message) => message !== '').join('; ')

/** Words for a call whose end nobody knows, or that did not begin. Nothing of it may sound like a success. */
const withoutAnswer = (error: ZonewrightError): string => {
  if (error instanceof TransportError && error.phase === 'connect') return 'The Cloudflare API cannot be reached; nothing was changed. Try again later.'
  if (error instanceof TransportError || (error instanceof DecodeError && error.cut)) return 'The answer of the Cloudflare API was lost; the change may have been made. Look before you repeat it.'
  return 'The Cloudflare API gave an answer that cannot be read; the change may have been made. Look before you repeat it.'
}

/**
 * A failed call of API v4 as a refusal of the client API. Anything else is given back as it is.
 * @example throw clientFaultOf(error)
 */
export const clientFaultOf = (error: unknown): unknown => {
  if (error instanceof InputError) return new FormPostFault({ message: error.issues.map(({ path, message }) => `${path.map(String).join('.')} ${message}`.trim()).join('; '), word: 'E_INVLDINPUT', cause: error })
  if (error instanceof TransportError || error instanceof DecodeError) return new FormPostFault({ message: withoutAnswer(error), unknown: mayHaveHappened(error), cause: error })
  if (!(error instanceof ApiError)) return error
  if (error.rateLimited) return new FormPostFault({ message: 'The limit of calls is reached; wait before you go on.', word: 'E_MAXAPI', rateLimited: true, cause: error })
  if (isMissingRecord(error)) return new FormPostFault({ message: 'Invalid record id.', cause: error })
  if (isMissingZone(error)) return new FormPostFault({ message: 'Invalid zone.', cause: error })
  if (isUnauthorized(error)) return new FormPostFault({ message: 'Invalid token or email', word: 'E_UNAUTH', cause: error })
  if (error.status >= 500) return new FormPostFault({ message: 'The Cloudflare API is out of order; the change may have been made. Look before you repeat it.', unknown: true, cause: error })
  return new FormPostFault({ message: wordsOf(error) || 'The Cloudflare API refused without a reason.', word: 'E_INVLDINPUT', cause: error })
}

/**
 * A failed call of API v4 as a refusal of the Hosting Provider API. Anything else is given back as it is.
 * @param otherwise Number for a refusal that has none of its own: that of the act, such as 701.
 * @example throw hostFaultOf(error, 703)
 */
export const hostFaultOf = (error: unknown, otherwise = 601): unknown => {
  if (error instanceof InputError) return new FormPostFault({ message: error.issues.map(({ path, message }) => `${path.map(String).join('.')} ${message}`.trim()).join('; '), number: otherwise, cause: error })
  if (error instanceof TransportError || error instanceof DecodeError) return new FormPostFault({ message: withoutAnswer(error), number: 601, unknown: mayHaveHappened(error), cause: error })
  if (!(error instanceof ApiError)) return error
  const words = wordsOf(error)
  if (error.rateLimited) return new FormPostFault({ message: 'The Cloudflare API takes no more calls at present; try again in some minutes.', number: 601, rateLimited: true, cause: error })
  if (error.status >= 500) return new FormPostFault({ message: 'The Cloudflare API is out of order; the change may have been made. Look before you repeat it.', number: 601, unknown: true, cause: error })
  if (isMissingZone(error)) return new FormPostFault({ message: words, number: 201, cause: error })
  if (isUnauthorized(error) || error.has(1002)) return new FormPostFault({ message: 'The account of this host is not valid for the Cloudflare API.', number: 700, cause: error })
  // Its owner holds it in another account: it can't be made here.
  if (error.has(1311)) return new FormPostFault({ message: words, number: 209, cause: error })
  if (error.has(1061)) return new FormPostFault({ message: words, number: 208, cause: error })
  if (error.has(1049) || error.has(1099)) return new FormPostFault({ message: words, number: 218, cause: error })
  if (isDuplicate(error)) return new FormPostFault({ message: words, number: 701, cause: error })
  return new FormPostFault({ message: words || 'The Cloudflare API refused without a reason.', number: otherwise, cause: error })
}
