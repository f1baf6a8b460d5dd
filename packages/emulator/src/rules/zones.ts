import { createHash } from 'node:crypto'

import { refuse } from '../errors.ts'
import type { Zone } from '../state/zones.ts'
import { asciiName } from './names.ts'
import { plans } from './plans.ts'

const pattern = /^(?:[a-z0-9_](?:[a-z0-9-]*[a-z0-9])?\.)+(?:xn--[a-z0-9-]+|[a-z0-9-]{2,20})$/

/**
 * The name of a zone: lower case, punycode, without final dot.
 * @throws Refusal `zone_name` for what can't be a registered domain.
 */
export const zoneName = (value: unknown): string => {
  const text = typeof value === 'string' ? value.trim() : ''
  const name = asciiName(text)
  if (name === undefined || name.length > 253 || !pattern.test(name) || name.split('.').some((label) => label.length > 63)) throw refuse('zone_name', { name: text })
  return name
}

/** Types a client may give a zone. */
const types = ['full', 'partial', 'secondary', 'internal'] as const

/**
 * The type of a zone; `full` when nothing is said.
 * @throws Refusal `zone_type`.
 */
export const zoneType = (value: unknown): Zone['type'] => {
  const found = types.find((type) => type === (value ?? 'full'))
  if (found === undefined) throw refuse('zone_type', { type: String(value) })
  return found
}

const hosts = ['alder', 'aspen', 'birch', 'cedar', 'elder', 'fern', 'hazel', 'holly', 'iris', 'ivy', 'juniper', 'laurel', 'linden', 'maple', 'olive', 'rowan', 'sage', 'willow', 'yarrow', 'zinnia'] as const

/** The two name servers of a zone; the same name always gets the same two. */
export const nameServersOf = (name: string): readonly [string, string] => {
  const digest = createHash('sha256').update(name).digest()
  const first = (digest[0] ?? 0) % hosts.length
  const second = (first + 1 + ((digest[1] ?? 0) % (hosts.length - 1))) % hosts.length
  const [one, other] = [first, second].sort((a, b) => a - b)
  return [`${hosts[one ?? 0]}.ns.cloudflare.com`, `${hosts[other ?? 1]}.ns.cloudflare.com`]
}

/** What a zone's answer needs to know beside the zone. */
export interface ZoneView {
  readonly accountName: string
  /** Permissions of who asks, such as `#zone:read`. */
  readonly permissions: readonly string[]
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Seconds that development mode still lasts; 0 when it is off, negative never. */
export const developmentLeft = (zone: Zone, now: number): number => Math.max(0, Math.ceil(((zone.details.developmentUntil ?? 0) - now) / 1000))

/** A zone as clients get it; the key order is the one of the service's answers. */
export const wireZone = (zone: Zone, { accountName, permissions, now }: ZoneView): Record<string, unknown> => {
  const { details } = zone
  const plan = plans[zone.plan]
  return {
    id: zone.id,
    name: zone.name,
    status: zone.status,
    paused: details.paused,
    type: zone.type,
    development_mode: developmentLeft(zone, now),
    name_servers: details.nameServers,
    original_name_servers: details.originalNameServers,
    original_registrar: details.originalRegistrar,
    original_dnshost: details.originalDnsHost,
    modified_on: details.modifiedOn,
    created_on: details.createdOn,
    activated_on: details.activatedOn,
    vanity_name_servers: details.vanityNameServers,
    vanity_name_servers_ips: null,
    ...(details.verificationKey === undefined ? {} : { verification_key: details.verificationKey }),
    meta: { step: zone.status === 'active' ? 4 : 2, custom_certificate_quota: zone.plan === 'business' || zone.plan === 'enterprise' ? 1 : 0, page_rule_quota: plan.pageRules, phishing_detected: false },
    owner: { id: null, type: 'user', email: null },
    account: { id: zone.accountId, name: accountName },
    tenant: { id: null, name: null },
    tenant_unit: { id: null },
    permissions,
    plan: {
      id: plan.shown.id,
      name: plan.shown.name,
      price: plan.shown.price,
      currency: 'USD',
      frequency: zone.plan === 'free' ? '' : 'monthly',
      is_subscribed: zone.plan !== 'free',
      can_subscribe: zone.plan !== 'enterprise',
      legacy_id: zone.plan,
      legacy_discount: false,
      externally_managed: false,
    },
  }
}
