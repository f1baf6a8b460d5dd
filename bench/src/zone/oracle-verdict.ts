import { parseName, rdataToWire, typeCode, type ResourceRecord } from '@zonewright/zone'

/** What a program says of a zone. */
export interface Verdict {
  readonly accepted: boolean
  /** The records as {@link wireRecord} writes them, sorted, each once, without those outside the zone; only from a program that tells. */
  readonly records?: readonly string[]
}

/** One record in wire form: owner and rdata in hexadecimal digits. */
export interface WireRecord {
  readonly owner: string
  readonly ttl: number
  /** Type number. */
  readonly type: number
  readonly rdata: string
}

// Programs differ in the case of names that they keep; letters of any field count as caseless here.
const folded = (digits: string): string => digits.replaceAll(/../g, (octet) => {
  const code = Number.parseInt(octet, 16)
  return (code >= 0x41 && code <= 0x5a ? code + 0x20 : code).toString(16).padStart(2, '0')
})

const hexadecimal = (octets: Uint8Array): string => Buffer.from(octets).toString('hex')

const apex = nameOctets('example.com.')

/** The wire form of a domain name in hexadecimal digits. */
export function nameOctets(name: string): string {
  return hexadecimal(rdataToWire('NS', parseName(name)))
}

/** The verdict on a zone that has been read. */
export function acceptedWith(records: Iterable<WireRecord>): Verdict {
  const lines = new Map<string, string>()
  for (const { owner, ttl, type, rdata } of records) {
    const key = `${folded(owner)} ${type} ${folded(rdata)}`
    // Some programs drop what is outside the zone, others keep it; a record that stands there twice with two TTLs has the first one here.
    if (folded(owner).endsWith(apex) && !lines.has(key)) lines.set(key, `${folded(owner)} ${ttl} ${type} ${folded(rdata)}`)
  }
  return { accepted: true, records: [...lines.values()].sort() }
}

/** A record of our own in wire form. */
export function wireRecord({ name, ttl, type, rdata }: ResourceRecord): WireRecord {
  return { owner: nameOctets(name), ttl, type: typeCode(type), rdata: hexadecimal(rdataToWire(type, rdata)) }
}

/** Reads lines with rdata in the generic form of RFC 3597, as ldns-read-zone prints them. */
export function* genericRecords(text: string): Generator<WireRecord> {
  for (const line of text.split('\n')) {
    const [, name, ttl = '', type = '', rdata = ''] = /^(\S+)\t(\d+)\tIN\tTYPE(\d+)\t\\# \d+ ?([0-9a-f]*)/.exec(line) ?? []
    if (name !== undefined) yield { owner: nameOctets(name), ttl: Number(ttl), type: Number(type), rdata }
  }
}

/** Reads a zone in BIND's raw form: a head of 24 octets, then sets of records, each with its length before it. */
export function* rawRecords(octets: Buffer): Generator<WireRecord> {
  for (let at = 24; at < octets.length; ) {
    const type = octets.readUInt16BE(at + 6)
    const ttl = octets.readUInt32BE(at + 10)
    const count = octets.readUInt32BE(at + 14)
    const nameEnd = at + 20 + octets.readUInt16BE(at + 18)
    const owner = octets.toString('hex', at + 20, nameEnd)
    at = nameEnd
    for (let record = 0; record < count; record++) {
      const end = at + 2 + octets.readUInt16BE(at)
      yield { owner, ttl, type, rdata: octets.toString('hex', at + 2, end) }
      at = end
    }
  }
}
