import { type Facts, type Safety, defineEndpoint, type Endpoint, type Listing, type PageStrategy, cursor, defineListing, pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import type { ManifestEndpoint } from '../api/manifest.ts'
import { anyProtocol } from './any-protocol.ts'
import type { CallValues } from './items.ts'

/** A call as the command line tells it. */
export interface RawCall {
  readonly method: string
  /** Path with identifiers filled in, perhaps with a query. */
  readonly path: string
  readonly query: readonly (readonly [string, string])[]
  readonly values: CallValues
  readonly safety?: Safety
}

const anything = z.unknown()

const encoded = (name: string, value: unknown): string => `${encodeURIComponent(name)}=${encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : String(value))}`

type Fields = Readonly<Record<string, unknown>>

/** Names in braces whose value is given, as in a route of `zw routes`. */
const inPath = (path: string, fields: Fields): readonly string[] => [...path.matchAll(/\{([^{}/]+)\}/g)].map(([, name]) => name as string).filter((name) => Object.hasOwn(fields, name))

const withQuery = (path: string, fields: Fields, pairs: readonly (readonly [string, unknown])[]): string => {
  const names = inPath(path, fields)
  // Other braces would be taken for the names of parameters.
  const safe = path.replaceAll(/\{([^{}/]+)\}|[{}]/g, (whole, name?: string) => (name !== undefined && names.includes(name) ? whole : whole.replaceAll('{', '%7B').replaceAll('}', '%7D')))
  return pairs.length === 0 ? safe : `${safe}${safe.includes('?') ? '&' : '?'}${pairs.map(([name, value]) => encoded(name, value)).join('&')}`
}

const takesBody = (method: string): boolean => method !== 'GET' && method !== 'HEAD'

/** The request as an endpoint and its input. */
export const rawEndpoint = (call: RawCall): { readonly endpoint: Endpoint<Readonly<Record<string, unknown>>, unknown>; readonly input: Readonly<Record<string, unknown>> } => {
  const { method, values } = call
  const body = takesBody(method)
  const names = inPath(call.path, values.fields)
  const rest = Object.entries(values.fields).filter(([name]) => !names.includes(name))
  const route = `${method} ${withQuery(call.path, values.fields, [...call.query, ...(body ? [] : rest)])}`
  const form: Facts['body'] = values.body !== undefined ? { json: 'body' } : values.files.length > 0 ? { files: values.files } : 'json'
  const endpoint = defineEndpoint<Readonly<Record<string, unknown>>, unknown>(anyProtocol, route, { input: anything, result: anything, body: form, ...(call.safety === undefined ? {} : { safety: call.safety }) })
  return { endpoint, input: !body ? Object.fromEntries(names.map((name) => [name, values.fields[name]])) : values.body !== undefined ? { body: values.body } : values.fields }
}

/** Pages by number or by cursor: by what the first answer says. */
const eitherStrategy: PageStrategy = (() => {
  const byNumber = pageNumber({ perPage: 50 })
  const byCursor = cursor()
  return {
    kind: 'page',
    first: (input) => input,
    next: (input, page) => (page.info['cursor'] !== undefined || page.info['cursors'] !== undefined ? byCursor.next(input, page) : byNumber.next(input, page)),
  }
})()

/** A GET of all pages as a listing and its input. */
export const rawListing = (call: RawCall): { readonly listing: Listing<Readonly<Record<string, unknown>>, unknown>; readonly input: Readonly<Record<string, unknown>> } => ({
  listing: defineListing<Readonly<Record<string, unknown>>, unknown>(anyProtocol, `GET ${withQuery(call.path, call.values.fields, [])}`, { input: anything, item: anything, page: eitherStrategy }),
  input: { ...Object.fromEntries(call.query), ...call.values.fields },
})

/** Whether an endpoint of the manifest has this method and path. */
const fits = (endpoint: ManifestEndpoint, method: string, segments: readonly string[]): boolean => {
  const parts = endpoint.route.split('/')
  return endpoint.method === method && parts.length === segments.length && parts.every((part, index) => part === segments[index] || (part.startsWith('{') && segments[index] !== ''))
}

/** The declared safety of a call, where its path is known: it decides what may be repeated. */
export const safetyOf = (all: readonly ManifestEndpoint[], method: string, path: string): Safety | undefined => {
  const segments = path.replace(/\?.*$/s, '').replace(/(.)\/$/, '$1').split('/')
  // A literal segment is nearer than a parameter: /zones/{zone_id}/dns_records/batch is no record called "batch".
  const nearest = all.filter((endpoint) => fits(endpoint, method, segments)).sort((left, right) => left.route.split('{').length - right.route.split('{').length)[0]
  return nearest?.safety as Safety | undefined
}
