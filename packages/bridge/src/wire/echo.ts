import type { Parameters } from './parameters.ts'

/** Parameters whose values are secrets: they are never repeated. */
const secret = new Set(['tkn', 'host_key', 'cloudflare_pass'])

/** The parameters of a request as an answer repeats them: in the order they came, secrets left out or masked. */
export const echoOf = (sent: Parameters, { mask }: { readonly mask: boolean }): Parameters => {
  const entries = Object.entries(sent).filter(([name]) => mask || !secret.has(name))
  return Object.fromEntries(entries.map(([name, value]) => [name, secret.has(name) ? '***' : value]))
}
