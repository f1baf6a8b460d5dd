import { printHtml } from '@zonewright/sync'
import { colourful } from '../colour.ts'
import type { Context } from '../context.ts'
import { exit } from '../failures.ts'
import { shown } from '../output/shown.ts'
import { planText } from './diff-text.ts'
import { reportText } from './report-text.ts'
import type { ZoneRun } from './run-zone.ts'
import { writeOut } from './write-out.ts'

/** Tells a run to the person, or as data, and writes its page. */
export const tellRun = async (context: Context, { plan, report }: ZoneRun, { html, source }: { readonly html: string | undefined; readonly source: string }): Promise<number> => {
  const { output, io } = context
  // What became of the zone is told, whatever keeps the page from being written.
  const unwritten = html === undefined ? undefined : await writeOut(context, html, printHtml({ plan, report, source })).catch((error: unknown) => ({ error }))
  if (output.form === 'table') {
    const colour = colourful(io.stdout, io.env)
    await shown(output.text(`${planText(plan, colour)}${reportText(report, colour)}`))
  } else await shown(output.form === 'csv' || output.form === 'ndjson' ? output.list([report.changes]) : output.item(report))
  if (report.error !== undefined) await context.note(`zw: ${report.zone.slice(0, -1)}: ${report.error}`)
  if (unwritten !== undefined) throw unwritten.error
  return report.status === 'failed' ? exit.refused : exit.done
}
