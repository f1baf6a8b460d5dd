/**
 * Pages for all zones of an account.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { CustomPage, pageFields, pageName } from './page.ts'

const onePage = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
  /** Name of the page. */
  custom_page_id: pageName,
}

const AccountPageList = z.strictObject({
  /** Identifier of the account. */
  account_id: hexIdentifier,
})
export interface AccountPageList extends z.input<typeof AccountPageList> {}

/**
 * List the pages of an account; all at once.
 * @example const pages = await cf.customPages.account.list({ account_id })
 */
export const list = endpoint<AccountPageList, CustomPage[]>('GET /accounts/{account_id}/custom_pages', { input: AccountPageList, result: z.array(CustomPage), permission: '#custom_pages:read' })

const AccountPageGet = z.strictObject(onePage)
export interface AccountPageGet extends z.input<typeof AccountPageGet> {}

/**
 * Read one page.
 * @example const { state, url } = await cf.customPages.account.get({ account_id, custom_page_id: 'waf_block' })
 */
export const get = endpoint<AccountPageGet, CustomPage>('GET /accounts/{account_id}/custom_pages/{custom_page_id}', { input: AccountPageGet, result: CustomPage, permission: '#custom_pages:read' })

const AccountPageUpdate = z.strictObject({ ...onePage, ...pageFields })
export interface AccountPageUpdate extends z.input<typeof AccountPageUpdate> {}

/**
 * Show a page of one's own, or that of the service again.
 * @example await cf.customPages.account.update({ account_id, custom_page_id: 'waf_block', state: 'customized', url: 'https://example.com/blocked.html' })
 */
export const update = endpoint<AccountPageUpdate, CustomPage>('PUT /accounts/{account_id}/custom_pages/{custom_page_id}', { input: AccountPageUpdate, result: CustomPage, permission: '#custom_pages:edit' })
