import { type ResourceRecord, isWithin, nameLabels } from '@zonewright/zone'
import type { ZoneFinding, ZoneOwners } from './check-zone.ts'

/** Checks what names have to do with each other: name servers, mail exchanges and what stands below a DNAME. */
export function checkDelegations(owners: ZoneOwners, apex: string, findings: ZoneFinding[]): void {
  const dnames = new Set([...owners].filter(([, sets]) => sets.has('DNAME')).map(([name]) => name))
  for (const [name, sets] of owners) {
    for (const record of sets.get('NS') ?? []) checkTarget(record, record.rdata, owners, apex, findings)
    for (const record of sets.get('MX') ?? []) checkTarget(record, record.rdata.slice(record.rdata.indexOf(' ') + 1), owners, apex, findings)
    if (dnames.size > 0) checkBelow(name, sets, dnames, findings)
  }
}

function checkTarget(record: ResourceRecord, target: string, owners: ZoneOwners, apex: string, findings: ZoneFinding[]): void {
  const name = target.toLowerCase()
  const sets = owners.get(name)
  if (sets?.has('CNAME') === true) {
    findings.push({ severity: 'error', code: 'target-is-cname', message: `${record.name} ${record.type} leads to ${target}, which is an alias: write the name that it stands for`, record })
  } else if (record.type === 'NS' && sets?.has('A') !== true && sets?.has('AAAA') !== true && isWithin(name, record.name) && isWithin(name, apex)) {
    // Below the name that it serves, so that no one else can tell its address.
    findings.push({ severity: 'error', code: 'glue-missing', message: `${record.name} NS leads to ${target}, which has no address in this zone: add an A or AAAA record`, record })
  }
}

function checkBelow(name: string, sets: ReadonlyMap<string, readonly ResourceRecord[]>, dnames: ReadonlySet<string>, findings: ZoneFinding[]): void {
  let above = name
  for (const label of nameLabels(name)) {
    above = above.slice(label.length + 1) || '.'
    if (!dnames.has(above)) continue
    const record = sets.values().next().value?.[0]
    findings.push({ severity: 'error', code: 'below-dname', message: `${name} lies below ${above}, whose DNAME record takes its place: remove one of them`, ...(record === undefined ? {} : { record }) })
    return
  }
}
