import { dns, type zones } from '@zonewright/v4'
import type { HostScene } from '../scene.ts'
import type { Registration } from './registration.ts'

/** Record types that carry a hosted name. */
const types: ReadonlySet<string> = new Set(['A', 'AAAA', 'CNAME'])

/** Records of API v4 that carry names. */
export const carriersIn = async ({ caller, signal }: HostScene, zone: zones.Zone): Promise<readonly dns.DnsRecord[]> => {
  const found: dns.DnsRecord[] = []
  for await (const record of caller.v4For(zone.account.id).list(dns.records.list, { zone_id: zone.id }, signal === undefined ? {} : { signal })) if (types.has(record.type)) found.push(record)
  return found
}

/** Where a hosted name is to be led by its owner. */
export const forwardTo = (name: string): string => `${name}.cdn.cloudflare.net`

/**
 * The names of a zone that go through Cloudflare, with their origins, as API v4 has them now: who changes a record there
 * changes the answer here.
 */
export const hostedNames = async (scene: HostScene, zone: zones.Zone, registration: Registration | undefined): Promise<Readonly<Record<string, string>> | null> => {
  if (registration === undefined || zone.type !== 'partial') return null
  const carriers = await carriersIn(scene, zone)
  return Object.fromEntries(carriers.filter(({ proxied }) => proxied).map(({ name, content }) => [name, content]))
}

/** The same names and what each must be an alias of. */
export const forwardsOf = (hosted: Readonly<Record<string, string>> | null): Readonly<Record<string, string>> | null => (hosted === null ? null : Object.fromEntries(Object.keys(hosted).map((name) => [name, forwardTo(name)])))
