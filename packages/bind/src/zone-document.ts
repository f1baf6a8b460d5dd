import { type Change, type ResourceRecord, recordKey, utf8ToOctets } from '@zonewright/zone'
import { type DocumentPart, readParts } from './document-parts.ts'
import { octets as octetsOf, octetString, unicode } from './octets.ts'
import type { ReadZoneOptions } from './options.ts'
import { printRecord } from './print-record.ts'
import { rewriteLine } from './rewrite-line.ts'

/**
 * A zone file that is edited in place: its comments, blank lines, order and layout stay as they are.
 *
 * A line changes only when its record does, or when it leaves out what it took from a line that is gone: the owner or the
 * TTL. After every edit the text reads as exactly the records that the document says it has.
 * @throws ZoneFileError when the text breaks the rules.
 * @example
 * const document = new ZoneDocument('$TTL 1h\nwww A 192.0.2.1 ; the web\n', { origin: 'example.com.' })
 * document.apply([{ kind: 'create', after: { name: 'mail.example.com.', ttl: 3600, type: 'A', class: 'IN', rdata: '192.0.2.2' } }])
 * console.log(document.toString())
 */
export class ZoneDocument {
  readonly #options: ReadZoneOptions
  #parts: DocumentPart[]

  constructor(text: string | Uint8Array, options: ReadZoneOptions = {}) {
    this.#options = options
    const bytes = octetsOf(text)
    this.#parts = readParts(octetString(bytes, 0, bytes.length), options)
  }

  /** The records in the order of the file, those of `$GENERATE` and `$INCLUDE` among them. */
  get records(): readonly ResourceRecord[] {
    return this.#parts.flatMap(({ record }) => (record === undefined ? [] : [record]))
  }

  /**
   * Makes changes such as `diff` finds: a record that is updated keeps its place, a new one stands behind the last of its name.
   *
   * Records are found by name, class, type and rdata. Nothing is changed when a change cannot be made.
   * @throws TypeError when a record to change is not there, or comes from `$GENERATE` or `$INCLUDE`.
   */
  apply(changes: readonly Change[]): void {
    const parts = [...this.#parts]
    const places = new Map<string, number[]>()
    parts.forEach(({ record }, index) => {
      if (record === undefined) return
      const key = recordKey(record)
      const found = places.get(key)
      if (found === undefined) places.set(key, [index])
      else found.push(index)
    })
    const creates: ResourceRecord[] = []
    for (const change of changes) {
      if (change.kind === 'create') creates.push(change.after)
      else {
        const index = takePlace(places, parts, change.before)
        parts[index] = change.kind === 'delete' ? { octets: '' } : { octets: rewriteLine(parts[index] as DocumentPart, change.after), record: change.after }
      }
    }
    this.#parts = settle(withCreated(parts, creates, this.#options), this.#options)
  }

  /** The text; octets that are not UTF-8 become U+FFFD, see {@link ZoneDocument.toBytes}. */
  toString(): string {
    return unicode(this.#text())
  }

  /** The octets of the file. */
  toBytes(): Uint8Array {
    return Uint8Array.from(this.#text(), (octet) => octet.charCodeAt(0))
  }

  #text(): string {
    return this.#parts.map(({ octets }) => octets).join('')
  }
}

function takePlace(places: Map<string, number[]>, parts: readonly DocumentPart[], before: ResourceRecord): number {
  const key = recordKey(before)
  const found = places.get(key) ?? []
  // Of twins the one with the same TTL is meant.
  const index = found.splice(Math.max(0, found.findIndex((place) => parts[place]?.record?.ttl === before.ttl)), 1)[0]
  if (index === undefined) throw new TypeError(`${key} is not in the zone file: compare with the records of the document.`)
  if (parts[index]?.foreign === true) throw new TypeError(`${key} comes from $GENERATE or $INCLUDE: change the directive or the other file.`)
  return index
}

/** New records go behind the last one of their name, or to the end. */
function withCreated(parts: readonly DocumentPart[], creates: readonly ResourceRecord[], options: ReadZoneOptions): DocumentPart[] {
  if (creates.length === 0) return [...parts]
  const whole = parts.map(({ octets }) => octets).join('')
  // Without a TTL for the whole file a line in the midst of others would hand its own on to them.
  const grouped = options.defaultTtl !== undefined || /^\$TTL\s/im.test(whole)
  const last = new Map<string, number>()
  if (grouped) parts.forEach(({ record, foreign }, index) => {
    if (record !== undefined && foreign !== true) last.set(record.name, index)
  })
  const behind = new Map<number, DocumentPart[]>()
  const end = parts.length - 1
  for (const record of creates) {
    const place = last.get(record.name) ?? end
    const created = { octets: `${utf8ToOctets(printRecord(record))}\n`, record }
    behind.set(place, [...(behind.get(place) ?? []), created])
  }
  const result = end < 0 ? [...(behind.get(end) ?? [])] : parts.flatMap((part, index) => [part, ...(behind.get(index) ?? [])])
  return result.map((part, index) => {
    const open = index + 1 < result.length && part.octets !== '' && !/[\r\n]$/.test(part.octets)
    return open ? { ...part, octets: `${part.octets}\n` } : part
  })
}

/** Reads the text anew and writes out in full every line that has become another record, until none has. */
function settle(parts: readonly DocumentPart[], options: ReadZoneOptions): DocumentPart[] {
  let wanted = parts.filter(({ octets, record }) => octets !== '' || record !== undefined)
  for (let round = 0; ; round++) {
    const read = readParts(wanted.map(({ octets }) => octets).join(''), { ...options, onError: () => undefined }).filter(({ record }) => record !== undefined)
    const records = wanted.filter(({ record }) => record !== undefined)
    const wrong = new Set(records.filter((part, index) => !isSame(part.record, read[index]?.record) || read.length !== records.length))
    if (wrong.size === 0) return wanted
    // Twice the small mend, then every line in full: a line in full takes nothing from the lines before it.
    wanted = wanted.map((part) => (wrong.has(part) && part.record !== undefined && part.foreign !== true ? { octets: rewriteLine(part, part.record, round < 2 ? 'head' : 'all'), record: part.record } : part))
    if (round > 8 + records.length) throw new TypeError('The zone file cannot be edited in place: its directives and the change contradict each other. Print the records anew instead.')
  }
}

function isSame(left: ResourceRecord | undefined, right: ResourceRecord | undefined): boolean {
  return left !== undefined && right !== undefined && left.ttl === right.ttl && left.name === right.name && left.type === right.type && left.class === right.class && left.rdata === right.rdata
}
