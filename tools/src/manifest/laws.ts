import type { Manifest, ManifestEndpoint } from './form.ts'

const missing = (endpoint: ManifestEndpoint): string[] => {
  const { id, input, route } = endpoint
  const faults: string[] = []
  if (endpoint.summary === '') faults.push(`${id} has no summary: write a doc comment above it`)
  if (endpoint.example === '') faults.push(`${id} has no @example`)
  for (const { name, description } of input) if (description === '') faults.push(`${id}: ${name} has no description: write a doc comment on its own line above the field`)
  for (const [, name] of route.matchAll(/\{([^{}/]+)\}/g)) if (!input.some((one) => one.name === name && one.required)) faults.push(`${id}: {${name}} of the route is not a required input`)
  return faults
}

const repeated = (endpoints: readonly ManifestEndpoint[], key: (endpoint: ManifestEndpoint) => string): string[] => {
  const seen = new Map<string, string[]>()
  for (const endpoint of endpoints) seen.set(key(endpoint), [...(seen.get(key(endpoint)) ?? []), endpoint.id])
  return [...seen].filter(([, ids]) => ids.length > 1).map(([value, ids]) => `${value} is declared by ${ids.join(' and ')}`)
}

/** What is wrong with a manifest, one sentence each. A route may be declared again when the older declaration has ended. */
export const brokenLaws = ({ endpoints }: Manifest): string[] => [
  ...endpoints.flatMap((endpoint) => missing(endpoint)),
  ...repeated(endpoints, ({ id }) => id),
  ...repeated(endpoints.filter(({ sunset }) => sunset === null), ({ method, route, protocol }) => `${protocol} ${method} ${route}`),
]
