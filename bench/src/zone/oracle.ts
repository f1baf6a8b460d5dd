// Asks the installed name server tools about a few thousand texts and prints how often this reader agrees with them:
// `node --conditions=@zonewright/source bench/src/zone/oracle.ts [--differences] [--verdicts file]`. One JSON line.
// Asking takes minutes; with a file of verdicts each text is asked about once, whatever the reader has become since.
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { canonicalLine, readZone } from '@zonewright/bind'
import { isWithin } from '@zonewright/zone'
import { oracleCases } from './oracle-cases.ts'
import { ask, installedTools, preamble, type Verdict } from './oracle-tools.ts'

interface Asked {
  readonly text: string
  /** By the name of the tool. */
  readonly verdicts: Readonly<Record<string, Verdict>>
}

const { values: options } = parseArgs({ options: { differences: { type: 'boolean' }, verdicts: { type: 'string' } } })

async function askAll(): Promise<Asked[]> {
  const known = new Map<string, Asked>()
  if (options.verdicts !== undefined && existsSync(options.verdicts)) {
    for (const line of readFileSync(options.verdicts, 'utf8').trim().split('\n')) {
      const asked = JSON.parse(line) as Asked
      known.set(asked.text, asked)
    }
  }
  const tools = installedTools()
  const folder = mkdtempSync(join(tmpdir(), 'zone-oracle-'))
  const all: Asked[] = []
  try {
    for (const { text } of oracleCases()) {
      let asked = known.get(text)
      if (asked === undefined) {
        const verdicts = await Promise.all(tools.map(async (tool) => [tool.name, await ask(tool, folder, text)] as const))
        asked = { text, verdicts: Object.fromEntries(verdicts) }
        if (options.verdicts !== undefined) appendFileSync(options.verdicts, `${JSON.stringify(asked)}\n`)
      }
      all.push(asked)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return all
}

interface Own {
  readonly accepted: boolean
  readonly records: readonly string[]
  readonly problem: string
}

function own(text: string): Own {
  const { records, errors } = readZone(`${preamble}${text}\n`, { onError: 'collect' })
  // The tools drop what is out of the zone; this reader keeps it and lets checkZone say so.
  const inside = records.filter(({ name }) => isWithin(name, 'example.com.'))
  return { accepted: errors.length === 0, records: [...new Set(inside.map((record) => canonicalLine(record).toLowerCase()))].sort(), problem: errors[0]?.message ?? '' }
}

const typeOf = (text: string): string => /^t (\S+)/.exec(text)?.[1] ?? ''

/** The tools that know a type at all: those that have accepted some text of it. */
function whoKnows(all: readonly Asked[]): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>()
  for (const { text, verdicts } of all) {
    const tools = known.get(typeOf(text)) ?? new Set<string>()
    known.set(typeOf(text), tools)
    for (const [name, { accepted }] of Object.entries(verdicts)) if (accepted) tools.add(name)
  }
  return known
}

const percent = (part: number, whole: number): number => Number(((part / whole) * 100).toFixed(2))

class Score {
  valid = 0
  right = 0
  invalid = 0
  refused = 0

  add(valid: boolean, right: boolean): void {
    if (valid) {
      this.valid++
      if (right) this.right++
    } else {
      this.invalid++
      if (right) this.refused++
    }
  }

  toJSON(): object {
    return { valid: this.valid, valid_right_percent: percent(this.right, this.valid), invalid: this.invalid, invalid_refused_percent: percent(this.refused, this.invalid) }
  }
}

const all = await askAll()
const known = whoKnows(all)
const unanimous = new Score()
const majority = new Score()
const byTool = new Map<string, Score>()
for (const { text, verdicts } of all) {
  const voters = Object.entries(verdicts).filter(([name]) => known.get(typeOf(text))?.has(name) === true)
  const mine = own(text)
  for (const [name, { accepted }] of voters) {
    const score = byTool.get(name) ?? new Score()
    byTool.set(name, score)
    score.add(accepted, mine.accepted === accepted)
  }
  const votes = voters.filter(([, { accepted }]) => accepted).length
  // One tool alone agrees with no one, and a second SOA record is refused whatever it says.
  if (voters.length < 2 || votes * 2 === voters.length || typeOf(text) === 'SOA') continue
  const valid = votes * 2 > voters.length
  const expected = voters.find(([, { records }]) => records !== undefined)?.[1].records?.map((line) => line.toLowerCase().replace('a6 128  ', 'a6 128 '))
  const same = expected === undefined || (mine.records.length === new Set(expected).size && mine.records.every((line) => expected.includes(line)))
  const right = valid ? mine.accepted && same : !mine.accepted
  majority.add(valid, right)
  const agreed = votes === 0 || votes === voters.length
  if (agreed) unanimous.add(valid, right)
  if (!right && options.differences === true) {
    console.error(JSON.stringify({ agreed, text, accepted: voters.filter(([, verdict]) => verdict.accepted).map(([name]) => name), own: mine.accepted ? mine.records : mine.problem, expected }))
  }
}
console.log(JSON.stringify({ bench: 'zone-oracle', tools: installedTools().map(({ name }) => name), cases: all.length, unanimous, majority, ...Object.fromEntries(byTool) }))
