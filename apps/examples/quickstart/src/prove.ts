import { type ResourceRecord, rdataKey } from '@zonewright/zone'

/** What the proof found. */
export interface Proof {
  /** Records that are equal on both sides, in every field. */
  readonly equal: number
  /** What is only on one side, or differs, in words. */
  readonly differences: readonly string[]
}

/** Everything that makes a record what it is, as one comparable text. What is not stated means what the service does by default. */
const identity = (record: ResourceRecord): string => {
  const { proxied = false, comment = '', tags = [], flattenCname = false } = record.attributes ?? {}
  return JSON.stringify([record.name, record.class, record.type, rdataKey(record.type, record.rdata), record.ttl, proxied, comment, [...tags].sort(), flattenCname])
}

const short = (text: string): string => (text.length > 140 ? `${text.slice(0, 137)}...` : text)

/** Compares two zones record by record, as multisets: order says nothing, numbers do. */
export const prove = (wanted: readonly ResourceRecord[], found: readonly ResourceRecord[]): Proof => {
  const open = new Map<string, number>()
  for (const record of wanted) open.set(identity(record), (open.get(identity(record)) ?? 0) + 1)
  const differences: string[] = []
  let equal = 0
  for (const record of found) {
    const key = identity(record)
    const left = open.get(key) ?? 0
    if (left === 0) differences.push(`came back, but never went in: ${short(key)}`)
    else {
      equal++
      if (left === 1) open.delete(key)
      else open.set(key, left - 1)
    }
  }
  for (const [key, count] of open) differences.push(`went in${count > 1 ? ` ${count} times` : ''}, but did not come back: ${short(key)}`)
  return { equal, differences }
}

/** The records of a file that a service keeps as records: SOA and the NS of the zone itself are its own business. */
export const kept = (records: readonly ResourceRecord[], apex: string): readonly ResourceRecord[] => records.filter((record) => record.type !== 'SOA' && !(record.type === 'NS' && record.name === apex))
