import type { Context } from '../context.ts'
import { count } from '../count.ts'
import { showsProgress } from '../shows-progress.ts'
import { paceText } from './pace.ts'

/** A line for each zone while it is worked on. */
export interface ProgressLines {
  /** What the line of a zone says now. */
  say(zone: string, text: string): void
  /** Ends the line of a zone, well or not. */
  end(zone: string, failed: boolean): void
  /** Ends all lines and waits until the terminal shows it. */
  close(): Promise<void>
}

const silent: ProgressLines = { say: () => undefined, end: () => undefined, close: () => Promise.resolve() }

/** More lines than this leave the terminal at its top: then one line speaks for all. */
const mostLines = 20

interface Line {
  text: string
  task?: { title: string }
  end: (failed: boolean) => void
}

const lineFor = (title: string): { readonly line: Line; readonly task: object } => {
  const line: Line = { text: title, end: () => undefined }
  const ended = new Promise<void>((done, failed) => {
    line.end = (bad) => (bad ? failed(new Error('failed')) : done())
  })
  // A line that ends before it is drawn must not look like a failure that nobody handles.
  ended.catch(() => undefined)
  return {
    line,
    task: {
      title,
      task: (_: unknown, task: { title: string }) => {
        line.task = task
        task.title = line.text
        return ended
      },
    },
  }
}

const show = (line: Line | undefined, text: string): void => {
  if (line === undefined) return
  line.text = text
  if (line.task !== undefined) line.task.title = text
}

/** Starts the lines on stderr when it is a terminal; elsewhere nothing is shown and nothing is loaded for it. */
export const progressLines = async (context: Context, zones: readonly string[]): Promise<ProgressLines> => {
  if (!showsProgress(context) || zones.length === 0) return silent
  const { Listr } = await import('listr2')
  const { listOptions } = await import('../progress-list.ts')
  const together = zones.length > mostLines
  const all = together ? [lineFor(count(zones.length, 'zone'))] : zones.map(lineFor)
  const lines = new Map(all.map(({ line }, index) => [together ? '' : (zones[index] as string), line]))
  const shown = new Listr<object, 'default', 'default'>(all.map(({ task }) => task) as never, { concurrent: true, exitOnError: false, ...listOptions() }).run().catch(() => undefined)
  const started = performance.now()
  let ended = 0
  let failures = 0
  return {
    say(zone, text) {
      if (!together) show(lines.get(zone), `${zone}: ${text}`)
    },
    end(zone, failed) {
      ended++
      if (failed) failures++
      if (together) show(lines.get(''), `zones: ${paceText(ended, zones.length, (performance.now() - started) / 1000)}`)
      else lines.get(zone)?.end(failed)
    },
    async close() {
      // A line that nobody ended was cut off; the one that speaks for all is well when they are.
      for (const { end } of lines.values()) end(!together || failures > 0 || ended < zones.length)
      await shown
    },
  }
}
