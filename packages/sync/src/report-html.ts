import { compareNames } from '@zonewright/zone'
import type { Finding } from './finding.ts'
import { type OutlineLine, outline } from './outline.ts'
import { type Plan, changesOf } from './plan.ts'
import { nameOf } from './record-state.ts'
import type { ChangeOutcome, RunReport } from './report.ts'
import { style } from './report-style.ts'

/** What a page is about: a plan, and what became of it when it was carried out. */
export interface ReportPage {
  readonly plan: Plan
  readonly report?: RunReport
  /** Where the plan came from. */
  readonly source?: string
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Records hold whatever their owner wrote: nothing of it becomes a part of the page. Marks that turn text around are shown as what they are. */
const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '').replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

const classes = { '+': 'create', '-': 'delete', '~': 'update' } as const

const spoken = { '+': 'new', '-': 'deleted', '~': 'changed' } as const

const value = (line: OutlineLine): string => {
  const rdata = line.fields.find(({ field }) => field === 'rdata')
  const shown = rdata === undefined ? `<code>${escape(line.rdata)}</code>` : `<del><code>${escape(rdata.before)}</code></del> <ins><code>${escape(rdata.after)}</code></ins>`
  const others = line.fields.filter(({ field }) => field !== 'rdata' && field !== 'ttl').map(({ field, before, after }) => `<span class="note">${field}: <del>${escape(before === '' ? 'none' : before)}</del> <ins>${escape(after === '' ? 'none' : after)}</ins></span>`)
  const notes = line.sign === '~' ? [] : line.notes.map((note) => `<span class="note">${escape(note)}</span>`)
  return [shown, ...others, ...notes].join(' ')
}

const ttl = (line: OutlineLine): string => {
  const changed = line.fields.find(({ field }) => field === 'ttl')
  return changed === undefined ? escape(line.ttl) : `<del>${escape(changed.before)}</del> <ins>${escape(changed.after)}</ins>`
}

/** What became of a change; why, where it is told of this one alone. */
const outcomeCell = (one: ChangeOutcome | undefined): string => {
  if (one === undefined) return ''
  const call = one.call === undefined ? '' : ` <code>${escape(one.call)}</code>`
  const why = one.error === undefined || (one.outcome !== 'refused' && one.outcome !== 'left out') ? '' : ` <span class="note">${escape(one.error)}</span>`
  return `<td class="${one.outcome === 'done' ? 'done' : 'failed'}">${one.outcome}${call}${why}</td>`
}

const table = ({ plan, report }: ReportPage): string => {
  const changes = changesOf(plan).sort((left, right) => compareNames(nameOf(left), nameOf(right)))
  if (changes.length === 0) return '<p>The zone is as the file wants it: there is nothing to do.</p>'
  // The report tells the changes in the order of the plan.
  const sent = changesOf(plan)
  const outcomes = new Map(report?.changes.map((one, index) => [sent[index], one]))
  const rows = outline(changes, plan.zone.name).map(({ name, lines }) =>
    lines.map((line, index) => `<tr class="${classes[line.sign]}">${index === 0 ? `<th scope="rowgroup" rowspan="${lines.length}">${escape(name)}</th>` : ''}<td class="sign"><span aria-hidden="true">${line.sign}</span><span class="hidden">${spoken[line.sign]}</span></td><td>${escape(line.type)}</td><td class="ttl">${ttl(line)}</td><td class="value">${value(line)}</td>${outcomeCell(outcomes.get(line.change))}</tr>`).join('\n'),
  )
  const head = `<tr><th scope="col">name</th><th scope="col"><span class="hidden">change</span></th><th scope="col">type</th><th scope="col">TTL</th><th scope="col">value</th>${report === undefined ? '' : '<th scope="col">outcome, call</th>'}</tr>`
  return `<div class="scroll"><table><thead>${head}</thead>\n${rows.map((row) => `<tbody>${row}</tbody>`).join('\n')}</table></div>`
}

const findings = (title: string, kind: string, list: readonly Finding[]): string =>
  list.length === 0 ? '' : `<section class="${kind}"><h2>${title}</h2><ul>${list.map(({ message, place, rule }) => `<li>${place === undefined ? '' : `<code>${escape(place)}</code>: `}${escape(message)} <span class="rule">${escape(rule)}</span></li>`).join('')}</ul></section>`

const summary = ({ plan: { counts, calls, base }, report, source }: ReportPage): string => {
  const facts: [string, string][] = [
    ...(source === undefined ? [] : [['file', source] as [string, string]]),
    ...(report?.run === undefined ? [] : [['run', report.run] as [string, string]]),
    ...(report === undefined ? [] : [['state', `${report.status}${report.verified ? ', verified by a listing' : ''}`] as [string, string]]),
    ['changes', `${counts.create} new, ${counts.update} changed, ${counts.delete} deleted`],
    ['left alone', `${counts.unchanged} as wanted, ${counts.ignored} ignored, ${counts.foreign} of others`],
    ['calls', report === undefined ? `${calls.list + calls.apply + calls.verify} planned` : String(report.calls.list + report.calls.apply + report.calls.verify)],
    ['made from', base],
  ]
  return `<dl>${facts.map(([name, text]) => `<dt>${name}</dt><dd>${escape(text)}</dd>`).join('')}</dl>`
}

/**
 * A plan or a report as one page for a review: nothing is loaded from elsewhere, no script runs, everything from the zone is escaped,
 * and it is readable in light and dark.
 * @example const page = printHtml({ plan: makePlan({ store, zone, held: [], desired: records }), source: 'example.com.zone' })
 */
export const printHtml = (page: ReportPage): string => {
  const { plan, report } = page
  const title = `${plan.zone.name.replace(/\.$/, '')}: ${report === undefined ? 'plan' : 'run'}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${report?.error === undefined ? '' : `<section class="refusal"><h2>It failed</h2><p>${escape(report.error)}</p></section>`}
${findings('It will not be applied', 'refusal', plan.refusals)}
${findings('Look at this first', 'warning', plan.warnings)}
${summary(page)}
${table(page)}
${report === undefined || report.differences.length === 0 ? '' : `<section class="refusal"><h2>The zone differs</h2><ul>${report.differences.map(({ kind, record }) => `<li>${kind}: <code>${escape(`${record.name} ${record.ttl} ${record.type} ${record.rdata}`)}</code></li>`).join('')}</ul></section>`}
</main>
</body>
</html>
`
}
