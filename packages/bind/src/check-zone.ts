import { type ResourceRecord, isWithin, parseName, recordKey } from '@zonewright/zone'

/** Something about a zone as a whole that a server would refuse or a user should know. */
export interface ZoneFinding {
  /** `error` when name servers refuse or misread the zone, `warning` when they take it. */
  readonly severity: 'error' | 'warning'
  /** Stable name of the rule. */
  readonly code: 'cname-and-other-data' | 'duplicate-record' | 'out-of-zone' | 'soa-missing' | 'soa-duplicate' | 'soa-not-at-apex' | 'ns-missing' | 'ttl-mismatch' | 'class-mismatch'
  /** What is wrong and what to do. */
  readonly message: string
  /** The first record to blame; absent when a record is missing. */
  readonly record?: ResourceRecord
}

// What may stand beside a CNAME record: its signatures and the proof of what else does not exist (RFC 4034 sections 3 and 4, RFC 2181 section 10.1).
const besideCname = new Set(['CNAME', 'RRSIG', 'NSEC', 'SIG', 'NXT', 'KEY'])

/**
 * Checks records that belong together as the zone `origin`.
 *
 * It finds CNAME beside other data (RFC 2181 section 10.1), records that stand there twice (RFC 2181 section 5),
 * different TTLs in one RRset (RFC 2181 section 5.2), owners outside of the zone, more than one class, and an apex
 * without one SOA and its NS records (RFC 1035 section 5.2). Time and memory are linear in the number of records.
 * @throws NameError when `origin` is no domain name.
 * @example
 * const findings = checkZone(records, 'example.com.')
 * if (findings.some((finding) => finding.severity === 'error')) console.error(findings)
 */
export function checkZone(records: Iterable<ResourceRecord>, origin: string): ZoneFinding[] {
  const apex = parseName(origin)
  const findings: ZoneFinding[] = []
  const owners = new Map<string, Map<string, ResourceRecord[]>>()
  const seen = new Set<string>()
  let zoneClass = ''
  for (const record of records) {
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
  return findings
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
  if (cname !== undefined) {
    const other = [...sets.keys()].find((type) => !besideCname.has(type)) ?? (secondCname === undefined ? undefined : 'CNAME')
    if (other !== undefined) findings.push({ severity: 'error', code: 'cname-and-other-data', message: `${name} has a CNAME record and ${other === 'CNAME' ? 'another one' : `${other} data`}: keep one of them`, record: cname })
  }
  const [soa] = sets.get('SOA') ?? []
  if (soa !== undefined && name !== apex) findings.push({ severity: 'error', code: 'soa-not-at-apex', message: `${name} has an SOA record, but the zone starts at ${apex}: remove it`, record: soa })
  for (const [type, set] of sets) {
    const ttl = set[0]?.ttl
    const other = type === 'RRSIG' ? undefined : set.find((record) => record.ttl !== ttl)
    if (other !== undefined) findings.push({ severity: 'warning', code: 'ttl-mismatch', message: `${name} ${type} records have TTL ${ttl} and ${other.ttl}: servers use one for the whole set`, record: other })
  }
}
