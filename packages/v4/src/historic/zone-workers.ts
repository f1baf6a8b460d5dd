/**
 * The one Worker that a zone could have before accounts had many; its name was that of the zone with a dash for each dot.
 * No day of the end was ever published: that of the documents which no longer tell of them stands here.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const inZone = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
}

/** The Worker of a zone. */
const ZoneScript = z.object({
  /** Its name, such as `example-com`. */
  id: z.string(),
  /** Hash of the code, 64 hexadecimal digits. Read-only. */
  etag: z.string(),
  /** The code. */
  script: z.optional(z.string()),
  /** Bytes of the code. Read-only. */
  size: z.optional(z.number()),
  /** When it was uploaded first, RFC 3339. Read-only. */
  created_on: z.optional(z.string()),
  /** When it was uploaded last, RFC 3339. Read-only. */
  modified_on: z.string(),
})
export interface ZoneScript extends z.output<typeof ZoneScript> {}

const ZoneScriptPut = z.strictObject({
  ...inZone,
  /** The code. */
  script: z.upload(),
})
export interface ZoneScriptPut extends z.input<typeof ZoneScriptPut> {}

/**
 * Upload the Worker of a zone. Today: `workers.scripts.update`.
 * @example await cf.historic.zoneWorkers.put({ zone_id, script: "addEventListener('fetch', () => {})" })
 */
export const put = endpoint<ZoneScriptPut, ZoneScript>('PUT /zones/{zone_id}/workers/script', { input: ZoneScriptPut, result: ZoneScript, body: { raw: 'script', type: 'application/javascript' }, permission: '#worker:edit', since: '2017-09', sunset: '2026-11' })

const ZoneScriptDelete = z.strictObject(inZone)
export interface ZoneScriptDelete extends z.input<typeof ZoneScriptDelete> {}

/**
 * Delete the Worker of a zone; the result is an identifier alone. Today: `workers.scripts.remove`.
 * @example await cf.historic.zoneWorkers.remove({ zone_id })
 */
export const remove = endpoint<ZoneScriptDelete, string>('DELETE /zones/{zone_id}/workers/script', { input: ZoneScriptDelete, result: z.string(), permission: '#worker:edit', repeated: { codes: [10007], result: (input) => input['zone_id'] }, since: '2017-09', sunset: '2026-11' })

const UserScriptList = z.strictObject({})
export interface UserScriptList extends z.input<typeof UserScriptList> {}

/**
 * List the Workers of all the user's accounts. Today: `workers.scripts.list`, for one account.
 * @example const scripts = await cf.historic.zoneWorkers.list({})
 */
export const list = endpoint<UserScriptList, ZoneScript[]>('GET /user/workers/scripts', { input: UserScriptList, result: z.array(ZoneScript), permission: '#worker:read', since: '2017-09', sunset: '2026-11' })
