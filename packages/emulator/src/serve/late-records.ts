import type { Collection } from '../state/documents.ts'
import type { StoredRecord } from '../state/records.ts'
import type { State } from '../state/state.ts'
import type { ZoneContext } from './handler.ts'

/** A record that was removed, for as long as lists may still show it. */
interface Removed {
  readonly record: StoredRecord
  /** In milliseconds since 1970. */
  readonly at: number
}

const removedIn = (state: State): Collection<Removed> => state.documents.collection<Removed>('removed_records')

/** What is needed to know how late lists are. */
type Writer = Pick<ZoneContext, 'state' | 'zone' | 'clock' | 'variance'>

/** Keeps a record that goes, where lists show it a while longer, and forgets those whose time is over. */
export const keepRemoved = ({ state, zone, clock, variance }: Writer, record: StoredRecord): void => {
  const delay = variance?.listDelayMs ?? 0
  if (delay <= 0) return
  const removed = removedIn(state)
  for (const { id, value } of removed.all(zone.id)) if (value.at <= clock.now() - delay) removed.remove(zone.id, id)
  removed.put(zone.id, record.wire.id, { record, at: clock.now() })
}

class Undone extends Error {}

/**
 * What `look` sees of a zone's records when lists are late: those of a while ago. The zone is put back to what it was, looked at,
 * and left as it is, so that filters, order and paging need to know nothing of it.
 */
export const seenLate = <T>({ state, zone, clock, variance }: Writer, look: () => T): T => {
  const delay = variance?.listDelayMs ?? 0
  if (delay <= 0) return look()
  const since = clock.now() - delay
  const seen: T[] = []
  try {
    state.transaction(() => {
      for (const { wire } of state.records.all(zone.id)) if (Date.parse(wire.created_on) > since) state.records.remove(wire.id)
      for (const { value } of removedIn(state).all(zone.id)) if (value.at > since && Date.parse(value.record.wire.created_on) <= since) state.records.add(zone.id, value.record)
      seen.push(look())
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return seen[0] as T
}
