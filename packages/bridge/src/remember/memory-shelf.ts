import type { Shelf } from './shelf.ts'

/**
 * A shelf that ends with the process; for trying things out.
 * @example const shelf = memoryShelf()
 */
export const memoryShelf = (): Shelf => {
  let kinds = new Map<string, Map<string, string>>()
  const of = (kind: string): Map<string, string> => {
    const found = kinds.get(kind) ?? new Map<string, string>()
    kinds.set(kind, found)
    return found
  }
  let inside = false
  return {
    get: (kind, key) => {
      const text = kinds.get(kind)?.get(key)
      return text === undefined ? undefined : (JSON.parse(text) as unknown)
    },
    put: (kind, key, value) => void of(kind).set(key, JSON.stringify(value)),
    remove: (kind, key) => kinds.get(kind)?.delete(key) ?? false,
    all: (kind) => [...(kinds.get(kind) ?? [])].map(([key, text]) => ({ key, value: JSON.parse(text) as unknown })),
    together(work) {
      if (inside) return work()
      const before = new Map([...kinds].map(([kind, entries]) => [kind, new Map(entries)]))
      inside = true
      try {
        return work()
      } catch (error) {
        kinds = before
        throw error
      } finally {
        inside = false
      }
    },
    close: () => kinds.clear(),
  }
}
