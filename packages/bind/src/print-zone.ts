import type { ResourceRecord } from '@zonewright/zone'
import { cloudflareLayout } from './cloudflare-layout.ts'
import { prettyLayout } from './pretty-layout.ts'
import { printRecord } from './print-record.ts'

/** How a zone is written. */
export interface PrintZoneOptions {
  /**
   * `canonical` (default): one absolute line for each record; `cloudflare`: the shape of the service's export, grouped by type;
   * `pretty`: `$ORIGIN`, `$TTL`, relative owners and aligned columns.
   */
  readonly layout?: 'canonical' | 'cloudflare' | 'pretty'
  /** Canonical name of the zone, for the header and `$ORIGIN`; by default that of the SOA record. */
  readonly origin?: string
  /** Seconds in `$TTL` of the pretty layout; by default the TTL of the first record. */
  readonly ttl?: number
  /** Time in the header of the cloudflare layout; left out by default, so that equal records give equal text. */
  readonly exported?: Date
}

/**
 * Writes records as a master file that {@link readZone} reads back to the same records with the same attributes.
 *
 * The canonical and the pretty layout keep the order of the records, the cloudflare layout their order within a type.
 * @throws TypeError when the comment of a record has a line break.
 * @example const text = printZone(records, { layout: 'pretty', origin: 'example.com.' })
 */
export function printZone(records: Iterable<ResourceRecord>, options: PrintZoneOptions = {}): string {
  let text = ''
  for (const part of printZoneParts(records, options)) text += part
  return text
}

/**
 * Does what {@link printZone} does, a line or a few at a time, for zones that should not be in memory as one text.
 *
 * The cloudflare layout keeps the records until the end, the other two keep nothing.
 * @throws TypeError when the comment of a record has a line break.
 * @example for (const part of printZoneParts(records, { layout: 'cloudflare' })) process.stdout.write(part)
 */
export function* printZoneParts(records: Iterable<ResourceRecord>, options: PrintZoneOptions = {}): Generator<string, void, void> {
  const { layout = 'canonical', origin } = options
  if (layout === 'cloudflare') yield* cloudflareLayout(records, origin, options.exported)
  else if (layout === 'pretty') yield* prettyLayout(records, origin, options.ttl)
  else for (const record of records) yield `${printRecord(record)}\n`
}
