import { type HostedName, parseSubdomains } from '@zonewright/host-gw/subdomains'
import { set } from '@zonewright/host-gw/zones'
import { dns, zones } from '@zonewright/v4'
import { isIP } from 'node:net'
import { hostFaultOf } from '../../upstream-fault.ts'
import type { HostScene } from '../scene.ts'
import { act } from '../translation.ts'
import { hostFault } from './host-fault.ts'
import { carriersIn, forwardsOf } from './hosted-names.ts'
import { linkOf, type Link } from './links.ts'
import { keepRegistration, registrationOf } from './registration.ts'
import { plainName } from '../enclosing-zone.ts'
import { zoneOfUser } from './zone-of-user.ts'

const hostName = /^(?=.{1,253}$)(?:\*\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\.)+[a-z0-9-]{2,63}$/i

/** A complete name of a list's host: it may be complete already, or `@`. */
const complete = (host: string, zone: string): string => {
  const name = plainName(host)
  if (name === '@' || name === zone) return zone
  return name.endsWith(`.${zone}`) ? name : `${name}.${zone}`
}

const typeOf = (origin: string): 'A' | 'AAAA' | 'CNAME' => (isIP(origin) === 4 ? 'A' : isIP(origin) === 6 ? 'AAAA' : 'CNAME')

/** The names of a list and where each goes. @throws FormPostFault 203 for an origin that is none, or leads back. */
const originsOf = (names: readonly HostedName[], resolveTo: string, zone: string): Readonly<Record<string, string>> => {
  const target = plainName(resolveTo)
  const origins = Object.fromEntries(names.map(({ host, origin }) => [complete(host, zone), plainName(origin ?? target)]))
  for (const origin of [target, ...Object.values(origins)]) {
    const isHost = isIP(origin) > 0 || hostName.test(origin)
    // A name that goes through Cloudflare would lead traffic round and round.
    if (!isHost || origin === zone || Object.hasOwn(origins, origin) || origin.endsWith('.cdn.cloudflare.net')) throw hostFault(203)
  }
  return origins
}

/** Finds the zone or makes it. @throws FormPostFault 208, 216, 217, 218, 701. */
const zoneFor = async (scene: HostScene, link: Link, name: string): Promise<zones.Zone> => {
  const found = await zoneOfUser(scene, link, name)
  if (found === undefined) {
    try {
      return await scene.caller.v4For(link.accountId).call(zones.create, { name: plainName(name), account: { id: link.accountId }, type: 'partial' })
    } catch (error) {
      throw hostFaultOf(error, 701)
    }
  }
  const registration = registrationOf(scene.shelf, found.id)
  if (found.type !== 'partial') throw hostFault(216, { zone_name: found.name, host_provider: scene.caller.name })
  if (registration !== undefined && registration.hostId !== scene.caller.id) throw hostFault(217, { zone_name: found.name, host_provider: scene.caller.name })
  return found
}

/** Brings the zone's records in line in one call: a name is never without its record in between. */
const writeRecords = async (scene: HostScene, zone: zones.Zone, origins: Readonly<Record<string, string>>, before: readonly string[]): Promise<void> => {
  const carriers = await carriersIn(scene, zone)
  const deletes: { id: string }[] = []
  const patches: { id: string; content?: string; proxied?: boolean }[] = []
  const posts: { name: string; type: 'A' | 'AAAA' | 'CNAME'; content: string; proxied: boolean; ttl: number }[] = []
  for (const [name, content] of Object.entries(origins)) {
    const type = typeOf(content)
    const there = carriers.filter((record) => record.name === name)
    const same = there.find((record) => record.type === type)
    deletes.push(...there.filter((record) => record !== same).map(({ id }) => ({ id })))
    if (same === undefined) posts.push({ name, type, content, proxied: true, ttl: 1 })
    else if (same.content !== content || !same.proxied) patches.push({ id: same.id, content, proxied: true })
  }
  // Names that were set up here before and are not in the list any more.
  deletes.push(...carriers.filter(({ name }) => before.includes(name) && !Object.hasOwn(origins, name)).map(({ id }) => ({ id })))
  if (deletes.length + patches.length + posts.length === 0) return
  await scene.caller.v4For(zone.account.id).call(dns.records.batch, { zone_id: zone.id, ...(deletes.length > 0 ? { deletes } : {}), ...(patches.length > 0 ? { patches } : {}), ...(posts.length > 0 ? { posts } : {}) })
}

/** `zone_set`: the names of a list go through Cloudflare, in place of those of the call before. */
export const zoneSet = act(set, async (scene, { user_key: userKey, zone_name: name, resolve_to: resolveTo, subdomains }) => {
  const link = linkOf(scene, userKey)
  // What is wrong with the list shows before a zone is made for it.
  originsOf(parseSubdomains(subdomains), resolveTo, plainName(name))
  const zone = await zoneFor(scene, link, name)
  const origins = originsOf(parseSubdomains(subdomains), resolveTo, zone.name)
  const { shelf, caller } = scene
  const before = registrationOf(shelf, zone.id)?.hosted ?? []
  const facts = { zoneId: zone.id, zoneName: zone.name, hostId: caller.id, hostName: caller.name, userKey, email: link.email, accountId: link.accountId, form: 'partial', resolveTo } as const
  // Kept first with both lists, so that a name of a call that broke off can still be taken away by the next.
  keepRegistration(shelf, { ...facts, hosted: [...new Set([...before, ...Object.keys(origins)])] })
  try {
    await writeRecords(scene, zone, origins, before)
  } catch (error) {
    throw hostFaultOf(error, 702)
  }
  keepRegistration(shelf, { ...facts, hosted: Object.keys(origins) })
  return { response: { zone_name: zone.name, resolving_to: resolveTo, hosted_cnames: origins, forward_tos: forwardsOf(origins) } }
})
