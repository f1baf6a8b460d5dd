/**
 * What declarations of API v4 are made with.
 * @module
 */
import { type DeferredProtocol, type Download, type Endpoint, type Facts, type Listing, type PageStrategy, type Schema, defineDownload, defineEndpoint, defineListing } from '@zonewright/core'

/**
 * API v4 at `https://api.cloudflare.com/client/v4`, as declarations have it. How its requests and answers look is loaded with
 * the first call; a program that encodes by itself imports `v4Json` of `@zonewright/v4/wire`.
 */
export const v4: DeferredProtocol = Object.freeze({ name: 'v4', origin: 'https://api.cloudflare.com/client/v4', load: async () => (await import('./wire.ts')).v4Json })

/**
 * Declares a call of API v4.
 * @example export const get = endpoint<ZoneGet, Zone>('GET /zones/{zone_id}', { input: ZoneGet, result: Zone, permission: '#zone:read' })
 */
export const endpoint = <I, O>(route: string, facts: Facts & { readonly input: Schema; readonly result: Schema }): Endpoint<I, O> => defineEndpoint<I, O>(v4, route, facts)

/**
 * Declares a paged call of API v4.
 * @example export const list = listing<ZoneList, Zone>('GET /zones', { input: ZoneList, item: Zone, page: pageNumber({ perPage: 50 }) })
 */
export const listing = <I, T>(route: string, facts: Facts & { readonly input: Schema; readonly item: Schema; readonly page: PageStrategy }): Listing<I, T> => defineListing<I, T>(v4, route, facts)

/**
 * Declares a call of API v4 whose answer is read as it arrives.
 * @example export const exportZone = download<ZoneExport>('GET /zones/{zone_id}/dns_records/export', { input: ZoneExport })
 */
export const download = <I>(route: string, facts: Facts & { readonly input: Schema }): Download<I> => defineDownload<I>(v4, route, facts)
