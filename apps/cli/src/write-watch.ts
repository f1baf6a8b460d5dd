import type { Plugin } from '@zonewright/core'

/** What became of the calls that change something, for a run that ends early. */
export interface WriteWatch {
  readonly plugin: Plugin
  /** What to tell, or undefined when nothing was changed. */
  summary(): string | undefined
}

/**
 * Watches calls that change something.
 * @example const watch = watchWrites(io.signal); createClient({ plugins: [watch.plugin] })
 */
export const watchWrites = (signal: AbortSignal): WriteWatch => {
  let done = 0
  const cutOff: string[] = []
  return {
    plugin: {
      name: 'write-watch',
      setup: () => ({
        async around(call, next) {
          if (call.endpoint.safety === 'read') return next(call)
          try {
            const reply = await next(call)
            done++
            return reply
          } catch (error) {
            if (signal.aborted) cutOff.push(call.endpoint.route)
            throw error
          }
        },
      }),
    },
    summary() {
      const parts = [...(done > 0 ? [`${done} ${done === 1 ? 'call that changes something was' : 'calls that change something were'} carried out`] : []), ...cutOff.map((route) => `${route} was cut off and may have been carried out: look before you send it again`)]
      return parts.length === 0 ? undefined : parts.join('; ')
    },
  }
}
