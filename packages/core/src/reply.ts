import type { WireReply } from './call.ts'
import { redactText } from './redact.ts'

/**
 * The start of a body, for messages: one line, at most 200 characters.
 * @example excerpt('<html>\n  <title>502</title>') // '<html> <title>502</title>'
 */
export const excerpt = (text: string): string => {
  const line = text.slice(0, 400).replaceAll(/\s+/g, ' ').trim()
  return line.length > 200 ? `${line.slice(0, 197)}...` : line
}

/**
 * The service's identifier of a request, from the header `cf-ray`.
 * @example rayIdOf({ 'cf-ray': '975e62d52bc32a9d-LAX' }) // '975e62d52bc32a9d-LAX'
 */
export const rayIdOf = (headers: Readonly<Record<string, string>>): string | undefined => headers['cf-ray']

/**
 * `Retry-After` in milliseconds, from seconds or a date (RFC 9110 section 10.2.3); undefined when it is neither.
 * There is no upper bound here: who waits sets one.
 * @example retryAfterOf({ 'retry-after': '2' }) // 2000
 */
export const retryAfterOf = (headers: Readonly<Record<string, string>>, now = Date.now()): number | undefined => {
  const value = headers['retry-after']
  if (value === undefined) return undefined
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1000
  // Every form of HTTP date starts with the name of a day; `Date.parse` alone would take "-1" for a year.
  if (!/^[A-Z][a-z]+,? /.test(value)) return undefined
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/**
 * The body as text: UTF-8, without a byte order mark.
 * @example textOf({ status: 200, headers: {}, body: Buffer.from('{}') }) // '{}'
 */
export const textOf = (reply: WireReply): string => {
  const { body } = reply
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8')
  return text.codePointAt(0) === 0xfe_ff ? text.slice(1) : text
}

/**
 * Why a text is not JSON, for the `cause` of an error: the engine's own message quotes the text, so secrets are removed.
 * @example
 * try {
 *   JSON.parse(answer)
 * } catch (problem) {
 *   throw jsonProblem(problem, secretsIn(call))
 * }
 */
export const jsonProblem = (error: unknown, secrets: readonly string[]): SyntaxError => new SyntaxError(redactText(error instanceof Error ? error.message : String(error), secrets))
