import type { RunReport } from '@zonewright/sync'
import { green, red } from '../colour.ts'
import { count } from '../count.ts'
import { printable } from '../output/printable.ts'

/** What became of a run, on a line or a few. */
export const reportText = (report: RunReport, colour: boolean): string => {
  const name = report.zone.slice(0, -1)
  if (report.status === 'unchanged') return report.counts.create + report.counts.update + report.counts.delete === 0 ? '' : `${name}: the plan was carried out before; nothing was sent\n`
  const done = report.changes.filter(({ outcome }) => outcome === 'done').length
  const calls = report.calls.list + report.calls.apply + report.calls.verify
  const way = report.run === undefined ? '' : `; zw zone rollback ${report.run} takes it back`
  if (report.status === 'done') return `${name}: ${green('done and verified', colour)}, ${count(done, 'change')} in ${count(calls, 'call')}${way}\n`
  const differences = report.differences.map(({ kind, record }) => `  ${kind} ${printable(`${record.name} ${record.ttl} ${record.type} ${record.rdata}`)}\n`).join('')
  return `${name}: ${red('failed', colour)}, ${done} of ${count(report.changes.length, 'change')} ${done === 1 ? 'was' : 'were'} carried out${done === 0 ? '' : way}\n${differences}`
}
