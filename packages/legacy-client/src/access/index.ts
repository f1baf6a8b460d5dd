/**
 * The account's lists of addresses that are let through or kept out, for all its zones.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { address, basic } from '../common.ts'
import { endpoint } from '../protocol.ts'

const AddressRule = z.strictObject({
  ...basic,
  /** The IP address. */
  key: address,
})
export interface AddressRule extends z.input<typeof AddressRule> {}

const ChangedAddress = z.object({
  /** What was done. */
  result: z.object({
    /** The IP address. */
    ip: z.string(),
    /** `WL` let through, `BAN` kept out, `NUL` neither. */
    action: z.string(),
  }),
})
export interface ChangedAddress extends z.output<typeof ChangedAddress> {}

const change = { input: AddressRule, result: ChangedAddress, safety: 'idempotent' } as const

/**
 * Let an address through without checks. Edition 2012; for 2010 see `edition2010.allow`.
 * @example await cf.access.allow({ key: '192.0.2.1' })
 */
export const allow = endpoint<AddressRule, ChangedAddress>('wl', change)

/**
 * Keep an address out. Edition 2012; for 2010 see `edition2010.ban`.
 * @example await cf.access.ban({ key: '192.0.2.1' })
 */
export const ban = endpoint<AddressRule, ChangedAddress>('ban', change)

/**
 * Take an address from both lists. Edition 2012.
 * @example await cf.access.forget({ key: '192.0.2.1' })
 */
export const forget = endpoint<AddressRule, ChangedAddress>('nul', change)
