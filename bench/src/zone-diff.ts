// Two zones of 100,000 records, one shuffled and with one record in a hundred changed, beside ldns-compare-zones.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diff } from '@zonewright/zone'
import { readZone } from '@zonewright/bind'
import { cpuSeconds, median, programCost, rounded, withFolder, writeZone } from './zone/measure.ts'
import { runWorker } from './zone/run-worker.ts'

const RECORDS = 100_000
const ROUNDS = 5

await withFolder(async (folder) => {
  const file = join(folder, 'before.zone')
  writeZone(file, 'plain', RECORDS)
  const [soa = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const changed = lines.map((line, index) => (index % 100 === 50 ? line.replace(/(IN \S+) .*/, '$1 changed.example.net.').replace(/IN A .*/, 'IN A 203.0.113.9').replace(/IN AAAA .*/, 'IN AAAA 2001:db8::9') : line))
  // The same order in every run: by a number that has nothing to do with that of the line.
  const order = changed.map((line, index) => ({ line, key: (index * 7919) % 100_003 })).sort((left, right) => left.key - right.key)
  writeFileSync(`${file}.changed`, `${[soa, ...order.map(({ line }) => line)].join('\n')}\n`)
  const held = readZone(readFileSync(file)).records.map((record) => ({ ...record, id: '' }))
  const wanted = readZone(readFileSync(`${file}.changed`)).records
  const alone: number[] = []
  const whole: number[] = []
  const native: number[] = []
  let changes = 0
  for (let round = 0; round < ROUNDS; round++) {
    alone.push(await cpuSeconds(() => { changes = diff(held, wanted).length }))
    const cost = runWorker('diff', file)
    if (cost.count !== changes || changes !== RECORDS / 100) throw new Error(`${changes} and ${cost.count} changes came out of ${RECORDS / 100}`)
    whole.push(cost.seconds)
    const other = programCost('ldns-compare-zones', [file, `${file}.changed`])
    if (other !== undefined) native.push(other.seconds)
  }
  const ratios = native.length > 0 ? { ldns_compare_zones_seconds: rounded(median(native)), ldns_compare_zones_to_whole: rounded(median(native) / median(whole)) } : {}
  console.log(JSON.stringify({ bench: 'zone-diff', records: RECORDS, changes, diff_seconds: rounded(median(alone), 3), first_diff_with_reading_seconds: rounded(median(whole), 3), ...ratios }))
})
