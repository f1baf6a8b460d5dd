import * as z from '@zonewright/core/schema'
import { address } from '../common.ts'
import { clientEvents, clientText, endpoint } from '../protocol.ts'
import { AddressUpdateText } from './json.ts'

const AddressRule = z.strictObject({
  /** The IP address; edition 2010 says IPv4 only. */
  key: address,
})
export interface AddressRule extends z.input<typeof AddressRule> {}

const word = { result: z.literal('OK'), answer: 'text', safety: 'idempotent' } as const

/**
 * Let an address through without checks, at the address for plain text. Edition 2010; later `access.allow`.
 * @example await cf.edition2010.allow({ key: '192.0.2.1' })
 */
export const allow = endpoint<AddressRule, 'OK'>('wl', { input: AddressRule, ...word }, clientText)

/**
 * Keep an address out, at the address for plain text. Edition 2010; later `access.ban`.
 * @example await cf.edition2010.ban({ key: '192.0.2.1' })
 */
export const ban = endpoint<AddressRule, 'OK'>('ban', { input: AddressRule, ...word }, clientText)

/**
 * Take an address from both lists, at the address for plain text. In no edition, but scripts of the time call it; later `access.forget`.
 * @example await cf.edition2010.forget({ key: '192.0.2.1' })
 */
export const forget = endpoint<AddressRule, 'OK'>('nul', { input: AddressRule, ...word }, clientText)

/**
 * Give A records a new address (dynamic DNS), at the address for plain text. In no edition, but routers of the time call it.
 * @example await cf.edition2010.updateAddressByText({ ip: '192.0.2.1', hosts: ['home.example.com'] })
 */
export const updateAddressByText = endpoint<AddressUpdateText, 'OK'>('DIUP', { input: AddressUpdateText, ...word }, clientText)

const SpamReport = z.strictObject({
  /** The comment that was spam; it travels as JSON. */
  evnt_v: z.strictObject({
    /** Name of the author. */
    a: z.string(),
    /** E-mail address of the author. */
    am: z.string(),
    /** IP address that it came from. */
    ip: address,
    /** Start of the comment, at most 100 characters. */
    content: z.string().check(z.maxLength(100)),
  }),
})
export interface SpamReport extends z.input<typeof SpamReport> {}

const Reported = z.object({})
export interface Reported extends z.output<typeof Reported> {}

/**
 * Report a comment as spam: at most 150 an hour, see `limits.spamReports`. Edition 2010. What the service answers is written
 * down nowhere: anything but a refusal counts as done.
 * @example await cf.edition2010.reportSpam({ evnt_v: { a: 'Nobody', am: 'nobody@example.net', ip: '192.0.2.1', content: 'Buy now' } })
 */
export const reportSpam = endpoint<SpamReport, Reported>('CF_USER_SPAM', { input: SpamReport, result: Reported }, clientEvents)
