import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { Id, direction, hexIdentifier, identifier, paging } from '../common.ts'
import { endpoint, listing } from '../protocol.ts'
import { CustomHostname, sslFields } from './hostname.ts'

const oneHostname = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Identifier of the custom host name. */
  custom_hostname_id: identifier,
}

/** What may be said on creation and later. */
const originFields = {
  /** Server behind it, when not the fallback origin; a name in the zone. */
  custom_origin_server: z.optional(z.string().check(z.maxLength(255))),
  /** Name that the server is asked for in the TLS handshake; `:request_host_header:` for the name that was asked for. */
  custom_origin_sni: z.optional(z.string().check(z.maxLength(255))),
  /** Data of one's own; keys and values are texts. */
  custom_metadata: z.optional(z.record(z.string(), z.string())),
}

const HostnameList = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Exact name; not together with `id`. */
  hostname: z.optional(z.string().check(z.maxLength(255))),
  /** Identifier of the custom host name; not together with `hostname`. */
  id: z.optional(z.string()),
  /** 1 for those with a certificate, 0 for the others. */
  ssl: z.optional(z.union([z.literal(0), z.literal(1)])),
  /** What to sort by. Default `ssl`. */
  order: z.optional(z.enum(['ssl', 'ssl_status'])),
  /** Sorting direction. */
  direction: z.optional(direction),
  ...paging,
})
export interface HostnameList extends z.input<typeof HostnameList> {}

/**
 * List the custom host names of a zone, filtered and sorted.
 * @example for await (const { hostname, status } of cf.customHostnames.list({ zone_id })) console.log(hostname, status)
 */
export const list = listing<HostnameList, CustomHostname>('GET /zones/{zone_id}/custom_hostnames', { input: HostnameList, item: CustomHostname, page: pageNumber({ perPage: 50 }), permission: '#ssl:read' })

const HostnameCreate = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** The name that points to the zone. At most 255 characters. */
  hostname: z.string().check(z.minLength(1), z.maxLength(255)),
  /** What certificate it gets. None when not said. */
  ssl: z.optional(z.strictObject(sslFields)),
  ...originFields,
})
export interface HostnameCreate extends z.input<typeof HostnameCreate> {}

/**
 * Answer for a host name of a customer's own, with a certificate for it.
 * @example await cf.customHostnames.create({ zone_id, hostname: 'app.example.org', ssl: { method: 'http', type: 'dv' } })
 */
export const create = endpoint<HostnameCreate, CustomHostname>('POST /zones/{zone_id}/custom_hostnames', { input: HostnameCreate, result: CustomHostname, permission: '#ssl:edit', secrets: ['custom_key'] })

const HostnameGet = z.strictObject(oneHostname)
export interface HostnameGet extends z.input<typeof HostnameGet> {}

/**
 * Read one custom host name.
 * @example const { status } = await cf.customHostnames.get({ zone_id, custom_hostname_id: id })
 */
export const get = endpoint<HostnameGet, CustomHostname>('GET /zones/{zone_id}/custom_hostnames/{custom_hostname_id}', { input: HostnameGet, result: CustomHostname, permission: '#ssl:read' })

const HostnameEdit = z.strictObject({
  ...oneHostname,
  /** What certificate it gets. What it has already asks the service to look at the name again. */
  ssl: z.optional(z.strictObject(sslFields)),
  ...originFields,
})
export interface HostnameEdit extends z.input<typeof HostnameEdit> {}

/**
 * Change the certificate, the server or the data of a custom host name.
 * @example await cf.customHostnames.edit({ zone_id, custom_hostname_id: id, ssl: { method: 'txt', type: 'dv' } })
 */
export const edit = endpoint<HostnameEdit, CustomHostname>('PATCH /zones/{zone_id}/custom_hostnames/{custom_hostname_id}', { input: HostnameEdit, result: CustomHostname, permission: '#ssl:edit', safety: 'idempotent', secrets: ['custom_key'] })

const HostnameDelete = z.strictObject(oneHostname)
export interface HostnameDelete extends z.input<typeof HostnameDelete> {}

/**
 * Delete a custom host name and its certificates.
 * @example await cf.customHostnames.remove({ zone_id, custom_hostname_id: id })
 */
export const remove = endpoint<HostnameDelete, Id>('DELETE /zones/{zone_id}/custom_hostnames/{custom_hostname_id}', {
  input: HostnameDelete,
  result: Id,
  permission: '#ssl:edit',
  repeated: { codes: [1436], result: (input) => ({ id: input['custom_hostname_id'] }) },
})
