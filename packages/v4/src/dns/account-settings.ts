/**
 * DNS settings of an account: what its new zones start with.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { zoneDefaults } from './settings.ts'

const AccountDnsSettings = z.object({
  /** What new zones of the account start with. */
  zone_defaults: z.object(zoneDefaults),
})
export interface AccountDnsSettings extends z.output<typeof AccountDnsSettings> {}

const AccountDnsSettingsGet = z.strictObject({
  /** Identifier of the account. */
  account_id: hexIdentifier,
})
export interface AccountDnsSettingsGet extends z.input<typeof AccountDnsSettingsGet> {}

/**
 * Read what new zones of an account start with.
 * @example const { zone_defaults } = await cf.dns.accountSettings.get({ account_id })
 */
export const get = endpoint<AccountDnsSettingsGet, AccountDnsSettings>('GET /accounts/{account_id}/dns_settings', { input: AccountDnsSettingsGet, result: AccountDnsSettings, permission: '#zone_dns_settings:read', since: '2024-07' })

const AccountDnsSettingsEdit = z.strictObject({
  /** Identifier of the account. */
  account_id: hexIdentifier,
  /** What new zones start with; what is not said stays. Zones that are there already keep what they have. */
  zone_defaults: z.optional(z.object(zoneDefaults)),
})
export interface AccountDnsSettingsEdit extends z.input<typeof AccountDnsSettingsEdit> {}

/**
 * Change what new zones of an account start with.
 * @example await cf.dns.accountSettings.edit({ account_id, zone_defaults: { ns_ttl: 3600 } })
 */
export const edit = endpoint<AccountDnsSettingsEdit, AccountDnsSettings>('PATCH /accounts/{account_id}/dns_settings', { input: AccountDnsSettingsEdit, result: AccountDnsSettings, permission: '#zone_dns_settings:edit', safety: 'idempotent', since: '2024-07' })
