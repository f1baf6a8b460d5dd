import type { Finding } from './finding.ts'

/** A plan that its guards refuse; nothing was sent. The message holds one line for each reason. */
export class PlanRefusedError extends Error {
  override readonly name = 'PlanRefusedError'
  readonly refusals: readonly Finding[]

  constructor(refusals: readonly Finding[]) {
    super(refusals.map(({ message, place }) => `${place === undefined ? '' : `${place}: `}${message}`).join('\n'))
    this.refusals = refusals
  }
}

/** The zone does not hold what a saved plan was made from; nothing was sent. */
export class ZoneMovedError extends Error {
  override readonly name = 'ZoneMovedError'
  /** Absolute name of the zone. */
  readonly zone: string

  constructor(zone: string) {
    super(`${zone} has changed since the plan was made; make a new plan, and look at it again`)
    this.zone = zone
  }
}

/** A text that is no saved plan, or that was altered since it was saved. */
export class SavedPlanError extends Error {
  override readonly name = 'SavedPlanError'
}

/** Another run is writing to the zone, or took it over. */
export class LeaseError extends Error {
  override readonly name = 'LeaseError'
}

/** A journal that can't be written or read, or that holds no such run. */
export class JournalError extends Error {
  override readonly name = 'JournalError'
}
