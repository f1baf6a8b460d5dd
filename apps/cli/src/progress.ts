import type { Context } from './context.ts'
import { showsProgress } from './shows-progress.ts'

/** One step of a longer work. */
export interface Step<State> {
  readonly title: string
  /** `say` shows how far it is. */
  run(state: State, say: (text: string) => void): Promise<void>
}

/**
 * Runs steps one after the other, and shows them on stderr when it is a terminal; elsewhere nothing is shown and nothing is loaded for it.
 * @throws what a step throws; the steps after it do not run.
 */
export const runSteps = async <State extends object>(context: Context, state: State, steps: readonly Step<State>[]): Promise<void> => {
  if (!showsProgress(context)) {
    for (const step of steps) await step.run(state, () => undefined)
    return
  }
  const { Listr, ListrLogger, ProcessOutput } = await import('listr2')
  const tasks = steps.map((step) => ({
    title: step.title,
    task: (held: State, task: { title: string }) =>
      step.run(held, (text) => {
        task.title = `${step.title}: ${text}`
      }),
  }))
  // Results go to stdout, so the progress must not.
  const logger = new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) })
  await new Listr<State, 'default'>(tasks, { ctx: state, renderer: 'default', rendererOptions: { logger, collapseErrors: false, showErrorMessage: false }, registerSignalListeners: false }).run()
}
