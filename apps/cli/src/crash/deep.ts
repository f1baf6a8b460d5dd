// The crash test over many seeds: node --conditions=@zonewright/source apps/cli/src/crash/deep.ts [seeds] [first seed]
import { runSeed } from './seed-run.ts'
import { openStage } from './stage.ts'

const [seeds = 1000, first = 1] = process.argv.slice(2).map(Number)
const stage = await openStage(1)
const [zone] = stage.zones
let crashes = 0
let runs = 0
const faults: string[] = []
if (zone !== undefined) {
  for (let seed = first; seed < first + seeds; seed++) {
    const result = await runSeed(stage, seed, zone)
    crashes += result.crashes
    runs += result.runs
    faults.push(...result.faults)
    for (const fault of result.faults) console.error(fault)
    if ((seed - first + 1) % 50 === 0) console.error(`${seed - first + 1} seeds, ${crashes} crashes, ${runs} runs, ${faults.length} faults`)
  }
}
await stage.close()
console.log(JSON.stringify({ test: 'crash', seeds, crashes, runs, faults: faults.length }))
process.exitCode = faults.length > 0 ? 1 : 0
