// The first zone file of a process, in Cloudflare's format and just under its limit of 256 KiB: CPU of reading it, and of all
// above bare node, which is the import as well.
import { join } from 'node:path'
import { median, programCost, rounded, withFolder, writeZone } from './zone/measure.ts'
import { runWorker, workerArguments, workerFolder } from './zone/run-worker.ts'

const ROUNDS = 15
const RECORDS = 2500

await withFolder((folder) => {
  const file = join(folder, 'cold.zone')
  const records = writeZone(file, 'cloudflare', RECORDS)
  const first: number[] = []
  const bare: number[] = []
  const whole: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const { count, seconds } = runWorker('first', file)
    if (count !== records) throw new Error(`${count} records of ${records}`)
    first.push(seconds)
    bare.push(programCost(process.execPath, workerArguments('start', file), workerFolder)?.seconds ?? Number.NaN)
    whole.push(programCost(process.execPath, workerArguments('kept', file), workerFolder)?.seconds ?? Number.NaN)
  }
  const milliseconds = (values: readonly number[]): number => rounded(median(values) * 1000, 1)
  console.log(JSON.stringify({ bench: 'zone-cold', records, first_read_ms: milliseconds(first), above_bare_node_ms: rounded(milliseconds(whole) - milliseconds(bare), 1), bare_node_ms: milliseconds(bare) }))
})
