import type { Action } from '../../command.ts'
import { heldIn, shownRecord, storeColumns } from '../../apis/records.ts'
import { targetOf } from '../../apis/target.ts'
import { UsageError } from '../../failures.ts'
import { ownerOf, rdataOf, typeOf } from '../../record-value.ts'

interface Options {
  readonly type?: string
  readonly name?: string
  readonly content?: string
  readonly proxied?: boolean
  readonly limit?: number
  readonly [other: string]: unknown
}

const known: ReadonlySet<string> = new Set(['type', 'name', 'content', 'proxied', 'limit'])

/** Lists the records of a zone of a store; the old APIs filter nothing, so it is done here. */
export const run: Action<{ readonly zone: string }, Options> = async (context, args, options) => {
  const unknown = Object.keys(options).find((name) => options[name] !== undefined && !known.has(name))
  if (unknown !== undefined) throw new UsageError(`--${unknown}: only API v4 lists by this; leave it out`)
  const { store, zone: find } = await targetOf(context)
  const zone = await find(args.zone)
  const type = options.type === undefined ? undefined : typeOf(options.type)
  const name = options.name === undefined ? undefined : ownerOf(options.name, zone.name.replace(/\.$/, ''))
  const rdata = options.content === undefined || type === undefined ? options.content : rdataOf(type, options.content)
  const found = (await heldIn(context, store, zone)).filter(
    (record) => (type === undefined || record.type === type) && (name === undefined || record.name === name) && (rdata === undefined || record.rdata === rdata) && (options.proxied === undefined || (record.attributes?.proxied ?? false) === options.proxied),
  )
  await context.output.list([found.slice(0, options.limit).map(shownRecord)], storeColumns)
}
