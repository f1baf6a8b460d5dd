import { microsecondDate } from '../clock.ts'

/** One stage of a version on its way to the site. */
export interface Stage {
  readonly name: string
  readonly status: 'idle' | 'active' | 'success'
  /** RFC 3339, or null while it has not begun. */
  readonly started_on: string | null
  /** RFC 3339, or null while it has not ended. */
  readonly ended_on: string | null
}

/** What is done from the queue to the site, and how many milliseconds it takes here. */
const build = [['queued', 1000], ['initialize', 2000], ['clone_repo', 2000], ['build', 10_000], ['deploy', 3000]] as const

/** Milliseconds until a version that is built is shown. */
export const buildMs = build.reduce((sum, [, ms]) => sum + ms, 0)

/**
 * The stages of a version that is built from a branch, at a time.
 * @param created Milliseconds since 1970.
 */
export const buildStages = (created: number, now: number): readonly Stage[] => {
  let start = created
  return build.map(([name, ms]) => {
    const [from, to] = [start, start + ms]
    start = to
    if (now < from) return { name, status: 'idle', started_on: null, ended_on: null }
    return now < to ? { name, status: 'active', started_on: microsecondDate(from), ended_on: null } : { name, status: 'success', started_on: microsecondDate(from), ended_on: microsecondDate(to) }
  })
}

/** The stages of a version that was uploaded: it is there at once, and nothing was built. */
export const uploadStages = (created: number): readonly Stage[] => {
  const at = microsecondDate(created)
  return build.map(([name]) => (name === 'queued' || name === 'deploy' ? { name, status: 'success', started_on: at, ended_on: at } : { name, status: 'idle', started_on: null, ended_on: null }))
}

/** The stage that a version is in: the one at work, or the last that is done. */
export const latestStage = (stages: readonly Stage[]): Stage | undefined => stages.find(({ status }) => status === 'active') ?? stages.findLast(({ status }) => status === 'success')
