import type { AnyEndpoint } from '@zonewright/core'
import type { Entry } from '../workspace.ts'
import type { Manifest, ManifestEndpoint, ManifestInput } from './form.ts'
import { inputFacts } from './input-facts.ts'
import type { Prose } from './prose.ts'

const isDeclaration = (value: object): value is AnyEndpoint => 'route' in value && 'protocol' in value && 'kind' in value

/** Modules, and plain objects such as a setting with its two calls. */
const holdsMore = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

/** The declarations in a module, its namespaces and its groups, with the names that lead to each. */
export const declarationsIn = (module: object, path: readonly string[] = []): { readonly path: readonly string[]; readonly declaration: AnyEndpoint }[] =>
  Object.entries(module).flatMap(([name, member]: [string, unknown]) => {
    if (typeof member !== 'object' || member === null || '_zod' in member) return []
    if (isDeclaration(member)) return [{ path: [...path, name], declaration: member }]
    return holdsMore(member) ? declarationsIn(member, [...path, name]) : []
  })

const bodyOf = (declaration: AnyEndpoint, inputs: readonly ManifestInput[]): ManifestEndpoint['body'] => {
  if (!inputs.some((input) => input.in === 'body')) return 'none'
  // Where the route is no path it is the name of an action, and everything travels in a form.
  if (!declaration.target.path.startsWith('/')) return 'form'
  const form = declaration.body ?? 'json'
  return form === 'json' ? 'json' : 'files' in form ? 'files' : 'raw' in form ? 'raw' : 'json-field'
}

/** The subpath `page-rules` as the namespace that programs write: `pageRules`. */
export const namespaceOf = (subpath: string): string => subpath.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** What the manifest says of one declaration: facts from the value itself, words from its doc comments. */
export const describe = (declaration: AnyEndpoint, path: readonly string[], entry: Entry, prose: Prose): ManifestEndpoint => {
  const words = prose.of(entry.source, path)
  const { target } = declaration
  const toQuery = (name: string): boolean => target.method === 'GET' || target.method === 'HEAD' || declaration.query?.includes(name) === true
  const input = inputFacts(declaration.input).map(({ name, required, type, ...facts }): ManifestInput => ({
    name,
    in: target.parameters.includes(name) ? 'path' : toQuery(name) ? 'query' : 'body',
    required,
    type,
    ...facts,
    description: words.fields.get(name) ?? '',
  }))
  return {
    id: [namespaceOf(entry.subpath.slice(2)), ...path].join('.'),
    module: entry.subpath.slice(2),
    path,
    protocol: declaration.protocol.name,
    kind: declaration.kind,
    method: target.method,
    route: target.path,
    safety: declaration.safety,
    permission: declaration.permission ?? null,
    since: declaration.since ?? null,
    sunset: declaration.sunset ?? null,
    summary: words.summary,
    description: words.description,
    example: words.example,
    answer: declaration.answer ?? 'envelope',
    body: bodyOf(declaration, input),
    input,
    result: words.result,
  }
}

/** The manifest of several modules. */
export const manifestOf = (modules: readonly { readonly entry: Entry; readonly module: object }[], prose: Prose): Manifest => {
  const endpoints = modules.flatMap(({ entry, module }) => declarationsIn(module).map(({ path, declaration }) => describe(declaration, path, entry, prose)))
  return { endpoints: endpoints.toSorted((one, other) => (one.id < other.id ? -1 : 1)) }
}
