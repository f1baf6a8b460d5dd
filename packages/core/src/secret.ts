const inspect = Symbol.for('nodejs.util.inspect.custom')

/**
 * A value that must not be seen: every way of printing it gives `[redacted]`.
 * @example const secret = new Secret('abc'); String(secret) // "[redacted]"
 */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  /** The value itself; only a protocol that places it into a request has a reason to ask. */
  reveal(): string {
    return this.#value
  }

  toString(): string {
    return '[redacted]'
  }

  toJSON(): string {
    return '[redacted]'
  }

  [inspect](): string {
    return '[redacted]'
  }
}
