import { InputError } from './errors.ts'

/** The longest time that a timer takes, in milliseconds; with more it would fire at once. */
export const longestTimerMs = 2_147_483_647

/** Settings that are numbers, and the most that each can be. */
const most = { timeoutMs: longestTimerMs, stallMs: longestTimerMs, maxResponseBytes: Number.MAX_SAFE_INTEGER } as const

/**
 * Refuses times and sizes that no timer or buffer can hold: a timer of `Infinity` would fire at once.
 * @throws InputError that names the setting.
 */
export const checkLimits = (route: string, settings: { readonly [K in keyof typeof most]?: number | undefined }): void => {
  for (const name of ['timeoutMs', 'stallMs', 'maxResponseBytes'] as const) {
    const value = settings[name]
    if (value === undefined || (value > 0 && value <= most[name])) continue
    throw new InputError({ route, issues: [{ path: [name], message: `${String(value)} is outside the limits, expected more than 0 and at most ${most[name]}` }] })
  }
}
