interface Hub {
  readonly acts: Set<() => void>
  readonly listener: () => void
}

/** Who waits for each signal. It is kept with the signal, while anybody waits. */
const hubs = new WeakMap<AbortSignal, Hub>()

const listen = (signal: AbortSignal): Hub => {
  const acts = new Set<() => void>()
  const listener = (): void => {
    hubs.delete(signal)
    for (const act of acts) act()
  }
  const hub = { acts, listener }
  hubs.set(signal, hub)
  signal.addEventListener('abort', listener, { once: true })
  return hub
}

/**
 * Calls `act` when the signal is aborted, and gives a function that takes it back.
 * However many wait for one signal, it has one listener: Node warns of a leak at the eleventh, and sharing a signal
 * among many calls is what signals are for.
 * @example const forget = onAbort(signal, () => clearTimeout(timer))
 */
export const onAbort = (signal: AbortSignal, act: () => void): (() => void) => {
  const { acts, listener } = hubs.get(signal) ?? listen(signal)
  acts.add(act)
  return () => {
    acts.delete(act)
    // The last to go takes the listener along: a signal may live as long as its program.
    if (acts.size > 0 || hubs.get(signal)?.acts !== acts) return
    hubs.delete(signal)
    signal.removeEventListener('abort', listener)
  }
}
