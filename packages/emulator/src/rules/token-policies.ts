import { refuse } from '../errors.ts'
import type { TokenPolicy } from '../state/tokens.ts'
import { permissionGroup, type Scope } from './permission-groups.ts'
import { allows } from './permissions.ts'

/** An object that somebody wants to reach: a zone of an account, or an account. */
export interface Target {
  readonly accountId: string
  readonly zoneId?: string
}

const zonePrefix = 'com.cloudflare.api.account.zone.'
const accountPrefix = 'com.cloudflare.api.account.'
const userPrefix = 'com.cloudflare.api.user.'

const names = (key: string, prefix: string, id: string | undefined): boolean => key.startsWith(prefix) && (key === `${prefix}*` || key.slice(prefix.length) === id)

/** True when the objects of a policy include the target: by itself, or by the account it is in. */
export const covers = (resources: TokenPolicy['resources'], { accountId, zoneId }: Target): boolean =>
  Object.entries(resources).some(([key, value]) => {
    if (key.startsWith(zonePrefix)) return zoneId !== undefined && names(key, zonePrefix, zoneId)
    if (!names(key, accountPrefix, accountId)) return false
    if (typeof value === 'string') return true
    return zoneId !== undefined && Object.keys(value).some((inner) => names(inner, zonePrefix, zoneId))
  })

const permissionsOf = (policy: TokenPolicy): readonly string[] => policy.permission_groups.flatMap(({ id }) => permissionGroup(id)?.permission ?? [])

const gives = (policy: TokenPolicy, permission: string, target: Target | undefined): boolean => allows(permissionsOf(policy), permission) && (target === undefined || covers(policy.resources, target))

/**
 * True when policies give a permission for a target, or for any object when no target is said. A denial for the target wins
 * over whatever allows; what is denied for reading is denied for writing too.
 */
export const policiesAllow = (policies: readonly TokenPolicy[], permission: string, target?: Target): boolean => {
  if (!policies.some((policy) => policy.effect === 'allow' && gives(policy, permission, target))) return false
  const denied = new Set([permission, permission.replace(/:edit$/, ':read')])
  return target === undefined || !policies.some((policy) => policy.effect === 'deny' && covers(policy.resources, target) && permissionsOf(policy).some((one) => denied.has(one)))
}

/** Every permission that some policy gives for some object. */
export const permissionsGiven = (policies: readonly TokenPolicy[]): readonly string[] => [...new Set(policies.filter(({ effect }) => effect === 'allow').flatMap(permissionsOf))].sort()

/** Who will own a token: only objects of its owner can be in its policies. */
export interface Owner {
  readonly userId: string
  readonly accountIds: readonly string[]
  /** Account of a zone. */
  readonly accountOfZone: (zoneId: string) => string | undefined
  /** The account that will own the token, when no person does. */
  readonly account?: string
}

const scopeOf = (key: string, owner: Owner): Scope | undefined => {
  const own = (id: string): boolean => (owner.account === undefined ? owner.accountIds.includes(id) : owner.account === id)
  if (key.startsWith(userPrefix)) return owner.account === undefined && key === `${userPrefix}${owner.userId}` ? 'com.cloudflare.api.user' : undefined
  if (key.startsWith(zonePrefix)) {
    const id = key.slice(zonePrefix.length)
    return id === '*' || own(owner.accountOfZone(id) ?? '') ? 'com.cloudflare.api.account.zone' : undefined
  }
  if (!key.startsWith(accountPrefix)) return undefined
  const id = key.slice(accountPrefix.length)
  return own(id) || (id === '*' && owner.account === undefined) ? 'com.cloudflare.api.account' : undefined
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const resourcesOf = (value: unknown, owner: Owner): { readonly resources: TokenPolicy['resources']; readonly scopes: ReadonlySet<Scope> } => {
  if (!isObject(value) || Object.keys(value).length === 0) throw refuse('token_resources', { resource: '' })
  const scopes = new Set<Scope>()
  const resources: Record<string, string | Record<string, string>> = {}
  for (const [key, inside] of Object.entries(value)) {
    const scope = scopeOf(key, owner)
    if (scope === undefined) throw refuse('token_resources', { resource: key })
    scopes.add(scope)
    if (inside === '*') {
      // Whoever has a whole account has the zones in it.
      if (scope === 'com.cloudflare.api.account') scopes.add('com.cloudflare.api.account.zone')
      resources[key] = inside
    } else if (isObject(inside) && scope === 'com.cloudflare.api.account' && Object.keys(inside).length > 0) {
      for (const [inner, all] of Object.entries(inside)) if (all !== '*' || scopeOf(inner, owner) !== 'com.cloudflare.api.account.zone') throw refuse('token_resources', { resource: inner })
      scopes.delete('com.cloudflare.api.account')
      scopes.add('com.cloudflare.api.account.zone')
      resources[key] = inside as Record<string, string>
    } else throw refuse('token_resources', { resource: key })
  }
  return { resources, scopes }
}

const groupsOf = (value: unknown, scopes: ReadonlySet<Scope>): TokenPolicy['permission_groups'] => {
  if (!Array.isArray(value) || value.length === 0) throw refuse('token_groups', { group: '' })
  return value.map((item: unknown) => {
    const id = isObject(item) && typeof item['id'] === 'string' ? item['id'] : ''
    const group = permissionGroup(id)
    if (group === undefined) throw refuse('token_groups', { group: id })
    if (!group.scopes.some((scope) => scopes.has(scope))) throw refuse('token_group_scope', { group: group.name })
    return { id }
  })
}

/**
 * The policies of a token, checked.
 * @param known Identifiers of policies that the token has already; a new token has none.
 * @throws Refusal `token_policies`, `token_policy_reused`, `token_resources`, `token_groups`, `token_group_scope`.
 */
export const tokenPolicies = (value: unknown, { owner, known, newId }: { readonly owner: Owner; readonly known: readonly string[]; readonly newId: () => string }): readonly TokenPolicy[] => {
  if (!Array.isArray(value) || value.length === 0) throw refuse('token_policies')
  return value.map((item: unknown) => {
    if (!isObject(item)) throw refuse('token_policies')
    const { id, effect } = item
    if (id !== undefined && (typeof id !== 'string' || !known.includes(id))) throw refuse('token_policy_reused')
    if (effect !== 'allow' && effect !== 'deny') throw refuse('token_policies')
    const { resources, scopes } = resourcesOf(item['resources'], owner)
    return { id: typeof id === 'string' ? id : newId(), effect, permission_groups: groupsOf(item['permission_groups'], scopes), resources }
  })
}
