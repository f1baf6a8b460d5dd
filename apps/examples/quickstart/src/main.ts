// A zone file goes into a local Cloudflare and comes back: the whole toolkit in one run.
// `--break` changes one record behind its back, to show that the proof can fail.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readZone } from '@zonewright/bind'
import { createClient, token } from '@zonewright/core'
import { startEmulator } from '@zonewright/emulator'
import * as v4 from '@zonewright/v4'
import { Listr } from 'listr2'
import { kept, prove } from './prove.ts'
import { show } from './show.ts'

const name = 'harbourlane.example'
const apex = `${name}.`
const source = new URL(`../zones/${name}.zone`, import.meta.url)
const data = new URL('../../../../.zonewright/', import.meta.url)
const back = new URL(`${name}.export.zone`, data)
const proPlan = '1feeeeeeeeeeeeeeeeeeeeeeeeeeeeee'

const stop = (error: unknown): never => {
  console.error(`quickstart failed: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}

const emulator = await startEmulator({ port: 0, data: fileURLToPath(data) }).catch(stop)
const client = createClient({ credentials: token('zw-demo-token-0123456789abcdef0123456789'), baseUrl: emulator.url, validate: 'throw' })
const cf = client.bind(v4)

const file = await readFile(source)
let wanted = kept(readZone(file, { origin: apex, file: `${name}.zone` }).records, apex)
let zoneId = ''
let records: v4.dns.DnsRecord[] = []
let proof = { equal: 0, differences: [] as readonly string[] }

const steps = new Listr(
  [
    {
      title: `Add the zone ${name}`,
      async task(_, step) {
        const old = await cf.zones.list({ name }).first()
        if (old !== undefined) {
          await cf.zones.remove({ zone_id: old.id })
          step.title += ' (the one of the last run was still there: the store is durable; it was removed)'
        }
        zoneId = (await cf.zones.create({ name, type: 'full' })).id
        await cf.zones.edit({ zone_id: zoneId, plan: { id: proPlan } })
      },
    },
    {
      title: `Import ${wanted.length} records from ${name}.zone`,
      async task(_, step) {
        const { recs_added, total_records_parsed } = await cf.dns.records.importZone({ zone_id: zoneId, file: { name: `${name}.zone`, content: file } })
        step.title += `: ${recs_added} added of ${total_records_parsed} in the file (SOA and the zone's own NS stay with the service)`
      },
    },
    {
      title: 'List them',
      async task(_, step) {
        records = await cf.dns.records.list({ zone_id: zoneId }).all()
        step.title += `: ${records.length} records, ${new Set(records.map((record) => record.type)).size} types, one call`
      },
    },
    {
      title: 'Change a record: git gets another address',
      async task() {
        const git = records.find((record) => record.name === `git.${name}` && record.type === 'A')
        if (git === undefined) throw new Error(`git.${name} is missing in the listing`)
        await cf.dns.records.edit({ zone_id: zoneId, dns_record_id: git.id, content: '203.0.113.23' })
        wanted = wanted.map((record) => (record.name === `git.${apex}` && record.type === 'A' ? { ...record, rdata: '203.0.113.23' } : record))
      },
    },
    { title: 'Purge one address from the cache', task: () => cf.cache.purge({ zone_id: zoneId, files: [`https://www.${name}/style.css`] }) },
    {
      title: 'Break one record on purpose',
      enabled: process.argv.includes('--break'),
      async task() {
        const mail = records.find((record) => record.type === 'MX')
        if (mail !== undefined) await cf.dns.records.edit({ zone_id: zoneId, dns_record_id: mail.id, priority: (mail.priority ?? 0) + 1 })
      },
    },
    {
      title: 'Export the zone',
      async task(_, step) {
        const text = await (await cf.dns.records.exportZone({ zone_id: zoneId })).text()
        await writeFile(back, text)
        step.title += `: ${text.length} characters`
        proof = prove(wanted, kept(readZone(text, { origin: apex, file: 'export' }).records, apex))
      },
    },
    {
      title: 'Prove that what came back is what went in',
      task(_, step) {
        if (proof.differences.length > 0) throw new Error(`${proof.differences.length} differences`)
        step.title += `: ${proof.equal} of ${wanted.length} records equal in name, TTL, class, type, rdata, proxy state, comment and tags`
      },
    },
  ],
  { concurrent: false, exitOnError: true },
)

try {
  await steps.run()
  show({ name, records, proof, exported: '.zonewright/harbourlane.example.export.zone' })
} catch (error) {
  for (const difference of proof.differences.slice(0, 10)) console.error(`  ${difference}`)
  await emulator.close()
  stop(error)
}
await client.close()
await emulator.close()
