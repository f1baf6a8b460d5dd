import { isObject, type Json } from './document.ts'

/** A reference of a document that leads nowhere. */
export class LostReference extends Error {
  constructor(reference: string) {
    super(`the reference "${reference}" ${reference.startsWith('#') ? 'leads to nothing' : 'leads to another document; put everything into one'}`)
  }
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
  } catch {
    return part
  }
}

/** What a document's references lead to. */
export class References {
  readonly #document: Json

  constructor(document: Json) {
    this.#document = document
  }

  /** What stands here or where a chain of references ends. */
  follow(value: unknown): unknown {
    return this.target(value).value
  }

  /** The end of a chain of references, and the last of them. */
  target(value: unknown): { readonly value: unknown; readonly reference?: string } {
    const seen = new Set<string>()
    let found = value
    let reference: string | undefined
    while (isObject(found) && typeof found['$ref'] === 'string') {
      reference = found['$ref']
      // A chain that leads back to itself says nothing.
      if (seen.has(reference)) return { value: {} }
      seen.add(reference)
      found = this.#at(reference)
    }
    return reference === undefined ? { value: found } : { value: found, reference }
  }

  #at(reference: string): unknown {
    let found: unknown = reference === '#' || reference.startsWith('#/') ? this.#document : undefined
    for (const part of reference.slice(2).split('/').filter(() => reference !== '#')) {
      const key = decoded(part)
      if (Array.isArray(found)) found = (found as unknown[])[Number(key)]
      else found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined
    }
    if (found === undefined) throw new LostReference(reference)
    return found
  }
}
