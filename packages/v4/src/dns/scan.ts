/**
 * Scans of public DNS for records that a zone lacks.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier, identifier } from '../common.ts'
import { endpoint } from '../protocol.ts'
import { DnsRecord, recordFields } from './record.ts'

const ScanInput = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
})
export interface ScanInput extends z.input<typeof ScanInput> {}

const ScanResult = z.object({
  /** Records that were added. */
  recs_added: z.number(),
  /** Records that were found. */
  total_records_parsed: z.number(),
})
export interface ScanResult extends z.output<typeof ScanResult> {}

/**
 * Scan and add what is found at once. Replaced by {@link trigger} and {@link review}.
 * @example await cf.dns.scan.run({ zone_id })
 */
export const run = endpoint<ScanInput, ScanResult>('POST /zones/{zone_id}/dns_records/scan', { input: ScanInput, result: ScanResult, permission: '#dns_records:edit' })

const Nothing = z.unknown()

/**
 * Start a scan; its finds wait to be reviewed.
 * @example await cf.dns.scan.trigger({ zone_id })
 */
export const trigger = endpoint<ScanInput, unknown>('POST /zones/{zone_id}/dns_records/scan/trigger', { input: ScanInput, result: Nothing, permission: '#dns_records:edit', safety: 'idempotent', since: '2025-09' })

const Finds = z.array(z.partial(DnsRecord))

/** A record that a scan found. */
const Find = z.partial(DnsRecord)
export interface Find extends z.output<typeof Find> {}

/**
 * What the last scan found.
 * @example const finds = await cf.dns.scan.finds({ zone_id })
 */
export const finds = endpoint<ScanInput, Find[]>('GET /zones/{zone_id}/dns_records/scan/review', { input: ScanInput, result: Finds, permission: '#dns_records:read', since: '2025-09' })

const Review = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Finds to add, as they are or changed. */
  accepts: z.optional(z.array(z.strictObject({ id: z.optional(identifier), ...recordFields }))),
  /** Finds to forget. */
  rejects: z.optional(z.array(z.strictObject({ id: identifier }))),
})
export interface Review extends z.input<typeof Review> {}

const ReviewResult = z.object({
  /** The records that were added. */
  accepts: z.optional(z.nullable(z.array(DnsRecord))),
  /** The finds that were forgotten. */
  rejects: z.optional(z.nullable(z.array(z.unknown()))),
})
export interface ReviewResult extends z.output<typeof ReviewResult> {}

/**
 * Accept or reject what a scan found.
 * @example await cf.dns.scan.review({ zone_id, rejects: [{ id }] })
 */
export const review = endpoint<Review, ReviewResult>('POST /zones/{zone_id}/dns_records/scan/review', { input: Review, result: ReviewResult, permission: '#dns_records:edit', since: '2025-09' })
