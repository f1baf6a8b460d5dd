/** What is known of a schema or a check before it is built. */
interface Built {
  readonly _zod: unknown
  check(...checks: unknown[]): Built
}

/** The functions that make schemas and checks, by name. */
export type Builders = Readonly<Record<string, (...input: never[]) => unknown>>

const forwarded = ['def', 'type', 'parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'with', 'clone', 'brand', 'register', '~standard'] as const

/**
 * The builders, once they are loaded: by the first call of any client, or by `@zonewright/core/zod`. Schemas are made
 * while modules load, long before there is a client that could hold this, so that it stands outside of one.
 */
const loaded: { builders?: Builders } = {}

/** From now on schemas can be built. */
export const useBuilders = (builders: Builders): void => {
  loaded.builders = builders
}

const build = (name: string, input: readonly unknown[]): Built => {
  const builder = loaded.builders?.[name]
  if (builder === undefined) throw new Error("a schema was used before the first call of a client, which loads what schemas are built with; import '@zonewright/core/zod' in a program that uses schemas by themselves")
  return builder(...(input as never[])) as Built
}

/**
 * A note of a schema, which is built when it is used first. A module declares hundreds and a program runs a few: building
 * all of them while importing would cost more than everything else a module does, and so would loading the builders.
 */
class Deferred {
  #build: (() => Built) | undefined
  #built: Built | undefined

  constructor(make: () => Built) {
    this.#build = make
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
 * The builder of a name, its work put off until the schema is used.
 * @example const text = deferred<typeof z.string>('string')()
 */
export const deferred = <F extends (...input: never) => object>(name: string): F =>
  ((...input: never) => new Deferred(() => build(name, input as unknown as readonly unknown[])) as unknown as Built) as unknown as F
