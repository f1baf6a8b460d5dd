import { deepStrictEqual } from 'node:assert'
import type { Ended, Result } from '../scene.ts'

/** Throws with both values when they differ. */
export const equal = (found: unknown, wanted: unknown): void => {
  try {
    deepStrictEqual(found, wanted)
  } catch {
    throw new Error(`found ${JSON.stringify(found)} where ${JSON.stringify(wanted)} was wanted`)
  }
}

/** Throws with the end of the output when a program did not end as wanted. */
export const ended = ({ status, output }: Ended, wanted = 0): void => {
  if ((wanted === 0) !== (status === 0)) throw new Error(`ended with ${status}: ${output.trim().split('\n').slice(-4).join(' | ')}`)
}

/** Throws when a text is not in the output. */
export const says = ({ output }: Ended, ...texts: readonly (string | RegExp)[]): void => {
  for (const text of texts) if (typeof text === 'string' ? !output.includes(text) : !text.test(output)) throw new Error(`${String(text)} is not in ${JSON.stringify(output.slice(-600))}`)
}

/** Records as `type name content`, in order. */
export const lines = (records: readonly Result[]): string[] => records.map(({ type, name, content }) => `${String(type)} ${String(name)} ${String(content)}`).sort()
