// Asks the installed programs that read zone files about a few thousand texts and prints how often this reader agrees with their majority:
// `node --conditions=@zonewright/source bench/src/zone/oracle.ts [--corpus own|general|fresh] [--seed text] [--part tune|judge or look|check|judge] [--differences] [--table] [--verdicts file]`. One JSON line.
// Asking takes minutes; with a file of verdicts each zone is asked about once, whatever the reader has become since.
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readZone } from '@zonewright/bind'
import { freshCases, freshPart } from './fresh/cases.ts'
import { generalCases, halfOf } from './general-cases.ts'
import { oracleCases, type OracleCase } from './oracle-cases.ts'
import { type Asked, isRight, ruling, Score, whoKnows } from './oracle-score.ts'
import { installedTools, origin } from './oracle-tools.ts'
import { acceptedWith, type Verdict, wireRecord } from './oracle-verdict.ts'

const { values: options } = parseArgs({
  options: { corpus: { type: 'string', default: 'own' }, seed: { type: 'string', default: '' }, part: { type: 'string' }, differences: { type: 'boolean' }, table: { type: 'boolean' }, verdicts: { type: 'string' } },
})

/** Zones that are asked about at once: progress is kept after each batch. */
const BATCH = 200

function keptVerdicts(file: string | undefined): Map<string, Asked['verdicts']> {
  const kept = new Map<string, Asked['verdicts']>()
  if (file === undefined || !existsSync(file)) return kept
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { zone, verdicts } = JSON.parse(line) as Pick<Asked, 'verdicts' | 'zone'>
    kept.set(zone, verdicts)
  }
  return kept
}

async function askAll(cases: readonly OracleCase[]): Promise<Asked[]> {
  const kept = keptVerdicts(options.verdicts)
  const fresh = cases.filter(({ zone }) => !kept.has(zone))
  const folder = mkdtempSync(join(tmpdir(), 'zone-oracle-'))
  try {
    const tools = fresh.length === 0 ? [] : installedTools(folder)
    for (let from = 0; from < fresh.length; from += BATCH) {
      const zones = fresh.slice(from, from + BATCH).map(({ zone }) => zone)
      const answers = await Promise.all(tools.map(async (tool) => [tool.name, await tool.ask(zones, folder)] as const))
      zones.forEach((zone, index) => {
        const verdicts = Object.fromEntries(answers.map(([name, verdictsOfTool]) => [name, verdictsOfTool[index] as Verdict]))
        kept.set(zone, verdicts)
        if (options.verdicts !== undefined) appendFileSync(options.verdicts, `${JSON.stringify({ zone, verdicts })}\n`)
      })
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return cases.map((asked) => ({ ...asked, verdicts: kept.get(asked.zone) ?? {} }))
}

function own(zone: string): Verdict & { readonly problem: string } {
  const { records, errors } = readZone(zone, { origin, onError: 'collect' })
  return { ...(errors.length === 0 ? acceptedWith(records.map(wireRecord)) : { accepted: false }), problem: errors[0]?.message ?? '' }
}

const corpora: Readonly<Record<string, { readonly cases: () => OracleCase[]; readonly part: (asked: OracleCase) => string }>> = {
  own: { cases: oracleCases, part: halfOf },
  general: { cases: generalCases, part: halfOf },
  fresh: { cases: () => freshCases(options.seed), part: freshPart },
}
const corpus = corpora[options.corpus]
if (corpus === undefined) throw new Error(`There is no corpus ${options.corpus}: choose one of ${Object.keys(corpora).join(', ')}.`)
const all = await askAll(corpus.cases())
const knows = whoKnows(all)
// Some programs take any octets in the generic form, so what is written otherwise has a score of its own.
const scores = { majority: new Score(), without_generic: new Score(), three_quarters: new Score(), unanimous: new Score() }
const byTool = new Map<string, Score>()
const byLabel = new Map<string, Score>()
const byWay = new Map<string, Score>()
const scoreOf = (table: Map<string, Score>, key: string): Score => table.get(key) ?? (table.set(key, new Score()).get(key) as Score)

for (const asked of all) {
  if (options.part !== undefined && corpus.part(asked) !== options.part) continue
  const known = knows(asked.label)
  const said = ruling(asked, known)
  if (said === undefined) continue
  for (const name of known) scoreOf(byTool, name).add(said.valid, isRight(asked.verdicts[name] as Verdict, said))
  const mine = own(asked.zone)
  const right = isRight(mine, said)
  scores.majority.add(said.valid, right)
  if (!asked.text.includes('\\#')) scores.without_generic.add(said.valid, right)
  if (said.agreement >= 0.75) scores.three_quarters.add(said.valid, right)
  if (said.agreement === 1) scores.unanimous.add(said.valid, right)
  scoreOf(byLabel, asked.label).add(said.valid, right)
  if (asked.way !== undefined) scoreOf(byWay, asked.way).add(said.valid, right)
  if (!right && options.differences === true) {
    console.error(JSON.stringify({ agreement: Number(said.agreement.toFixed(2)), label: asked.label, way: asked.way, text: asked.text, accepting: said.accepting, refusing: [...known].filter((name) => !said.accepting.includes(name)), own: mine.accepted ? mine.records : mine.problem, readings: said.readings }))
  }
}
if (options.table === true) for (const [label, score] of [...byLabel, ...byWay]) console.error(`${label}: ${score.toString()}`)
console.log(JSON.stringify({ bench: 'zone-oracle', corpus: options.corpus, part: options.part ?? 'all', cases: all.length, ...scores, ...Object.fromEntries(byTool) }))
