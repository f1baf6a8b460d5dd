import type { AnyEndpoint } from '@zonewright/core'

import { refuse, refuseIdentifier } from '../errors.ts'

/** What a path leads to. */
export interface Match {
  readonly endpoint: AnyEndpoint
  /** Path parameters, decoded. */
  readonly parameters: Readonly<Record<string, string>>
}

/** Finds the endpoint of a request. */
export interface Router {
  /**
   * The endpoint of a method and a path behind `/client/v4`; a final slash does not matter.
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

/** Parameters whose values are 32 hex digits; other objects are named by words, UUIDs or numbers. */
const hexParameters: ReadonlySet<string> = new Set(['zone_id', 'account_id', 'dns_record_id', 'token_id', 'user_id', 'member_id', 'rule_id', 'pagerule_id'])

const decoded = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/**
 * A router over endpoint declarations.
 * @param endpoints The declarations themselves, or the same under another method: `[method, endpoint]`.
 */
export const makeRouter = (endpoints: Iterable<AnyEndpoint | readonly [method: string, endpoint: AnyEndpoint]>, prefix = '/client/v4'): Router => {
  const root = newNode()
  for (const entry of endpoints) {
    const [method, endpoint] = 'route' in entry ? [entry.target.method, entry] : entry
    let node = root
    for (const segment of endpoint.target.path.split('/').slice(1)) {
      if (segment.startsWith('{')) node = node.parameter ??= newNode()
      else {
        const next = node.literals.get(segment) ?? newNode()
        node.literals.set(segment, next)
        node = next
      }
    }
    node.endpoints.set(method, endpoint)
  }
  return {
    match(method, path) {
      const values: string[] = []
      const walk = (node: Node, segments: readonly string[], index: number): Node | undefined => {
        if (index === segments.length) return node.endpoints.size > 0 ? node : undefined
        const segment = segments[index] ?? ''
        // A word that is part of a route wins over a parameter: `dns_records/export` is no record.
        const literal = node.literals.get(segment)
        const found = literal === undefined ? undefined : walk(literal, segments, index + 1)
        if (found !== undefined || node.parameter === undefined) return found
        const value = decoded(segment)
        if (value === undefined || value === '') return undefined
        values.push(value)
        const below = walk(node.parameter, segments, index + 1)
        if (below !== undefined) return below
        values.pop()
        if (![...node.parameter.endpoints.values()].some((endpoint) => endpoint.plainSlashes)) return undefined
        values.push(segments.slice(index).map((part) => decoded(part) ?? part).join('/'))
        return node.parameter
      }
      const node = walk(root, path.replace(/\/+$/, '').split('/').slice(1), 0)
      if (node === undefined) throw refuse('no_route')
      const endpoint = node.endpoints.get(method)
      const names = (endpoint ?? [...node.endpoints.values()][0])?.target.parameters ?? []
      const parameters = Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']))
      if (names.some((name) => hexParameters.has(name) && !identifierForm.test(parameters[name] ?? ''))) throw refuseIdentifier(`${prefix}${path}`)
      if (endpoint === undefined) throw refuse('wrong_method', { method })
      return { endpoint, parameters }
    },
  }
}
