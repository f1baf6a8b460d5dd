/** What is known of a schema or a check before it is built. */
interface Built {
  readonly _zod: unknown
  check(...checks: unknown[]): Built
}

const forwarded = ['def', 'type', 'parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'with', 'clone', 'brand', 'register', '~standard'] as const

/**
 * A schema that is built when it is used first. A module declares hundreds and a program runs a few: building all of them
 * while importing would cost more than everything else a module does.
 */
class Deferred {
  #build: (() => Built) | undefined
  #built: Built | undefined

  constructor(build: () => Built) {
    this.#build = build
  }

  get #schema(): Built {
    if (this.#built === undefined) {
      this.#built = (this.#build as () => Built)()
      // What it was made of need not be kept.
      this.#build = undefined
    }
    return this.#built
  }

  get _zod(): unknown {
    return this.#schema._zod
  }

  check(...checks: unknown[]): Deferred {
    return new Deferred(() => this.#schema.check(...checks))
  }

  static {
    for (const name of forwarded) {
      Object.defineProperty(this.prototype, name, {
        get(this: Deferred) {
          return (this.#schema as unknown as Readonly<Record<string, unknown>>)[name]
        },
      })
    }
  }
}

/**
 * The same builder, its work put off until the schema is used.
 * @example const text = deferred(z.string)
 */
export const deferred = <F extends (...input: never) => object>(builder: F): F =>
  ((...input: never) => new Deferred(() => builder(...(input as unknown as never[] as never)) as unknown as Built)) as unknown as F
