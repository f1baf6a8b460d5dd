import type { Clock } from './clock.ts'
import { refuse, refuseHeaders } from './errors.ts'
import { allows, ownerPermissions } from './rules/permissions.ts'
import { rolesAllow } from './rules/roles.ts'
import { usableFrom } from './rules/token-conditions.ts'
import { covers, policiesAllow, type Target } from './rules/token-policies.ts'
import type { Collection } from './state/documents.ts'
import type { State } from './state/state.ts'
import type { Token } from './state/tokens.ts'
import { type UploadSession, uploadSession } from './state/upload-sessions.ts'
import type { User } from './state/users.ts'
import type { Zone } from './state/zones.ts'

/** Who is asking. */
export interface Actor {
  readonly user: User
  /** Present when an API token was shown instead of the global key. */
  readonly token?: Token
  /** Present when the token of an upload was shown, which is good for nothing else. */
  readonly session?: UploadSession
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

/** Form of an Origin CA key. */
export const originCaKeyForm = /^v1\.0-[0-9A-Za-z-]{20,}$/
const emailForm = /^[^@\s]+@[^@\s]+\.[^@\s]+$/

const text = (value: string | readonly string[] | undefined): string | undefined => (typeof value === 'string' ? value : value?.[0])

const isCurrent = (token: Token, now: number): boolean => {
  const { status, not_before: from, expires_on: until } = token.details
  return status === 'active' && (from === undefined || Date.parse(from) <= now) && (until === undefined || now < Date.parse(until))
}

const tokenActor = (state: State, authorization: string, { clock, address, verifying = false, accountOwned = false }: Asking): Actor => {
  const secret = authorizationForm.exec(authorization.trim())?.[1]
  if (secret === undefined || !tokenForm.test(secret)) throw refuseHeaders('authorization_format')
  const token = state.tokens.bySecret(secret)
  const user = token === undefined ? undefined : state.users.byId(token.userId)
  // Asking about one's own token is the one thing that a disabled token may still do.
  if (token === undefined || user === undefined || !(verifying || isCurrent(token, clock.now()))) throw refuse(verifying ? 'token_unknown_at_verify' : 'token_unknown')
  if (address !== undefined && !usableFrom(token.details.condition, address)) throw refuse('token_location', { address })
  const { permissions, accountId } = token.details
  // A question about a token belongs to who owns it: a person or an account.
  if (verifying && (accountId !== undefined) !== accountOwned) throw refuse('token_unknown_at_verify')
  return { user, token, permissions: permissions.includes('*') ? ownerPermissions : permissions }
}

const keyActor = (state: State, email: string, key: string): Actor => {
  if (!emailForm.test(email.trim())) throw refuseHeaders('email_format')
  if (!keyForm.test(key.trim())) throw refuseHeaders('key_format')
  const user = state.users.byEmail(email.trim())
  if (user === undefined || user.apiKey !== key.trim()) throw refuse('key_unknown')
  return { user, permissions: ownerPermissions }
}

/** Whose Origin CA keys are: keys by themselves, in one scope. */
export const originCaKeys = (state: State): Collection<{ readonly userId: string }> => state.documents.collection<{ readonly userId: string }>('origin_ca_keys')

/** The scope of {@link originCaKeys}. */
export const originCaKeyScope = 'users'

const originCaActor = (state: State, key: string): Actor => {
  const kept = originCaKeys(state).get(originCaKeyScope, key.trim())
  const user = kept === undefined ? undefined : state.users.byId(kept.userId)
  if (user === undefined) throw refuse('origin_ca_key_unknown')
  return { user, permissions: ownerPermissions }
}

/** What is known of a request before its credentials are looked at. */
export interface Asking {
  readonly clock: Clock
  /** Where the request comes from; conditions of tokens on addresses are not looked at without. */
  readonly address?: string
  /** The request asks whether its token is valid, which has an error of its own. */
  readonly verifying?: boolean
  /** The question is about a token that an account owns. */
  readonly accountOwned?: boolean
  /** The call is one of those that take an Origin CA key. */
  readonly originCa?: boolean
}

/**
 * Who a request comes from: a bearer token, e-mail address and global key, or an Origin CA key where that is taken.
 * @throws Refusal `credentials_missing`, `headers_invalid`, `token_unknown`, `token_unknown_at_verify`, `token_location`, `key_unknown`, `origin_ca_key_unknown`.
 */
export const authenticate = (state: State, headers: Headers, asking: Asking): Actor => {
  const authorization = text(headers['authorization'])
  const email = text(headers['x-auth-email'])
  const key = text(headers['x-auth-key'])
  if (email !== undefined && key !== undefined) return keyActor(state, email, key)
  if (authorization !== undefined) return tokenActor(state, authorization, asking)
  const serviceKey = asking.originCa === true ? text(headers['x-auth-user-service-key']) : undefined
  if (serviceKey !== undefined) return originCaActor(state, serviceKey)
  throw refuse('credentials_missing')
}

/**
 * Whose upload a request is part of: it shows the token of a session, and no other credentials are looked at.
 * @throws Refusal `upload_token`.
 */
export const authenticateUpload = (state: State, headers: Headers, now: number): Actor => {
  const token = authorizationForm.exec(text(headers['authorization'])?.trim() ?? '')?.[1] ?? ''
  const session = uploadSession(state, token, now)
  const user = session === undefined ? undefined : state.users.byId(session.userId)
  if (session === undefined || user === undefined) throw refuse('upload_token')
  return { user, session, permissions: [] }
}

/** The account or zone that a permission is wanted for; none when a call is about no one account. */
export type { Target } from './rules/token-policies.ts'

/**
 * True when the actor holds a permission such as `#dns_records:edit`: by the token, whose policies may give it for some objects
 * only, and in an account by the roles of the user. Tokens that an account owns do not depend on who made them.
 */
export const mayDo = (state: State, actor: Actor, permission: string, target?: Target): boolean => {
  const details = actor.token?.details
  if (details?.policies !== undefined ? !policiesAllow(details.policies, permission, target) : details !== undefined && !allows(details.permissions, permission)) return false
  return target === undefined || details?.accountId !== undefined || !state.accounts.isMember(target.accountId, actor.user.id) || rolesAllow(state.members.rolesOf(target.accountId, actor.user.email), permission)
}

/** True when an account is in the actor's reach: the user is a member, or the account owns the token. */
export const reachesAccount = (state: State, actor: Actor, accountId: string): boolean => {
  const owner = actor.token?.details.accountId
  return owner === undefined ? state.accounts.isMember(accountId, actor.user.id) : owner === accountId
}

/**
 * True when a zone is in the actor's reach: of one of their accounts, in the token's list when it has one, and among the objects
 * of its policies when it has some.
 * @param permission What is wanted there; any permission when not said.
 */
export const reaches = (state: State, actor: Actor, zone: Zone, permission?: string): boolean => {
  if (!reachesAccount(state, actor, zone.accountId)) return false
  const { zones, policies } = actor.token?.details ?? {}
  if (zones !== undefined && !zones.includes(zone.id)) return false
  const target = { accountId: zone.accountId, zoneId: zone.id }
  if (permission !== undefined) return mayDo(state, actor, permission, target)
  return policies === undefined || policies.some((policy) => policy.effect === 'allow' && covers(policy.resources, target))
}

/**
 * The zone of a request.
 * @throws Refusal `zone_not_found`; for a token with a list of zones, and for zones of others, `zone_forbidden`.
 */
export const zoneFor = (state: State, actor: Actor, id: string): Zone => {
  const zone = state.zones.byId(id)
  const limited = actor.token?.details.zones !== undefined || actor.token?.details.policies !== undefined
  if (zone === undefined) throw refuse(limited ? 'zone_forbidden' : 'zone_not_found')
  if (!reaches(state, actor, zone)) throw refuse('zone_forbidden')
  return zone
}
