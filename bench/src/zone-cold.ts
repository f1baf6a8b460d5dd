// The first file of a process, in Cloudflare's format and just under its limit of 256 KiB: CPU above that of bare node.
import { join } from 'node:path'
import { median, programCost, rounded, withFolder, writeZone } from './zone/measure.ts'
import { workerArguments, workerFolder } from './zone/run-worker.ts'

const ROUNDS = 15
const RECORDS = 2400

await withFolder((folder) => {
  const file = join(folder, 'cold.zone')
  writeZone(file, 'cloudflare', RECORDS)
  const bare: number[] = []
  const reading: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(programCost(process.execPath, workerArguments('start', file), workerFolder)?.seconds ?? Number.NaN)
    reading.push(programCost(process.execPath, workerArguments('kept', file), workerFolder)?.seconds ?? Number.NaN)
  }
  console.log(JSON.stringify({ bench: 'zone-cold', records: RECORDS, bare_node_ms: rounded(median(bare) * 1000, 0), above_bare_node_ms: rounded((median(reading) - median(bare)) * 1000, 0) }))
})
