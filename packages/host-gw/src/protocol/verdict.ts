import type { Call } from '@zonewright/core'
import type { Verdict } from '@zonewright/core/form-post'
import { type HostFault, type HostVariable, isHostErrorCode, variablesOf } from '../errors.ts'

type Fields = Readonly<Record<string, unknown>>

/** Never part of an error, also where the message is about them. */
const secret: ReadonlySet<HostVariable> = new Set<HostVariable>(['host_key', 'user_key'])

/** The text "null" stands in some recorded answers. */
const wordsOf = (msg: unknown): string | undefined => (typeof msg === 'string' && msg !== '' && msg !== 'null' ? msg : undefined)

const faultOf = ({ err_code: number, msg }: Fields, { input }: Call): HostFault => {
  // Answers that plugins of the time made themselves have an empty code.
  const code = /^\d{1,3}$/.test(String(number)) ? Number(number) : 0
  const about = isHostErrorCode(code) ? variablesOf(code) : []
  // Words quote values in several ways, so what a message is about comes from the input, never out of the words.
  const known = about.filter((name) => !secret.has(name) && typeof input[name] === 'string')
  return { code, message: wordsOf(msg) ?? 'refused without a reason', variables: Object.fromEntries(known.map((name) => [name, String(input[name])])) }
}

/**
 * What an answer of `host-gw.html` says. Beside the result stand `limit` and `offset` of a listing, and words for the user also
 * on success. `resultOf` finds the result in the whole answer; undefined when it is not there.
 */
export const verdictWith =
  (resultOf: (body: Fields) => unknown) =>
  (body: Fields, call: Call): Verdict | undefined => {
    if (body['result'] === 'error') return { result: null, faults: [faultOf(body, call)] }
    const result = body['result'] === 'success' ? resultOf(body) : undefined
    if (result === undefined) return undefined
    const words = wordsOf(body['msg'])
    const { limit, offset } = body
    return {
      result,
      faults: [],
      ...(limit === undefined && offset === undefined ? {} : { info: { limit: Number(limit), offset: Number(offset) } }),
      ...(words === undefined ? {} : { messages: [words] }),
    }
  }
