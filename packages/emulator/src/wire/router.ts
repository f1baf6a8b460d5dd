import '@zonewright/core/zod'
import type { AnyEndpoint, Schema } from '@zonewright/core'

import { refuse } from '../errors.ts'

/** What a path leads to. */
export interface Match {
  readonly endpoint: AnyEndpoint
  /** Path parameters, decoded. */
  readonly parameters: Readonly<Record<string, string>>
}

/** Finds the endpoint of a request. */
export interface Router {
  /**
   * The endpoint of a method and a path behind `/client/v4`; a final slash does not matter, and several slashes are one, as
   * scripts write them that join an address and a path: an identifier that is empty makes the next word the identifier.
   * @throws Refusal `no_route`, `wrong_method`, or `bad_identifier` when only the form of an identifier is wrong.
   */
  match(method: string, path: string): Match
}

interface Node {
  readonly literals: Map<string, Node>
  parameter?: Node
  readonly endpoints: Map<string, AnyEndpoint>
}

const newNode = (): Node => ({ literals: new Map(), endpoints: new Map() })

const identifierForm = /^[0-9a-f]{32}$/

/** What of a schema is read here. */
interface Definition {
  readonly shape?: Readonly<Record<string, Schema>>
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly params?: { readonly form?: string } } } }[]
}

const definitionOf = (schema: Schema): Definition => (schema._zod as unknown as { readonly def: Definition }).def

/** The parameters of a path whose values are 32 hex digits, as their schemas say; other objects are named by words, UUIDs or numbers. */
const hexParameters = ({ input, target }: AnyEndpoint): readonly string[] => {
  const shape = definitionOf(input).shape ?? {}
  return target.parameters.filter((name) => shape[name] !== undefined && definitionOf(shape[name]).checks?.some(({ _zod: { def } }) => def.params?.form === 'hexadecimal') === true)
}

const decoded = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/** A router over endpoint declarations. */
export const makeRouter = (endpoints: Iterable<AnyEndpoint>, prefix = '/client/v4'): Router => {
  const root = newNode()
  for (const endpoint of endpoints) {
    let node = root
    for (const segment of endpoint.target.path.split('/').slice(1)) {
      if (segment.startsWith('{')) node = node.parameter ??= newNode()
      else {
        const next = node.literals.get(segment) ?? newNode()
        node.literals.set(segment, next)
        node = next
      }
    }
    node.endpoints.set(endpoint.target.method, endpoint)
  }

  // Read when an endpoint is asked for first: a schema is built when it is looked at.
  const known = new WeakMap<AnyEndpoint, readonly string[]>()
  const hexOf = (endpoint: AnyEndpoint): readonly string[] => {
    const names = known.get(endpoint) ?? hexParameters(endpoint)
    known.set(endpoint, names)
    return names
  }

  /** The node of a path among those that serve what is wanted, with the values of its parameters. */
  const find = (segments: readonly string[], wanted: (node: Node) => boolean): { readonly node: Node; readonly values: readonly string[] } | undefined => {
    const values: string[] = []
    const walk = (node: Node, index: number): Node | undefined => {
      if (index === segments.length) return wanted(node) ? node : undefined
      const segment = segments[index] ?? ''
      if (segment === '') return walk(node, index + 1)
      // A word that is part of a route wins over a parameter: `dns_records/export` is no record.
      const literal = node.literals.get(segment)
      const found = literal === undefined ? undefined : walk(literal, index + 1)
      if (found !== undefined || node.parameter === undefined) return found
      const value = decoded(segment)
      if (value === undefined) return undefined
      values.push(value)
      const below = walk(node.parameter, index + 1)
      if (below !== undefined) return below
      values.pop()
      // A value that may hold slashes as they are takes all that is left.
      if (!wanted(node.parameter) || ![...node.parameter.endpoints.values()].some((endpoint) => endpoint.plainSlashes)) return undefined
      values.push(segments.slice(index).map((part) => decoded(part) ?? part).join('/'))
      return node.parameter
    }
    const node = walk(root, 0)
    return node === undefined ? undefined : { node, values }
  }

  return {
    match(method, path) {
      const segments = path.replace(/\/+$/, '').split('/').slice(1)
      // A setting that has only a GET of its own is changed by the call for any setting.
      const found = find(segments, ({ endpoints: here }) => here.has(method)) ?? find(segments, ({ endpoints: here }) => here.size > 0)
      if (found === undefined) throw refuse('no_route')
      const endpoint = found.node.endpoints.get(method)
      const shown = endpoint ?? [...found.node.endpoints.values()][0]
      const parameters = Object.fromEntries((shown?.target.parameters ?? []).map((name, index) => [name, found.values[index] ?? '']))
      if (shown !== undefined && hexOf(shown).some((name) => !identifierForm.test(parameters[name] ?? ''))) throw refuse('bad_identifier', { path: prefix + path.replace(/\/{2,}/g, '/') })
      if (endpoint === undefined) throw refuse('wrong_method', { method })
      return { endpoint, parameters }
    },
  }
}
