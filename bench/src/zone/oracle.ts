// Asks the installed name server tools about a few thousand texts and prints how often this reader agrees with most of
// them: `node --conditions=@zonewright/source bench/src/zone/oracle.ts [--differences]`. One JSON line.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalLine, readZone } from '@zonewright/bind'
import { oracleCases } from './oracle-cases.ts'
import { ask, installedTools, preamble, type Verdict } from './oracle-tools.ts'

interface Own {
  readonly accepted: boolean
  readonly records: readonly string[]
  readonly problem: string
}

function own(text: string): Own {
  const { records, errors } = readZone(`${preamble}${text}\n`, { onError: 'collect' })
  return { accepted: errors.length === 0, records: [...new Set(records.map(canonicalLine))].sort(), problem: errors[0]?.message ?? '' }
}

const sameRecords = (left: readonly string[], right: readonly string[]): boolean => left.length === right.length && left.every((line, index) => line === right[index])

const folder = mkdtempSync(join(tmpdir(), 'zone-oracle-'))
const tools = installedTools()
const differences = process.argv.includes('--differences')
const score = { valid: 0, validRight: 0, invalid: 0, invalidRefused: 0, disputed: 0 }
try {
  for (const { text } of oracleCases()) {
    const verdicts: Verdict[] = await Promise.all(tools.map((tool) => ask(tool, folder, text)))
    const votes = verdicts.filter(({ accepted }) => accepted).length
    const mine = own(text)
    if (votes * 2 === tools.length) {
      score.disputed++
      continue
    }
    const valid = votes * 2 > tools.length
    // A record out of the zone is dropped by the tools; this reader keeps it and lets checkZone say so.
    const expected = verdicts.find(({ records }) => records !== undefined)?.records
    const right = valid ? mine.accepted && (expected === undefined || sameRecords(mine.records, expected)) : !mine.accepted
    score[valid ? 'valid' : 'invalid']++
    if (right) score[valid ? 'validRight' : 'invalidRefused']++
    else if (differences) console.error(JSON.stringify({ text, accepted: tools.filter((_, index) => verdicts[index]?.accepted).map(({ name }) => name), own: mine.accepted ? mine.records.filter((line) => !expected?.includes(line)) : mine.problem, expected: expected?.filter((line) => !mine.records.includes(line)) }))
  }
} finally {
  rmSync(folder, { recursive: true })
}
const percent = (part: number, whole: number): number => Number(((part / whole) * 100).toFixed(2))
console.log(JSON.stringify({ bench: 'zone-oracle', tools: tools.map(({ name }) => name), ...score, valid_right_percent: percent(score.validRight, score.valid), invalid_refused_percent: percent(score.invalidRefused, score.invalid) }))
