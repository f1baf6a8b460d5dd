import type { Call } from '@zonewright/core'

/**
 * An answer as JSON, out of its wrapping when the call asked for one with `callback`.
 * @throws SyntaxError when it is no JSON; some samples of the 2010 page, with names that are not quoted, are none.
 */
export const readJson = (text: string, call: Call): unknown => {
  const { callback } = call.input
  const body = text.trim()
  if (typeof callback !== 'string' || !body.startsWith(`${callback}(`)) return JSON.parse(body)
  return JSON.parse(body.slice(callback.length + 1).replace(/\)\s*;?$/, ''))
}

/** An answer of one word. */
export const readWord = (text: string): unknown => ({ word: text.trim() })

/** An answer of one word, or of JSON. */
export const readEither = (text: string): unknown => (text.trimStart().startsWith('{') ? JSON.parse(text) : readWord(text))
