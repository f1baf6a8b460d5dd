/**
 * Railguns of an organization: receivers that made the way to a server shorter. The service ended them in 2024.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, direction, hexIdentifier } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { Railgun, RailgunZone, railgunName, railgunPaging } from './railgun.ts'

const ofOrganization = {
  /** Identifier of the organization; today that of the account. */
  organization_id: hexIdentifier,
}

const oneRailgun = {
  ...ofOrganization,
  /** Identifier of the Railgun. */
  railgun_id: hexIdentifier,
}

const OrganizationRailgunList = z.strictObject({
  ...ofOrganization,
  /** Sorting direction, by date of creation. Default `asc`. */
  direction: z.optional(direction),
  ...railgunPaging,
})
export interface OrganizationRailgunList extends z.input<typeof OrganizationRailgunList> {}

/**
 * List the Railguns of an organization.
 * @example for await (const railgun of cf.historic.organizationRailguns.list({ organization_id: account_id })) console.log(railgun.name, railgun.status)
 */
export const list = listing<OrganizationRailgunList, Railgun>('GET /organizations/{organization_id}/railguns', { input: OrganizationRailgunList, item: Railgun, page: pageNumber({ perPage: 50 }), permission: '#organization:read', secrets: ['activation_key'], sunset: '2024-01-31' })

const OrganizationRailgunCreate = z.strictObject({
  ...ofOrganization,
  /** Name, at most 160 characters. */
  name: railgunName,
})
export interface OrganizationRailgunCreate extends z.input<typeof OrganizationRailgunCreate> {}

/**
 * Create a Railgun; its receiver signs in with the activation key.
 * @example const { activation_key } = await cf.historic.organizationRailguns.create({ organization_id: account_id, name: 'My Railgun' })
 */
export const create = endpoint<OrganizationRailgunCreate, Railgun>('POST /organizations/{organization_id}/railguns', { input: OrganizationRailgunCreate, result: Railgun, permission: '#organization:edit', secrets: ['activation_key'], sunset: '2024-01-31' })

const OrganizationRailgunGet = z.strictObject(oneRailgun)
export interface OrganizationRailgunGet extends z.input<typeof OrganizationRailgunGet> {}

/**
 * Read one Railgun.
 * @example const { zones_connected } = await cf.historic.organizationRailguns.get({ organization_id: account_id, railgun_id: id })
 */
export const get = endpoint<OrganizationRailgunGet, Railgun>('GET /organizations/{organization_id}/railguns/{railgun_id}', { input: OrganizationRailgunGet, result: Railgun, permission: '#organization:read', secrets: ['activation_key'], sunset: '2024-01-31' })

const OrganizationRailgunEdit = z.strictObject({
  ...oneRailgun,
  /** Name, at most 160 characters. */
  name: z.optional(railgunName),
  /** Whether it takes connections. */
  enabled: z.optional(z.boolean()),
})
export interface OrganizationRailgunEdit extends z.input<typeof OrganizationRailgunEdit> {}

/**
 * Switch a Railgun on or off, or rename it.
 * @example await cf.historic.organizationRailguns.edit({ organization_id: account_id, railgun_id: id, enabled: false })
 */
export const edit = endpoint<OrganizationRailgunEdit, Railgun>('PATCH /organizations/{organization_id}/railguns/{railgun_id}', { input: OrganizationRailgunEdit, result: Railgun, permission: '#organization:edit', secrets: ['activation_key'], safety: 'idempotent', sunset: '2024-01-31' })

const OrganizationRailgunDelete = z.strictObject(oneRailgun)
export interface OrganizationRailgunDelete extends z.input<typeof OrganizationRailgunDelete> {}

/**
 * Delete a Railgun and disconnect its zones.
 * @example await cf.historic.organizationRailguns.remove({ organization_id: account_id, railgun_id: id })
 */
export const remove = endpoint<OrganizationRailgunDelete, Id>('DELETE /organizations/{organization_id}/railguns/{railgun_id}', {
  input: OrganizationRailgunDelete,
  result: Id,
  permission: '#organization:edit',
  sunset: '2024-01-31',
  repeated: { codes: [1001], result: (input) => ({ id: input['railgun_id'] }) },
})

const OrganizationRailgunZones = z.strictObject(oneRailgun)
export interface OrganizationRailgunZones extends z.input<typeof OrganizationRailgunZones> {}

/**
 * List the zones that are connected to a Railgun; all at once.
 * @example const zones = await cf.historic.organizationRailguns.zones({ organization_id: account_id, railgun_id: id })
 */
export const zones = endpoint<OrganizationRailgunZones, RailgunZone[]>('GET /organizations/{organization_id}/railguns/{railgun_id}/zones', { input: OrganizationRailgunZones, result: z.array(RailgunZone), permission: '#organization:read', sunset: '2024-01-31' })
