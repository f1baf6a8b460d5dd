// Checking, reading and printing a million records, beside the native tools that are installed: `pnpm bench zone-scan`.
import { join } from 'node:path'
import { median, programCost, rounded, withFolder, writeZone } from './zone/measure.ts'
import { runWorker } from './zone/run-worker.ts'
import type { ZoneShape } from './zone/zone-text.ts'

const RECORDS = Number(process.env['ZONE_RECORDS'] ?? 1_000_000)
const ROUNDS = Number(process.env['ZONE_ROUNDS'] ?? 3)
const shapes: readonly ZoneShape[] = ['plain', 'mixed', 'cloudflare']
const native: readonly (readonly [name: string, args: (file: string) => readonly string[]])[] = [
  ['named-compilezone', (file) => ['-q', '-i', 'none', '-k', 'ignore', '-o', '/dev/null', 'example.com', file]],
  ['kzonecheck', (file) => ['-o', 'example.com', file]],
  ['ldns-read-zone', (file) => [file]],
]

await withFolder((folder) => {
  for (const shape of shapes) {
    const file = join(folder, `${shape}.zone`)
    const records = writeZone(file, shape, RECORDS)
    const own: Record<string, number[]> = { scan: [], objects: [], print: [] }
    const others: Record<string, number[]> = {}
    for (let round = 0; round < ROUNDS; round++) {
      for (const [work, seconds] of Object.entries(own)) {
        const cost = runWorker(work, file)
        if (cost.count !== records) throw new Error(`${work} found ${cost.count} records of ${records}`)
        seconds.push(cost.seconds)
      }
      for (const [program, args] of native) {
        const cost = programCost(program, args(file))
        if (cost !== undefined) (others[program] ??= []).push(cost.seconds)
      }
    }
    const rates = Object.fromEntries(Object.entries(own).map(([work, seconds]) => [`${work}_records_per_cpu_second`, Math.round(records / median(seconds))]))
    const scan = median(own['scan'] ?? [])
    const ratios = Object.fromEntries(Object.entries(others).map(([program, seconds]) => [`${program}_to_scan`, rounded(median(seconds) / scan)]))
    console.log(JSON.stringify({ bench: 'zone-scan', shape, records, ...rates, ...ratios }))
  }
})
