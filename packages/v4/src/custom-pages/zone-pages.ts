import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { CustomPage, pageFields, pageName } from './page.ts'

const onePage = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Name of the page. */
  custom_page_id: pageName,
}

const ZonePageList = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
})
export interface ZonePageList extends z.input<typeof ZonePageList> {}

/**
 * List the pages of a zone; all at once.
 * @example const pages = await cf.customPages.list({ zone_id })
 */
export const list = endpoint<ZonePageList, CustomPage[]>('GET /zones/{zone_id}/custom_pages', { input: ZonePageList, result: z.array(CustomPage), permission: '#custom_pages:read' })

const ZonePageGet = z.strictObject(onePage)
export interface ZonePageGet extends z.input<typeof ZonePageGet> {}

/**
 * Read one page.
 * @example const { state, url } = await cf.customPages.get({ zone_id, custom_page_id: 'waf_block' })
 */
export const get = endpoint<ZonePageGet, CustomPage>('GET /zones/{zone_id}/custom_pages/{custom_page_id}', { input: ZonePageGet, result: CustomPage, permission: '#custom_pages:read' })

const ZonePageUpdate = z.strictObject({ ...onePage, ...pageFields })
export interface ZonePageUpdate extends z.input<typeof ZonePageUpdate> {}

/**
 * Show a page of one's own, or that of the service again.
 * @example await cf.customPages.update({ zone_id, custom_page_id: 'waf_block', state: 'customized', url: 'https://example.com/blocked.html' })
 */
export const update = endpoint<ZonePageUpdate, CustomPage>('PUT /zones/{zone_id}/custom_pages/{custom_page_id}', { input: ZonePageUpdate, result: CustomPage, permission: '#custom_pages:edit' })
