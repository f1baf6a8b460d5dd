import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, direction, hexIdentifier, identifier, match, paging, renamed } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { Zone } from './zone.ts'

const oneZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

const ZoneList = z.strictObject({
  /** Zone name; or with an operator in front: `equal:`, `not_equal:`, `starts_with:`, `ends_with:`, `contains:`. */
  name: z.optional(z.string().check(z.maxLength(253))),
  /** State of the zone. `deleted` and `deactivated` are of 2015; no zone is so today. */
  status: z.optional(z.enum(['initializing', 'pending', 'active', 'moved', 'deleted', 'deactivated'])),
  /** Kinds of zone, separated by commas. */
  type: z.optional(z.string()),
  /** Identifier of the account. */
  'account.id': z.optional(z.string()),
  /** Name of the account; operators as with `name`. */
  'account.name': z.optional(z.string().check(z.maxLength(253))),
  /** What to sort by. `email`, of 2015, is sent as `account.name`: zones belong to accounts. */
  order: z.optional(renamed(['name', 'status', 'account.id', 'account.name', 'plan.id'], { email: 'account.name' })),
  /** Sorting direction. */
  direction: z.optional(direction),
  /** Whether all filters must match or any. Default `all`. */
  match: z.optional(match),
  ...paging,
})
export interface ZoneList extends z.input<typeof ZoneList> {}

/**
 * List zones, filtered and sorted.
 * @example for await (const zone of cf.zones.list({ status: 'active' })) console.log(zone.name)
 */
export const list = listing<ZoneList, Zone>('GET /zones', { input: ZoneList, item: Zone, page: pageNumber({ perPage: 50 }), permission: '#zone:read' })

const NewZone = z.strictObject({
  /** Registered domain, without final dot. At most 253 characters. */
  name: z.string().check(z.maxLength(253), z.regex(/^([a-zA-Z0-9][-a-zA-Z0-9]*\.)+[-a-zA-Z0-9]{2,20}$/)),
  /** The account to add it to; the only one of the asker when not said. */
  account: z.optional(
    z.strictObject({
      /** Identifier of the account. */
      id: identifier,
    }),
  ),
  /** The account, as it was called in 2015; sent as `account`. */
  organization: z.optional(
    z.object({
      /** Identifier of the account. */
      id: identifier,
      /** Its name, which says nothing to the service. */
      name: z.optional(z.string().check(z.maxLength(100))),
    }),
  ),
  /** Kind of zone. Default `full`. */
  type: z.optional(z.enum(['full', 'partial', 'secondary', 'internal'])),
  /** Look for existing records of the domain while adding. Default true. */
  jump_start: z.optional(z.boolean()),
})

const ZoneCreate = NewZone.check((payload) => {
  const { organization, ...zone } = payload.value
  if (organization !== undefined) payload.value = { account: { id: organization.id }, ...zone }
})
export interface ZoneCreate extends z.input<typeof ZoneCreate> {}

/**
 * Add a zone. It is pending until the domain has the service's name servers.
 * @example const zone = await cf.zones.create({ name: 'example.net', account: { id: account_id } })
 */
export const create = endpoint<ZoneCreate, Zone>('POST /zones', { input: ZoneCreate, result: Zone, permission: '#zone:edit' })

const ZoneGet = z.strictObject(oneZone)
export interface ZoneGet extends z.input<typeof ZoneGet> {}

/**
 * Read one zone.
 * @example const zone = await cf.zones.get({ zone_id })
 */
export const get = endpoint<ZoneGet, Zone>('GET /zones/{zone_id}', { input: ZoneGet, result: Zone, permission: '#zone:read' })

const ZoneEdit = z
  .strictObject({
    ...oneZone,
    /** Answer DNS queries only; proxy nothing. */
    paused: z.optional(z.boolean()),
    /** Kind of zone. */
    type: z.optional(z.enum(['full', 'partial', 'secondary', 'internal'])),
    /** Custom name servers. */
    vanity_name_servers: z.optional(z.array(z.string())),
    /** Another plan. */
    plan: z.optional(
      z.strictObject({
        /** Identifier of the plan. */
        id: identifier,
      }),
    ),
  })
  .check(z.refine((input) => Object.keys(input).length === 2, 'give exactly one of paused, type, vanity_name_servers and plan: the service changes one property a call'))
export interface ZoneEdit extends z.input<typeof ZoneEdit> {}

/**
 * Change one property of a zone.
 * @example await cf.zones.edit({ zone_id, paused: true })
 */
export const edit = endpoint<ZoneEdit, Zone>('PATCH /zones/{zone_id}', { input: ZoneEdit, result: Zone, permission: '#zone:edit', safety: 'idempotent' })

const ZoneDelete = z.strictObject(oneZone)
export interface ZoneDelete extends z.input<typeof ZoneDelete> {}

/**
 * Delete a zone with everything in it.
 * @example await cf.zones.remove({ zone_id })
 */
export const remove = endpoint<ZoneDelete, Id>('DELETE /zones/{zone_id}', {
  input: ZoneDelete,
  result: Id,
  permission: '#zone:edit',
  repeated: { codes: [1001], result: (input) => ({ id: input['zone_id'] }) },
})

const ActivationCheck = z.strictObject(oneZone)
export interface ActivationCheck extends z.input<typeof ActivationCheck> {}

/**
 * Ask the service to look at the domain's name servers again; once in five minutes, once an hour with Free.
 * @example await cf.zones.checkActivation({ zone_id })
 */
export const checkActivation = endpoint<ActivationCheck, Id>('PUT /zones/{zone_id}/activation_check', { input: ActivationCheck, result: Id, permission: '#zone:edit' })
