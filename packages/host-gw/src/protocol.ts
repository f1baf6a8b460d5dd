/**
 * The protocol of the hosting provider API: form POSTs to `/host-gw.html`, an action in `act`, the host key in the form,
 * errors with HTTP 200 and a number.
 * @module
 */
import { type Credentials, type Endpoint, type Facts, type Listing, type PageStrategy, type Protocol, type Schema, defineEndpoint, defineListing } from '@zonewright/core'
import { fit, formPost, wrongCredentials } from '@zonewright/core/form-post'
import { verdictWith } from './protocol/verdict.ts'

const secretFields = (credentials: Credentials | undefined): Readonly<Record<string, string>> => {
  if (credentials?.kind !== 'host-key') throw wrongCredentials('hosting provider API', "the provider's key: hostKey(key)")
  return { host_key: credentials.secret.reveal() }
}

const made = (name: string, resultOf: (body: Readonly<Record<string, unknown>>) => unknown): Protocol =>
  Object.freeze(formPost({ name, origin: 'https://api.cloudflare.com', path: '/host-gw.html', actionField: 'act', secretFields, verdict: verdictWith(resultOf) }))

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** The acts of `/host-gw.html`. */
export const hostGateway: Protocol = made('host-gw', (body) => body['response'] ?? null)

/**
 * The act that makes a new host key. Where the key stands in its answer is told in three ways; wherever it is, the result has it
 * in `host_key`.
 */
export const hostGatewayNewKey: Protocol = made('host-gw-new-key', ({ request, response }) => {
  const inside = isFields(response) ? response['host_key'] : undefined
  const echoed = isFields(request) ? request['host:key'] : undefined
  const key = [inside, isFields(inside) ? inside['__host_key'] : undefined, isFields(echoed) ? echoed['__host_key'] : undefined].find((value) => typeof value === 'string' && value !== '')
  return key === undefined ? undefined : { host_key: key }
})

/**
 * Declares an act of the hosting provider API.
 * @example export const get = endpoint<UserGet, HostedUser>('user_lookup', { input: UserGet, result: HostedUser, safety: 'read' })
 */
export const endpoint = <I, O>(act: string, facts: Facts & { readonly input: Schema; readonly result: Schema }, protocol: Protocol = hostGateway): Endpoint<I, O> => defineEndpoint<I, O>(protocol, act, facts)

/** Pages by `limit` and `offset`; the end is a page with fewer items than were asked for, for no answer tells the number of all. */
const byOffset = (item: Schema): PageStrategy => ({
  kind: 'offset',
  first: (input) => ({ limit: 100, offset: 0, ...input }),
  next: (input, { items }) => (items.length < Number(input['limit']) ? undefined : { ...input, offset: Number(input['offset']) + items.length }),
  items: (result) => (Array.isArray(result) ? result.map((one) => fit(item, one)) : ((result ?? []) as unknown[])),
})

/**
 * Declares a listing of the hosting provider API: pages by `limit` (100 when not said) and `offset`. Reading is its safety.
 * @example export const list = listing<ZoneList, ListedZone>('zone_list', { input: ZoneList, item: ListedZone })
 */
export const listing = <I, T>(act: string, facts: Facts & { readonly input: Schema; readonly item: Schema }): Listing<I, T> => defineListing<I, T>(hostGateway, act, { safety: 'read', ...facts, page: byOffset(facts.item) })
