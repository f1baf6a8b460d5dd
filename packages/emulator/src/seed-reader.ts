/** A seed that can't be used; the message names the place in it and never shows a secret. */
export class SeedError extends Error {
  override readonly name = 'SeedError'
  /** Such as `zones[0].plan`. */
  readonly place: string
  constructor(place: string, problem: string, options?: ErrorOptions) {
    super(`seed: ${place} ${problem}`, options)
    this.place = place
  }
}

/** Reads the fields of one object of a seed. */
export interface SeedReader {
  /** Where the object stands. */
  readonly path: string
  /** Refuses fields that nobody reads: a misspelt one would be lost silently. */
  only(...names: readonly string[]): void
  text(name: string): string
  optionalText<N extends string>(name: N): { readonly [K in N]?: string }
  /** A secret of a form that requests can carry; the error never shows it. */
  secret(name: string, form: RegExp, what: string): string
  texts(name: string): readonly string[] | undefined
  objects(name: string): readonly Readonly<Record<string, unknown>>[] | undefined
  choice<N extends string, T extends string>(name: N, allowed: readonly T[]): { readonly [K in N]?: T }
  list<T>(name: string, read: (item: SeedReader) => T): readonly T[]
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A reader of one object.
 * @throws SeedError when it is no object.
 */
export const seedReader = (json: unknown, path: string): SeedReader => {
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`)
  if (!isObject(json)) throw new SeedError(path === '' ? 'the file' : path, 'must be an object')
  const arrayOf = (name: string): readonly unknown[] | undefined => {
    const value = json[name]
    if (value === undefined) return undefined
    if (!Array.isArray(value)) throw new SeedError(at(name), 'must be a list')
    return value
  }
  const textAt = (value: unknown, place: string): string => {
    if (typeof value !== 'string' || value === '') throw new SeedError(place, 'must be a text that is not empty')
    return value
  }
  return {
    path,
    only(...names) {
      const strange = Object.keys(json).find((name) => !names.includes(name))
      if (strange !== undefined) throw new SeedError(at(strange), `is not known; use ${names.join(', ')}`)
    },
    text: (name) => textAt(json[name], at(name)),
    optionalText: <N extends string>(name: N) => (json[name] === undefined ? {} : { [name]: textAt(json[name], at(name)) }) as { readonly [K in N]?: string },
    secret(name, form, what) {
      const value = textAt(json[name], at(name))
      if (!form.test(value)) throw new SeedError(at(name), `must be ${what}`)
      return value
    },
    texts: (name) => arrayOf(name)?.map((item, index) => textAt(item, `${at(name)}[${index}]`)),
    objects: (name) =>
      arrayOf(name)?.map((item, index) => {
        if (!isObject(item)) throw new SeedError(`${at(name)}[${index}]`, 'must be an object')
        return item
      }),
    choice<N extends string, T extends string>(name: N, allowed: readonly T[]) {
      const value = json[name]
      if (value === undefined) return {}
      const found = allowed.find((one) => one === value)
      if (found === undefined) throw new SeedError(at(name), `must be one of ${allowed.join(', ')}`)
      return { [name]: found } as { readonly [K in N]?: T }
    },
    list: (name, read) => (arrayOf(name) ?? []).map((item, index) => read(seedReader(item, `${at(name)}[${index}]`))),
  }
}
