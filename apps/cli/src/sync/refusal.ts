import { JournalError, LeaseError, PlanRefusedError, SavedPlanError, ZoneMovedError, guards } from '@zonewright/sync'
import { Failure } from '../failures.ts'
import { findingLine } from './diff-text.ts'

/** What the guards say, each with the flag that lets it pass. */
export const refusalLines = (refusals: PlanRefusedError['refusals']): readonly string[] =>
  refusals.map((finding) => findingLine(finding, guards.some(({ id, permitted }) => permitted && id === finding.rule) ? `; --allow ${finding.rule} permits it` : ''))

/** The planner's own complaints as those of the command line; everything else as it is. */
export const asFailure = (error: unknown): unknown => {
  if (error instanceof PlanRefusedError) return new Failure([...refusalLines(error.refusals), 'nothing was sent'], { cause: error })
  if (error instanceof ZoneMovedError) return new Failure(`${error.message.replace('make a new plan', 'make a new plan with zw zone plan')}; nothing was sent`, { cause: error })
  if (error instanceof LeaseError || error instanceof JournalError || error instanceof SavedPlanError) return new Failure(error.message, { cause: error })
  return error
}

/** Does something, and throws the planner's complaints as those of the command line. */
export const telling = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw asFailure(error)
  }
}
