import { isIP } from 'node:net'

import { refuse } from '../errors.ts'

const isRange = (value: unknown): boolean => {
  if (typeof value !== 'string') return false
  const [address = '', bits, more] = value.split('/')
  const family = isIP(address)
  if (family === 0 || more !== undefined) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

const ranges = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.every(isRange))

/**
 * The condition of a token on addresses, in the form in which it is shown; undefined when there is none. It is kept and shown;
 * all requests to the emulator come from the same machine, so it keeps nobody out.
 * @throws Refusal `token_condition`.
 */
export const addressConditions = (value: unknown): unknown => {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'object') throw refuse('token_condition')
  const given = (value as { readonly request_ip?: unknown; readonly 'request.ip'?: unknown }).request_ip ?? (value as { readonly 'request.ip'?: unknown })['request.ip']
  if (given === undefined || given === null) return {}
  if (typeof given !== 'object') throw refuse('token_condition')
  const { in: only, not_in: except } = given as { readonly in?: unknown; readonly not_in?: unknown }
  if (!ranges(only) || !ranges(except)) throw refuse('token_condition')
  return { request_ip: { ...(only === undefined ? {} : { in: only }), ...(except === undefined ? {} : { not_in: except }) } }
}
