/** The input or the state of things says no: exit code 1. Each line is one complaint with its next step. */
export class Failure extends Error {
  override readonly name: string = 'Failure'
  readonly lines: readonly string[]

  constructor(lines: string | readonly string[], options?: ErrorOptions) {
    const list = typeof lines === 'string' ? [lines] : lines
    super(list.join('\n'), options)
    this.lines = list
  }
}

/** The command line itself is wrong: exit code 64. */
export class UsageError extends Failure {
  override readonly name: string = 'UsageError'
}

/** Somebody pressed Ctrl-C or sent a signal. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
  readonly by: 'SIGINT' | 'SIGTERM'

  constructor(by: 'SIGINT' | 'SIGTERM') {
    super(`interrupted by ${by}`)
    this.by = by
  }
}

/** Exit codes; scripts rely on them. */
export const exit = { done: 0, refused: 1, pending: 2, usage: 64, interrupted: 130, terminated: 143 } as const
