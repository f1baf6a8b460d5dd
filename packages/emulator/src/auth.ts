import type { Clock } from './clock.ts'
import { refuse, refuseHeaders } from './errors.ts'
import { allows, ownerPermissions } from './rules/permissions.ts'
import type { State } from './state/state.ts'
import type { Token } from './state/tokens.ts'
import type { User } from './state/users.ts'
import type { Zone } from './state/zones.ts'

/** Who is asking. */
export interface Actor {
  readonly user: User
  /** Present when an API token was shown instead of the global key. */
  readonly token?: Token
  /** Permissions, as the zones of an answer list them. */
  readonly permissions: readonly string[]
}

/** Request headers with lower-case names. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

const authorizationForm = /^Bearer +(\S+)$/i

/** Form of an API token; its length is not fixed, because newer ones have a prefix and a checksum. */
export const tokenForm = /^[A-Za-z0-9._~+/-]{20,}=*$/

/** Form of a global API key: 37 to 45 hex digits, or the newer form with a prefix. */
export const keyForm = /^(?:[0-9a-f]{37,45}|cfk_[A-Za-z0-9_-]{20,})$/i
const emailForm = /^[^@\s]+@[^@\s]+\.[^@\s]+$/

const text = (value: string | readonly string[] | undefined): string | undefined => (typeof value === 'string' ? value : value?.[0])

const isCurrent = (token: Token, now: number): boolean => {
  const { status, not_before: from, expires_on: until } = token.details
  return status === 'active' && (from === undefined || Date.parse(from) <= now) && (until === undefined || now < Date.parse(until))
}

const tokenActor = (state: State, authorization: string, clock: Clock, verifying: boolean): Actor => {
  const secret = authorizationForm.exec(authorization.trim())?.[1]
  if (secret === undefined || !tokenForm.test(secret)) throw refuseHeaders('authorization_format')
  const token = state.tokens.bySecret(secret)
  const user = token === undefined ? undefined : state.users.byId(token.userId)
  // Asking about one's own token is the one thing that a disabled token may still do.
  if (token === undefined || user === undefined || !(verifying || isCurrent(token, clock.now()))) throw refuse(verifying ? 'token_unknown_at_verify' : 'token_unknown')
  const { permissions } = token.details
  return { user, token, permissions: permissions.includes('*') ? ownerPermissions : permissions }
}

const keyActor = (state: State, email: string, key: string): Actor => {
  if (!emailForm.test(email.trim())) throw refuseHeaders('email_format')
  if (!keyForm.test(key.trim())) throw refuseHeaders('key_format')
  const user = state.users.byEmail(email.trim())
  if (user === undefined || user.apiKey !== key.trim()) throw refuse('key_unknown')
  return { user, permissions: ownerPermissions }
}

/**
 * Who a request comes from: a bearer token, or e-mail address and global key.
 * @param verifying The request asks whether its token is valid, which has an error of its own.
 * @throws Refusal `credentials_missing`, `headers_invalid`, `token_unknown`, `token_unknown_at_verify`, `key_unknown`.
 */
export const authenticate = (state: State, headers: Headers, { clock, verifying = false }: { readonly clock: Clock; readonly verifying?: boolean }): Actor => {
  const authorization = text(headers['authorization'])
  const email = text(headers['x-auth-email'])
  const key = text(headers['x-auth-key'])
  if (email !== undefined && key !== undefined) return keyActor(state, email, key)
  if (authorization !== undefined) return tokenActor(state, authorization, clock, verifying)
  throw refuse('credentials_missing')
}

/** True when the actor holds a permission such as `#dns_records:edit`; whoever shows the global key holds all. */
export const mayDo = (actor: Actor, permission: string): boolean => actor.token === undefined || allows(actor.token.details.permissions, permission)

/** True when a zone is in the actor's reach: of one of their accounts, and in the token's list when it has one. */
export const reaches = (state: State, actor: Actor, zone: Zone): boolean =>
  state.accounts.isMember(zone.accountId, actor.user.id) && (actor.token?.details.zones === undefined || actor.token.details.zones.includes(zone.id))

/**
 * The zone of a request.
 * @throws Refusal `zone_not_found`; for a token with a list of zones, and for zones of others, `zone_forbidden`.
 */
export const zoneFor = (state: State, actor: Actor, id: string): Zone => {
  const zone = state.zones.byId(id)
  if (zone === undefined) throw refuse(actor.token?.details.zones === undefined ? 'zone_not_found' : 'zone_forbidden')
  if (!reaches(state, actor, zone)) throw refuse('zone_forbidden')
  return zone
}
