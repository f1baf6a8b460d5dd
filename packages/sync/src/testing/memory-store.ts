import { type ApplyReport, type Change, type RecordLimits, type ResourceRecord, type StoredRecord, type Zone, type ZoneStore, recordKey, recordTypes } from '@zonewright/zone'
import { excludes } from '../conflicts.ts'

/** A store in memory that keeps the rules of a strict service, and tells what was asked of it. */
export interface MemoryStore extends ZoneStore {
  held: StoredRecord[]
  /** What the zone held after each write. */
  readonly states: (readonly StoredRecord[])[]
  lists: number
  /** Changes of each call that happened. */
  readonly calls: (readonly Change[])[]
  /** Changes of each call that was sent, happened or not. */
  readonly sent: (readonly Change[])[]
  /** What happens to the next calls, one each. */
  readonly faults: ('lost before' | 'lost after' | 'refused')[]
}

export const zone: Zone = { id: 'z1', name: 'example.com.', plan: 'pro' }

export const record = (name: string, type: string, rdata: string, rest: Partial<ResourceRecord> = {}): ResourceRecord => ({ name: name === '@' ? zone.name : `${name}.${zone.name}`, type, class: 'IN', ttl: 300, rdata, ...rest })

export const stored = (id: string, from: ResourceRecord, readOnly = false): StoredRecord => ({ ...from, id, ...(readOnly ? { readOnly } : {}) })

/** The service answers 1 for a proxied record, and states every attribute. */
const kept = (from: ResourceRecord): ResourceRecord => ({ ...from, ttl: from.attributes?.proxied === true ? 1 : from.ttl, attributes: { proxied: false, comment: '', tags: [], ...from.attributes } })

/** One change on a copy of the zone. @throws Error when the service would refuse it. */
const changed = (held: readonly StoredRecord[], change: Change, id: string): StoredRecord[] => {
  const others = change.kind === 'create' ? [...held] : held.filter((one) => one.id !== change.before.id)
  if (change.kind !== 'create' && others.length === held.length) throw new Error('Record does not exist.')
  if (change.kind === 'delete') {
    const rest = others.filter(({ name }) => name === change.before.name)
    if (change.before.type === 'NS' && change.before.name !== zone.name && rest.some(({ type }) => type === 'DS') && !rest.some(({ type }) => type === 'NS')) throw new Error('DS needs NS')
    return others
  }
  const { after } = change
  const beside = others.filter(({ name }) => name === after.name)
  if (beside.some((other) => recordKey(other) === recordKey(after))) throw new Error('An identical record already exists.')
  if (beside.some((other) => excludes(after.type, other.type, after.name === zone.name))) throw new Error(`${after.name} ${after.type} cannot stand beside ${beside.map(({ type }) => type).join(' ')}`)
  if (after.type === 'DS' && !beside.some(({ type }) => type === 'NS')) throw new Error('DS needs NS')
  if (change.kind === 'create') return [...others, { ...kept(after), id }]
  if (change.before.type !== after.type) throw new Error('the type of a record cannot be changed')
  return [...others, { ...kept({ ...after, attributes: { ...change.before.attributes, ...after.attributes } }), id: change.before.id }]
}

const rank = { delete: 0, update: 1, create: 2 } as const

/** What a store in memory is like. */
interface MemorySettings {
  /** Changes of one call; it happens whole or not at all. Default 3,500. */
  readonly batch?: number
  readonly limits?: RecordLimits
  /** Records that it does not take, beside what its rules refuse. */
  readonly refuses?: (record: ResourceRecord) => boolean
  /** It says which change it refuses. */
  readonly points?: boolean
}

/** Makes a store that holds these records. */
export const memoryStore = (held: readonly StoredRecord[] = [], options: MemorySettings = {}): MemoryStore => {
  const { batch = 3500, limits, refuses = () => false, points = false } = options
  let ids = 0
  let calls = 0
  const lost = new Error('the connection was reset')
  const store: MemoryStore = {
    name: 'memory',
    can: { types: Object.keys(recordTypes).filter((type) => type !== 'SOA'), attributes: ['proxied', 'comment', 'tags', 'flattenCname'], unit: 'record', batch: () => batch, ...(limits === undefined ? {} : { limits: () => limits }) },
    held: held.map((one) => ({ ...one, ...kept(one) })),
    states: [],
    lists: 0,
    calls: [],
    sent: [],
    faults: [],
    async *zones() {
      yield zone
    },
    async *records() {
      store.lists++
      yield* store.held
    },
    async apply(_, changes, applyOptions = {}) {
      const report = { done: [] as ApplyReport['done'][number][], failed: [] as ApplyReport['failed'][number][], unknown: [] as ApplyReport['unknown'][number][] }
      for (let start = 0; start < changes.length; start += batch) {
        const group = changes.slice(start, start + batch)
        const call = `call-${++calls}`
        if (applyOptions.signal?.aborted === true) {
          report.failed.push(...group.map((change) => ({ change, error: new Error('not sent') })))
          continue
        }
        store.sent.push(group)
        const fault = store.faults.shift()
        if (fault === 'lost before' || fault === 'refused') {
          ;(fault === 'refused' ? report.failed : report.unknown).push(...group.map((change) => ({ change, error: fault === 'refused' ? new Error('slow down') : lost })))
          continue
        }
        let at: Change | undefined
        try {
          let next: StoredRecord[] = [...store.held]
          // As the service does: deletions, then changes, then new records, each kind in the order given.
          const made = new Map<Change, string>()
          for (const change of [...group].sort((left, right) => rank[left.kind] - rank[right.kind])) {
            at = change
            if (change.kind !== 'delete' && refuses(change.after)) throw new Error(`${change.after.name} is refused`)
            const id = change.kind === 'create' ? `new-${++ids}` : change.before.id
            made.set(change, id)
            next = changed(next, change, id)
          }
          if (limits?.records !== undefined && next.length > limits.records && next.length > store.held.length) {
            // As every refusal that is not about one of the records: nobody is to blame.
            report.failed.push(...group.map((change) => ({ change, error: new Error('Record quota exceeded.'), call })))
            continue
          }
          store.held = next
          store.states.push(next)
          store.calls.push(group)
          if (fault === 'lost after') report.unknown.push(...group.map((change) => ({ change, error: lost })))
          else report.done.push(...group.map((change) => ({ change, call, ...(change.kind === 'delete' ? {} : { record: next.find(({ id }) => id === made.get(change)) as StoredRecord }) })))
        } catch (error) {
          report.failed.push(...group.map((change) => ({ change, error: error as Error, call, ...(!points ? { blame: 'batch' as const } : change === at ? { blame: 'change' as const } : {}) })))
        }
      }
      return report
    },
  }
  return store
}
