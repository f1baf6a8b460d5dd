import type { AnyEndpoint } from '@zonewright/core'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Every endpoint that is declared anywhere in a module and the modules inside it. */
export const declaredEndpoints = (module: object): readonly AnyEndpoint[] => {
  const found = new Set<AnyEndpoint>()
  const walk = (value: unknown, depth: number): void => {
    if (!isObject(value) || depth > 5) return
    if (typeof value['route'] === 'string' && 'protocol' in value) found.add(value as unknown as AnyEndpoint)
    else if (!('_zod' in value)) for (const part of Object.values(value)) walk(part, depth + 1)
  }
  walk(module, 0)
  return [...found]
}
