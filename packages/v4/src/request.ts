/**
 * Any endpoint of API v4 by its route, declared or not.
 * @module
 */
import { type CallOptions, type Client, type Facts, InputError, type Plugin, type Schema } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { endpoint } from './protocol.ts'

/** A method and a path with names in braces, such as `GET /accounts/{account_id}/things/{id}`. */
export type RequestRoute = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`

/** The names in braces of a route. */
export type PathParameters<R extends string> = R extends `${string}{${infer Name}}${infer Rest}` ? Name | PathParameters<Rest> : never

/** The input of a route: each name in braces, and any other names; of these, those of a GET go to the query, the rest to the JSON body. */
export type RequestInput<R extends string> = { readonly [Name in PathParameters<R>]: string | number } & { readonly [name: string]: unknown }

/** What a declaration would say, for an endpoint that has none, and the settings of a call. */
export interface RequestOptions<O = unknown> extends CallOptions, Pick<Facts, 'safety' | 'query' | 'body' | 'answer' | 'secrets' | 'slashes'> {
  /** Form of the result: its type, and its check where the client validates. Anything when not said. */
  readonly result?: Schema<O>
}

// A path without its slash would go on with the server's name, and a question mark of its own would meet that of the query.
const routeForm = /^(?:GET|POST|PUT|PATCH|DELETE) \/(?!\/)[^\s?#\\]*$/

const anyInput = z.record(z.string(), z.unknown())
const anyResult = z.unknown()

/**
 * Calls an endpoint by its route; prefer a declared one, which checks its input and knows its result.
 * A POST or PATCH is not repeated by itself unless `safety` says that it may be.
 * @throws as `client.call`.
 * @example
 * const widget = await request(client, 'GET /accounts/{account_id}/widgets/{id}', { account_id, id, detail: true })
 */
export const request = <R extends RequestRoute, O = unknown>(client: Client, route: R, input: RequestInput<R>, options: RequestOptions<O> = {}): Promise<O> => {
  if (!routeForm.test(route)) return Promise.reject(new InputError({ route, issues: [{ path: ['route'], message: 'expected a method in capitals, a blank and a path that begins with one slash, such as GET /zones/{zone_id}; what belongs to the query goes into the input' }] }))
  const { result = anyResult, safety, query, body, answer, secrets, slashes, ...call } = options
  const facts: Facts = {
    ...(safety === undefined ? {} : { safety }),
    ...(query === undefined ? {} : { query }),
    ...(body === undefined ? {} : { body }),
    ...(answer === undefined ? {} : { answer }),
    ...(secrets === undefined ? {} : { secrets }),
    ...(slashes === undefined ? {} : { slashes }),
  }
  return client.call(endpoint<RequestInput<R>, O>(route, { input: anyInput, result, ...facts }), input, call)
}

/** What {@link requests} adds to a client. */
export interface RequestApi {
  /**
   * Calls an endpoint by its route, as {@link request} does.
   * @throws as `client.call`.
   * @example const widget = await createClient({ plugins: [requests()] }).request('GET /accounts/{account_id}/widgets/{id}', { account_id, id, detail: true })
   */
  request<R extends RequestRoute, O = unknown>(route: R, input: RequestInput<R>, options?: RequestOptions<O>): Promise<O>
}

/**
 * Gives a client the method `request`: any endpoint of API v4 by its route, beside the declared ones.
 * @example
 * const cf = createClient({ credentials: token('0123abcd'), plugins: [requests()] })
 * const widget = await cf.request('GET /accounts/{account_id}/widgets/{id}', { account_id, id })
 */
export const requests = (): Plugin<RequestApi> => ({
  name: 'requests',
  setup: (client) => ({ extend: { request: (route, input, options) => request(client, route, input, options) } }),
})
