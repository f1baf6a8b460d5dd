import type { ChangeOutcome, RunReport } from '@zonewright/sync'
import { relativeName } from '@zonewright/zone'
import { green, red } from '../colour.ts'
import { count } from '../count.ts'
import { printable } from '../output/printable.ts'

/** Most names that a line lists. */
const mostNames = 5

const nameIn = ({ zone }: RunReport, { before, after }: ChangeOutcome): string => relativeName((after ?? before)?.name ?? zone, zone)

/** The names that were refused, in the service's words, and those that can't go without them; a line for each. */
const skippedNames = (report: RunReport): string => {
  const skipped = report.changes.filter(({ outcome }) => outcome === 'refused' || outcome === 'left out')
  const lines = new Set(skipped.map((change) => `  ${change.outcome}: ${printable(`${nameIn(report, change)}: ${change.error ?? ''}`)}\n`))
  return [...lines].join('')
}

/** The names that were in the call that failed: the service does not say which of them it minds. */
const failedNames = (report: RunReport): string => {
  const names = [...new Set(report.changes.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown').map((change) => nameIn(report, change)))]
  if (names.length === 0) return ''
  const more = names.length - mostNames
  return `  in the call that failed: ${printable(names.slice(0, mostNames).join(', '))}${more > 0 ? ` and ${count(more, 'more name')}` : ''}\n`
}

/** What became of a run, on a line or a few. */
export const reportText = (report: RunReport, colour: boolean): string => {
  const name = report.zone.slice(0, -1)
  if (report.status === 'unchanged') return report.counts.create + report.counts.update + report.counts.delete === 0 ? '' : `${name}: the plan was carried out before; nothing was sent\n`
  const done = report.changes.filter(({ outcome }) => outcome === 'done').length
  const calls = report.calls.list + report.calls.apply + report.calls.verify
  const way = report.run === undefined ? '' : `; zw zone rollback ${report.run} takes it back`
  if (report.status === 'done') return `${name}: ${green('done and verified', colour)}, ${count(done, 'change')} in ${count(calls, 'call')}${way}\n`
  const differences = report.differences.map(({ kind, record }) => `  ${kind} ${printable(`${record.name} ${record.ttl} ${record.type} ${record.rdata}`)}\n`).join('')
  return `${name}: ${red('failed', colour)}, ${done} of ${count(report.changes.length, 'change')} ${done === 1 ? 'was' : 'were'} carried out${done === 0 ? '' : way}\n${skippedNames(report)}${failedNames(report)}${differences}`
}
