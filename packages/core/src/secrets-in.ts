import type { Call } from './call.ts'
import { secretsOf } from './credentials.ts'

const collect = (value: unknown, names: readonly string[], inside: boolean, found: string[], depth: number): void => {
  if (typeof value === 'string') {
    if (inside) found.push(value)
    return
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || depth > 8) return
  for (const [key, item] of Object.entries(value)) collect(item, names, inside || names.includes(key), found, depth + 1)
}

/**
 * Every secret that a call may put into a request: its credentials, and the fields that its endpoint declares secret.
 * What the service echoes of them must not reach an error or a log.
 * @example redactText(answer, secretsIn(call))
 */
export const secretsIn = (call: Call): readonly string[] => {
  const secrets = call.credentials === undefined ? [] : [...secretsOf(call.credentials)]
  const names = call.endpoint.secrets
  if (names !== undefined) collect(call.input, names, false, secrets, 0)
  return secrets
}
