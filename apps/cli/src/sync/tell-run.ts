import { printHtml } from '@zonewright/sync'
import { colourful } from '../colour.ts'
import type { Context } from '../context.ts'
import { exit } from '../failures.ts'
import { planText } from './diff-text.ts'
import { reportText } from './report-text.ts'
import type { ZoneRun } from './run-zone.ts'
import { writeOut } from './write-out.ts'

/** Tells a run to the person, or as data, and writes its page. */
export const tellRun = async (context: Context, { plan, report }: ZoneRun, { html, source }: { readonly html: string | undefined; readonly source: string }): Promise<number> => {
  const { output, io } = context
  if (output.form === 'table') {
    const colour = colourful(io.stdout, io.env)
    await output.text(`${planText(plan, colour)}${reportText(report, colour)}`)
  } else if (output.form === 'csv' || output.form === 'ndjson') await output.list([report.changes])
  else await output.item(report)
  if (html !== undefined) await writeOut(html, printHtml({ plan, report, source }))
  if (report.error !== undefined) await context.note(`zw: ${report.zone.slice(0, -1)}: ${report.error}`)
  return report.status === 'failed' ? exit.refused : exit.done
}
