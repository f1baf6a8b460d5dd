// The most memory that a process takes to read a long file piece by piece; `ZONE_GIGABYTE=1 pnpm bench zone-memory` for 1 GB.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { rounded, withFolder, writeZone } from './zone/measure.ts'
import { runWorker } from './zone/run-worker.ts'

const BYTES_PER_RECORD = 62
const wanted = process.env['ZONE_GIGABYTE'] === '1' ? Math.ceil(1e9 / BYTES_PER_RECORD) : 2_000_000

await withFolder((folder) => {
  const file = join(folder, 'long.zone')
  const records = writeZone(file, 'plain', wanted)
  const start = runWorker('start', file)
  for (const work of ['scan', 'objects']) {
    const { count, megabytes, seconds } = runWorker(work, file)
    if (count !== records) throw new Error(`${work} found ${count} records of ${records}`)
    console.log(JSON.stringify({ bench: 'zone-memory', work, file_megabytes: rounded(statSync(file).size / 1e6, 0), most_megabytes: megabytes, bare_node_megabytes: start.megabytes, records_per_cpu_second: Math.round(records / seconds) }))
  }
})
