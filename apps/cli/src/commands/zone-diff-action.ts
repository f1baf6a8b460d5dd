import { listZone } from '@zonewright/sync'
import { type Change, type ResourceRecord, type StoredRecord, diff, isWithin } from '@zonewright/zone'
import { stat } from 'node:fs/promises'
import { colourful } from '../colour.ts'
import type { Action } from '../command.ts'
import type { Context } from '../context.ts'
import { UsageError, exit } from '../failures.ts'
import { readInput } from '../input-file.ts'
import { shown } from '../output/shown.ts'
import { changesText } from '../sync/diff-text.ts'
import { wantedFrom } from '../sync/places.ts'
import { telling } from '../sync/refusal.ts'
import { targetOf } from '../apis/target.ts'
import { readZoneFile } from '../read-zone-file.ts'
import { readOptions } from '../zone-file.ts'
import { isIdentifier } from '../zone-lookup.ts'

interface Arguments {
  readonly a: string
  readonly b: string
}

interface Options {
  readonly origin?: string
  readonly apexNs?: boolean
}

interface Side {
  readonly kind: 'file' | 'zone'
  readonly text: string
}

interface Listing {
  readonly kind: Side['kind']
  readonly apex: string
  readonly records: readonly StoredRecord[]
}

/** A folder is no zone file: it may well have the name of a zone. */
const fileExists = (path: string): Promise<boolean> => stat(path).then((found) => !found.isDirectory(), () => false)

/** `file:` and `zone:` say what is meant; else what is there on the disk is a file, and all else a zone. */
const sideOf = async (text: string): Promise<Side> => {
  const [, kind, rest] = /^(file|zone):(.+)$/s.exec(text) ?? []
  if (kind !== undefined && rest !== undefined) return { kind: kind as Side['kind'], text: rest }
  return { kind: text === '-' || (!isIdentifier(text) && (await fileExists(text))) ? 'file' : 'zone', text }
}

const numbered = (records: readonly ResourceRecord[]): StoredRecord[] => records.map((record, index) => ({ ...record, id: String(index) }))

/** What stands in a file says nothing of attributes that it leaves out, so the file is the wanted side, whichever way one looks. */
const turned = (changes: readonly Change[]): Change[] =>
  changes.map((change): Change => {
    if (change.kind === 'create') return { kind: 'delete', before: { ...change.after, id: '' } }
    if (change.kind === 'delete') return { kind: 'create', after: change.before }
    return { kind: 'update', before: { ...change.before, ...change.after, attributes: { ...change.before.attributes, ...change.after.attributes } }, after: change.before }
  })

const zoneSide = async (context: Context, text: string): Promise<Listing> => {
  const target = await targetOf(context)
  const zone = await target.zone(text)
  return { kind: 'zone', apex: zone.name, records: await listZone(target.store, zone, { signal: context.call.signal }) }
}

/** A zone file whose octets are at hand. */
interface Input {
  readonly file: string
  readonly bytes: Uint8Array
}

/** The zone that a file says it is of: by its SOA record, else by the `$ORIGIN` that all of its records stand under. */
const ownApex = ({ file, bytes }: Input): string | undefined => {
  const { records, origin } = readZoneFile(bytes, file)
  return records.find(({ type }) => type === 'SOA')?.name ?? (origin !== '' && records.length > 0 && records.every(({ name }) => isWithin(name, origin)) ? origin : undefined)
}

const fileSide = (context: Context, input: Input, apex: string): Listing => ({ kind: 'file', apex, records: numbered(wantedFrom(context, input, apex).records) })

/** Compares two zones, each a file, an export or a zone of the service. */
export const run: Action<Arguments, Options> = (context, args, { origin, apexNs }) =>
  telling(async () => {
    const sides = [await sideOf(args.a), await sideOf(args.b)] as const
    if (sides.every(({ text }) => text === '-')) throw new UsageError('only one side can come from stdin')
    const zones = await Promise.all(sides.map(({ kind, text }) => (kind === 'zone' ? zoneSide(context, text) : undefined)))
    const told = (await readOptions('-', origin)).origin ?? zones.find((zone) => zone !== undefined)?.apex
    const inputs = await Promise.all(sides.map(async ({ kind, text: file }) => (kind === 'file' ? { file, bytes: await readInput(file, context.io) } : undefined)))
    const own = inputs.map((input) => (input === undefined || told !== undefined ? told : ownApex(input)))
    const [a, b] = sides.map(({ text }, index): Listing => {
      const input = inputs[index]
      if (input === undefined) return zones[index] as Listing
      // A file that does not say it is compared as one of the zone of the other.
      const apex = own[index] ?? own[1 - index]
      if (apex === undefined) throw new UsageError(`${text}: the name of its zone is not known; give --origin`)
      return fileSide(context, input, apex)
    }) as [Listing, Listing]
    const ofService = (apex: string) => ({ type, name }: ResourceRecord): boolean => type === 'SOA' || (type === 'NS' && name === apex && apexNs !== true)
    const left = a.records.filter((record) => !ofService(a.apex)(record))
    const right = b.records.filter((record) => !ofService(b.apex)(record))
    const changes = a.kind === 'file' && b.kind === 'zone' ? turned(diff(right, left)) : diff(left, right)
    const { output, io } = context
    await shown(output.form === 'table' ? output.text(changes.length === 0 ? 'no difference\n' : changesText(changes, a.apex, colourful(io.stdout, io.env))) : output.item(changes))
    return changes.length === 0 ? exit.done : exit.pending
  })
