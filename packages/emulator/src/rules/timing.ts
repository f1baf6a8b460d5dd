import { microsecondDate } from '../clock.ts'

/** How long an import or a scan took, as its answer says beside the result. */
export interface Timing {
  readonly start_time: string
  readonly end_time: string
  /** Milliseconds. */
  readonly process_time: number
}

/** Timing between two moments in milliseconds since 1970. */
export const timingOf = (start: number, end: number): Timing => ({ start_time: microsecondDate(start), end_time: microsecondDate(end), process_time: Math.max(0, Math.round(end - start)) })
