import { listZone } from '@zonewright/sync'
import { type Change, type ResourceRecord, type StoredRecord, diff } from '@zonewright/zone'
import { stat } from 'node:fs/promises'
import { colourful } from '../colour.ts'
import type { Action } from '../command.ts'
import type { Context } from '../context.ts'
import { UsageError, exit } from '../failures.ts'
import { changesText } from '../sync/diff-text.ts'
import { wantedIn } from '../sync/places.ts'
import { telling } from '../sync/refusal.ts'
import { targetOf } from '../apis/target.ts'
import { isIdentifier, zoneName } from '../zone-lookup.ts'

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

const fileExists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false)

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

const fileSide = async (context: Context, text: string, origin: string | undefined): Promise<Listing> => {
  const { records } = await wantedIn(context, text, origin)
  const apex = origin ?? records.find(({ type }) => type === 'SOA')?.name
  if (apex === undefined) throw new UsageError(`${text}: the name of its zone is not known; give --origin`)
  return { kind: 'file', apex, records: numbered(records) }
}

/** Compares two zones, each a file, an export or a zone of the service. */
export const run: Action<Arguments, Options> = (context, args, { origin, apexNs }) =>
  telling(async () => {
    const sides = [await sideOf(args.a), await sideOf(args.b)] as const
    if (sides.every(({ text }) => text === '-')) throw new UsageError('only one side can come from stdin')
    const zones = await Promise.all(sides.map(({ kind, text }) => (kind === 'zone' ? zoneSide(context, text) : undefined)))
    const known = origin === undefined ? zones.find((zone) => zone !== undefined)?.apex : `${await zoneName(origin)}.`
    const [a, b] = (await Promise.all(sides.map(async ({ text }, index) => zones[index] ?? fileSide(context, text, known)))) as [Listing, Listing]
    const ofService = (apex: string) => ({ type, name }: ResourceRecord): boolean => type === 'SOA' || (type === 'NS' && name === apex && apexNs !== true)
    const left = a.records.filter((record) => !ofService(a.apex)(record))
    const right = b.records.filter((record) => !ofService(b.apex)(record))
    const changes = a.kind === 'file' && b.kind === 'zone' ? turned(diff(right, left)) : diff(left, right)
    const { output, io } = context
    if (output.form === 'table') await output.text(changes.length === 0 ? 'no difference\n' : changesText(changes, a.apex, colourful(io.stdout, io.env)))
    else await output.item(changes)
    return changes.length === 0 ? exit.done : exit.pending
  })
