import { type ResourceRecord, isWithin, parseName, recordKey } from '@zonewright/zone'
import { checkDelegations } from './check-delegations.ts'
import { MAX_TTL } from './ttl.ts'

/** Something about a zone as a whole that a server would refuse or a user should know. */
export interface ZoneFinding {
  /** `error` when name servers refuse or misread the zone, `warning` when they take it. */
  readonly severity: 'error' | 'warning'
  /** Stable name of the rule. */
  readonly code:
    | 'below-dname' | 'class-mismatch' | 'cname-and-other-data' | 'cname-at-apex' | 'duplicate-record' | 'glue-missing' | 'ns-missing' | 'out-of-zone'
    | 'soa-duplicate' | 'soa-missing' | 'soa-not-at-apex' | 'target-is-cname' | 'ttl-mismatch' | 'ttl-too-large'
  /** What is wrong and what to do. */
  readonly message: string
  /** The first record to blame; absent when a record is missing. */
  readonly record?: ResourceRecord
  /** File of that record, when places were given. */
  readonly file?: string
  /** Line of that record from 1, when places were given. */
  readonly line?: number
}

/** Where records came from, as {@link readZone} tells with the option `lines`. */
export interface ZonePlaces {
  /** File of each record. */
  readonly files?: readonly string[]
  /** Line of each record. */
  readonly lines?: readonly number[]
}

/** The records of a zone by owner and type, in their order. */
export type ZoneOwners = ReadonlyMap<string, ReadonlyMap<string, readonly ResourceRecord[]>>

// What may stand beside a CNAME record: its signatures and the proof of what else does not exist (RFC 4034 sections 3 and 4, RFC 2181 section 10.1).
const besideCname = new Set(['CNAME', 'RRSIG', 'NSEC', 'SIG', 'NXT', 'KEY'])

/**
 * Checks records that belong together as the zone `origin`.
 *
 * It finds CNAME beside other data or at the apex (RFC 2181 section 10.1, RFC 1912 section 2.4), records that stand
 * there twice (RFC 2181 section 5), different TTLs in one RRset and TTLs over 2147483647 (RFC 2181 sections 5.2 and 8),
 * owners outside of the zone or below a DNAME (RFC 6672 section 2.4), more than one class, an apex without one SOA and
 * its NS records (RFC 1035 section 5.2), name servers and mail exchanges that are aliases (RFC 2181 section 10.3), and
 * name servers inside of the zone without an address. Time and memory are linear in the number of records. With
 * `places`, such as the result of {@link readZone} with the option `lines`, findings say where their record stands.
 * @throws NameError when `origin` is no domain name.
 * @example
 * const findings = checkZone(records, 'example.com.')
 * if (findings.some((finding) => finding.severity === 'error')) console.error(findings)
 */
export function checkZone(records: Iterable<ResourceRecord>, origin: string, places: ZonePlaces = {}): ZoneFinding[] {
  const apex = parseName(origin)
  const findings: ZoneFinding[] = []
  const owners = new Map<string, Map<string, ResourceRecord[]>>()
  const seen = new Set<string>()
  const indexes = new Map<ResourceRecord, number>()
  let zoneClass = ''
  let index = 0
  for (const record of records) {
    if (places.lines !== undefined) indexes.set(record, index++)
    if (!isWithin(record.name, apex)) {
      findings.push({ severity: 'error', code: 'out-of-zone', message: `${record.name} is not in ${apex}: move it to its own zone`, record })
      continue
    }
    zoneClass ||= record.class
    if (record.class !== zoneClass) findings.push({ severity: 'error', code: 'class-mismatch', message: `${record.name} ${record.type} has class ${record.class}, the zone has ${zoneClass}: a zone has one class`, record })
    const key = recordKey(record)
    if (seen.has(key)) findings.push({ severity: 'warning', code: 'duplicate-record', message: `${key} stands there twice: remove one`, record })
    else keep(owners, record)
    seen.add(key)
  }
  checkApex(owners.get(apex), apex, findings)
  for (const [name, sets] of owners) checkOwner(name, sets, apex, findings)
  checkDelegations(owners, apex, findings)
  return findings.map((finding) => placed(finding, places, indexes))
}

function placed(finding: ZoneFinding, { files, lines }: ZonePlaces, indexes: ReadonlyMap<ResourceRecord, number>): ZoneFinding {
  const index = finding.record === undefined ? undefined : indexes.get(finding.record)
  const line = index === undefined ? undefined : lines?.[index]
  const file = index === undefined ? undefined : files?.[index]
  return { ...finding, ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) }
}

function keep(owners: Map<string, Map<string, ResourceRecord[]>>, record: ResourceRecord): void {
  let sets = owners.get(record.name)
  if (sets === undefined) owners.set(record.name, (sets = new Map<string, ResourceRecord[]>()))
  const set = sets.get(record.type)
  if (set === undefined) sets.set(record.type, [record])
  else set.push(record)
}

function checkApex(sets: Map<string, ResourceRecord[]> | undefined, apex: string, findings: ZoneFinding[]): void {
  const [first, second] = sets?.get('SOA') ?? []
  if (first === undefined) findings.push({ severity: 'error', code: 'soa-missing', message: `${apex} has no SOA record: add one` })
  if (second !== undefined) findings.push({ severity: 'error', code: 'soa-duplicate', message: `${apex} has more than one SOA record: keep one`, record: second })
  if (sets?.has('NS') !== true) findings.push({ severity: 'error', code: 'ns-missing', message: `${apex} has no NS record: add its name servers` })
}

function checkOwner(name: string, sets: ReadonlyMap<string, readonly ResourceRecord[]>, apex: string, findings: ZoneFinding[]): void {
  const [cname, secondCname] = sets.get('CNAME') ?? []
  if (cname !== undefined && name === apex) {
    findings.push({ severity: 'error', code: 'cname-at-apex', message: `${name} is the apex, where SOA and NS stand, and has a CNAME record: write the addresses instead`, record: cname })
  } else if (cname !== undefined) {
    const other = [...sets.keys()].find((type) => !besideCname.has(type)) ?? (secondCname === undefined ? undefined : 'CNAME')
    if (other !== undefined) findings.push({ severity: 'error', code: 'cname-and-other-data', message: `${name} has a CNAME record and ${other === 'CNAME' ? 'another one' : `${other} data`}: keep one of them`, record: cname })
  }
  const [soa] = sets.get('SOA') ?? []
  if (soa !== undefined && name !== apex) findings.push({ severity: 'error', code: 'soa-not-at-apex', message: `${name} has an SOA record, but the zone starts at ${apex}: remove it`, record: soa })
  for (const [type, set] of sets) {
    const large = set.find((record) => record.ttl > MAX_TTL)
    if (large !== undefined) findings.push({ severity: 'warning', code: 'ttl-too-large', message: `${name} ${type} has TTL ${large.ttl}: some servers take more than ${MAX_TTL} for 0 (RFC 2181 section 8)`, record: large })
    const ttl = set[0]?.ttl
    const other = type === 'RRSIG' ? undefined : set.find((record) => record.ttl !== ttl)
    if (other !== undefined) findings.push({ severity: 'warning', code: 'ttl-mismatch', message: `${name} ${type} records have TTL ${ttl} and ${other.ttl}: servers use one for the whole set`, record: other })
  }
}
