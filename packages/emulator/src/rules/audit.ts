import type { AnyEndpoint } from '@zonewright/core'

import type { Actor } from '../auth.ts'
import { type Clock, microsecondDate } from '../clock.ts'
import { uuid7 } from '../ids.ts'
import type { State } from '../state/state.ts'
import type { Zone } from '../state/zones.ts'

/** What is kept of a change. Never what was sent: it may hold secrets. */
export interface AuditEntry {
  /** RFC 3339. */
  readonly when: string
  readonly type: 'create' | 'update' | 'delete'
  readonly method: string
  /** Path of the request, without its query. */
  readonly path: string
  /** Kind of what was changed: the last word of the route. */
  readonly resourceType: string
  readonly resourceId?: string
  readonly userId: string
  readonly email: string
  readonly tokenId?: string
  readonly tokenName?: string
  readonly zoneId?: string
  readonly zoneName?: string
}

/** A change that was carried out. */
export interface Change {
  readonly endpoint: AnyEndpoint
  readonly input: Readonly<Record<string, unknown>>
  readonly result: unknown
  readonly actor: Actor
  /** Path and query. */
  readonly target: string
  /** The zone it was made in, as it was before. */
  readonly zone: Zone | undefined
}

/** Name of the collection in which entries are kept, in the scope of the account or user. */
export const auditCollection = 'audit_logs'

const typeOf = (method: string): AuditEntry['type'] => (method === 'DELETE' ? 'delete' : method === 'POST' ? 'create' : 'update')

const idIn = (value: unknown): string | undefined => {
  const id = typeof value === 'object' && value !== null ? (value as { readonly id?: unknown }).id : undefined
  return typeof id === 'string' ? id : undefined
}

/** Writes a change down, in the transaction of the change: for the account it was made in, or for the user. */
export const recordAudit = ({ state, clock }: { readonly state: State; readonly clock: Clock }, { endpoint, input, result, actor, target, zone }: Change): void => {
  const { path, method, parameters } = endpoint.target
  const named = input[parameters.includes('organization_id') ? 'organization_id' : 'account_id']
  const accountId = zone?.accountId ?? (typeof named === 'string' ? named : undefined)
  const now = clock.now()
  const last = parameters.at(-1)
  const resourceId = idIn(result) ?? (last === undefined ? undefined : String(input[last]))
  const entry: AuditEntry = {
    when: microsecondDate(now),
    type: typeOf(method),
    method,
    path: target.split('?')[0] ?? target,
    resourceType: path.split('/').findLast((part) => !part.startsWith('{')) ?? '',
    ...(resourceId === undefined ? {} : { resourceId }),
    userId: actor.user.id,
    email: actor.user.email,
    ...(actor.token === undefined ? {} : { tokenId: actor.token.id, tokenName: actor.token.details.name }),
    ...(zone === undefined ? {} : { zoneId: zone.id, zoneName: zone.name }),
  }
  state.documents.collection<AuditEntry>(auditCollection).put(accountId ?? actor.user.id, uuid7(now), entry)
}
