import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runSeed } from './seed-run.ts'
import { type Stage, openStage } from './stage.ts'

describe('a run that is ended at every step, with broken connections', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage(1)
  })
  afterAll(() => stage.close())

  // Many more seeds: node --conditions=@zonewright/source apps/cli/src/crash/deep.ts 1000
  it('ends in the wanted state after the next one: nothing doubled, nothing lost, nothing sent again; what is refused is left out and nothing else, 4 seeds', async () => {
    let crashes = 0
    for (const seed of [1, 2, 3, 6]) {
      const result = await runSeed(stage, seed, stage.zones[0] as never)
      expect(result.faults).toEqual([])
      crashes += result.crashes
    }
    expect(crashes).toBeGreaterThan(100)
  }, 240_000)
})
