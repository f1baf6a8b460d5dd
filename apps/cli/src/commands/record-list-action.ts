import { type records as declarations, records } from '@zonewright/v4/dns'
import type { Action } from '../command.ts'
import { pagesOf } from '../pages-of.ts'
import { recordColumns } from '../record-columns.ts'
import { ownerOf, serviceName, typeOf } from '../record-value.ts'
import { zoneIdOf, zoneOf } from '../zone-lookup.ts'

interface Options {
  readonly type?: string
  readonly name?: string
  readonly content?: string
  readonly search?: string
  readonly comment?: string
  readonly tag?: string
  readonly proxied?: boolean
  readonly any?: boolean
  readonly order?: 'type' | 'name' | 'content' | 'ttl' | 'proxied'
  readonly desc?: boolean
  readonly limit?: number
}

/** Lists records. */
export const run: Action<{ readonly zone: string }, Options> = async (context, { zone }, options) => {
  const client = await context.client()
  // The service looks for complete names, so a short one needs the name of the zone.
  const found = options.name === undefined ? { id: await zoneIdOf(context, zone), name: '' } : await zoneOf(context, zone)
  const { content, search, comment, tag, proxied, order } = options
  const said = {
    type: options.type === undefined ? undefined : typeOf(options.type),
    name: options.name === undefined ? undefined : serviceName(ownerOf(options.name, found.name)),
    content,
    search,
    comment,
    tag,
    proxied,
    order,
    match: options.any === true ? 'any' : undefined,
    direction: options.desc === true ? 'desc' : undefined,
  }
  const filters = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  const input = { ...filters, zone_id: found.id } as declarations.RecordList
  await context.output.list(pagesOf(client.list(records.list, input, context.call), options.limit), recordColumns)
}
