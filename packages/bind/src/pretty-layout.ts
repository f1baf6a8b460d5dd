import { type ResourceRecord, relativeName } from '@zonewright/zone'
import { commentOf } from './print-record.ts'

const OWNER_WIDTH = 24
const soaFields = ['serial', 'refresh', 'retry', 'expire', 'minimum'] as const

/**
 * Records as a person writes them: `$ORIGIN`, `$TTL`, relative owners, repeated owners left out, aligned columns.
 *
 * Without an origin the one of an SOA record that comes first is taken, without a TTL that of the first record.
 * The list is walked once and nothing of it is kept.
 * @example const text = [...prettyLayout(records, 'example.com.', 3600)].join('')
 */
export function* prettyLayout(records: Iterable<ResourceRecord>, origin: string | undefined, ttl: number | undefined): Generator<string, void, void> {
  let zone = origin
  let usual = ttl
  let owner = ''
  for (const record of records) {
    if (owner === '') {
      if (record.type === 'SOA') zone ??= record.name
      usual ??= record.ttl
      yield `${zone === undefined ? '' : `$ORIGIN ${zone}\n`}$TTL ${usual}\n\n`
    }
    const shownOwner = record.name === owner ? '' : zone === undefined ? record.name : relativeName(record.name, zone)
    owner = record.name
    const shownTtl = record.ttl === usual ? '' : String(record.ttl)
    const head = `${column(shownOwner, OWNER_WIDTH)}${column(shownTtl, 8)}${record.class} ${column(record.type, 8)}`
    yield `${head}${record.type === 'SOA' ? soaLines(record.rdata) : record.rdata}${commentOf(record.attributes)}\n`
  }
}

// A field that is wider than its column still has a blank behind it.
function column(text: string, width: number): string {
  return `${text} `.padEnd(width)
}

function soaLines(rdata: string): string {
  const [mname, rname, ...numbers] = rdata.split(' ')
  // SOA rdata in the generic form stays on its line.
  if (numbers.length !== soaFields.length) return rdata
  const indent = ' '.repeat(OWNER_WIDTH + 8)
  return `${mname} ${rname} (\n${numbers.map((number, i) => `${indent}${number.padEnd(12)}; ${soaFields[i]}\n`).join('')}${indent})`
}
