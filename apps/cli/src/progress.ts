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
  const { Listr } = await import('listr2')
  const { listOptions } = await import('./progress-list.ts')
  const tasks = steps.map((step) => ({
    title: step.title,
    task: (held: State, task: { title: string }) =>
      step.run(held, (text) => {
        task.title = `${step.title}: ${text}`
      }),
  }))
  await new Listr<State, 'default', 'default'>(tasks, { ctx: state, ...listOptions() }).run()
}
