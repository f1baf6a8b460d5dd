import type { dns } from '@zonewright/v4'
import Table from 'cli-table3'
import type { Proof } from './prove.ts'

const cut = (text: string, width: number): string => (text.length > width ? `${text.slice(0, width - 1)}…` : text)

/** Prints one record of each type as a table, what was proven, and what to try next. */
export const show = (outcome: { readonly name: string; readonly records: readonly dns.DnsRecord[]; readonly proof: Proof; readonly exported: string }): void => {
  const { name, records, proof, exported } = outcome
  const table = new Table({ head: ['type', 'records', 'for example', 'content', 'ttl', 'proxied'], style: { head: [], border: [] } })
  for (const [type, group] of Map.groupBy(records, (record) => record.type)) {
    const [first] = group
    if (first !== undefined) table.push([type, { content: String(group.length), hAlign: 'right' }, cut(first.name, 34), cut(first.content, 34), first.ttl === 1 ? 'auto' : first.ttl, first.proxied ? 'yes' : ''])
  }
  console.log(`\n${table.toString()}\n`)
  console.log(`Proven: ${proof.equal} records went into a local Cloudflare as a zone file and came back equal, each in`)
  console.log('name, TTL, class, type, rdata, proxy state, comment and tags; the changed record with its new address.')
  console.log(`The export is in ${exported}; the store in .zonewright/ keeps the zone.\n`)
  console.log('Try next:')
  console.log('  alias zw="npx -y --prefer-offline pnpm@12.21.0 --silent zw"')
  console.log('  zw emulator --port 8787                         a local Cloudflare, with the zone in it')
  console.log('  export CLOUDFLARE_API_URL=http://127.0.0.1:8787 CLOUDFLARE_API_TOKEN=zw-demo-token-0123456789abcdef0123456789')
  console.log(`  zw record list ${name} --type MX`)
  console.log(`  zw record add ${name} hello A 192.0.2.77 --proxied`)
  console.log(`  zw zone export ${name}`)
}
