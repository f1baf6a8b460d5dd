import { dns } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { newZoneKey, type ZoneKey } from '../rules/dnssec-key.ts'
import type { Collection } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve, serveZone, type ZoneContext } from './handler.ts'

type Fields = Readonly<Record<string, unknown>>

/** The signing of a zone as it is kept. */
interface Signing {
  readonly key: ZoneKey
  readonly signed: boolean
  /** When it was started or stopped, in milliseconds since 1970. */
  readonly changedAt: number
  /** Whether the parent zone had its DS record when it was stopped. */
  readonly wasActive: boolean
  readonly options: Fields
}

/** The parent zone is taken to follow within a minute: the emulator has none. */
const parentMs = 60_000

const signingIn = (state: State): Collection<Signing> => state.documents.collection<Signing>('dnssec')
const settingsIn = (state: State): Collection<Fields> => state.documents.collection<Fields>('dns_settings')

const statusOf = ({ clock }: ZoneContext, signing: Signing | undefined): 'active' | 'pending' | 'disabled' | 'pending-disabled' => {
  if (signing === undefined) return 'disabled'
  const followed = clock.now() >= signing.changedAt + parentMs
  if (signing.signed) return followed ? 'active' : 'pending'
  return followed || !signing.wasActive ? 'disabled' : 'pending-disabled'
}

const noKey = { flags: null, algorithm: null, key_type: null, digest_type: null, digest_algorithm: null, digest: null, ds: null, key_tag: null, public_key: null }

const signingOf = (context: ZoneContext): Signing | undefined => signingIn(context.state).get(context.zone.id, 'dnssec')

const shownSigning = (context: ZoneContext, signing: Signing | undefined): Fields => ({
  status: statusOf(context, signing),
  ...(signing?.key ?? noKey),
  dnssec_multi_signer: false,
  dnssec_presigned: false,
  dnssec_use_nsec3: false,
  ...signing?.options,
  modified_on: signing === undefined ? null : microsecondDate(signing.changedAt),
})

const editSigning = (context: ZoneContext) => {
  const { state, zone, clock } = context
  const { status, ...options } = declaredInput(dns.dnssec.edit, context.input, (field, detail) => refuse('dnssec_invalid', { field, detail }))
  const before = signingOf(context)
  const signed = status === undefined ? (before?.signed ?? false) : status === 'active'
  if (before === undefined && status !== 'active' && Object.keys(options).length === 0) return { result: shownSigning(context, before) }
  const turned = before === undefined || before.signed !== signed
  const after: Signing = { key: before?.key ?? newZoneKey(zone.name), signed, changedAt: turned ? clock.now() : before.changedAt, wasActive: turned ? statusOf(context, before) === 'active' : before.wasActive, options: { ...before?.options, ...options } }
  signingIn(state).put(zone.id, 'dnssec', after)
  return { result: shownSigning(context, after) }
}

const removeSigning = (context: ZoneContext) => {
  if (statusOf(context, signingOf(context)) !== 'disabled') throw refuse('dnssec_active')
  signingIn(context.state).remove(context.zone.id, 'dnssec')
  return { result: '' }
}

/** What is said of a zone, or of an account's new zones, with what holds when nothing is said. */
const completed = (kept: Fields, primary: string | null): Fields => {
  const soa = { mname: primary, rname: 'dns.cloudflare.com', refresh: 10_000, retry: 2400, expire: 604_800, min_ttl: 1800, ttl: 3600 }
  return {
    flatten_all_cnames: false,
    foundation_dns: false,
    multi_provider: false,
    secondary_overrides: false,
    ns_ttl: 86_400,
    zone_mode: 'standard',
    internal_dns: {},
    ...kept,
    nameservers: { type: 'cloudflare.standard', ...(kept['nameservers'] as Fields | undefined) },
    soa: { ...soa, ...(kept['soa'] as Fields | undefined) },
  }
}

const settingsOf = ({ state, zone }: ZoneContext): Fields => completed(settingsIn(state).get(zone.id, 'settings') ?? {}, zone.details.nameServers[0] ?? null)

/** Settings that a zone needs the Enterprise plan for. */
const enterprise = ['foundation_dns', 'internal_dns', 'secondary_overrides'] as const

const editSettings = (context: ZoneContext) => {
  const { state, zone } = context
  const given = declaredInput(dns.settings.edit, context.input, (field, detail) => refuse('dns_settings_invalid', { field, detail }))
  const locked = zone.plan === 'enterprise' ? undefined : enterprise.find((name) => given[name] !== undefined && given[name] !== false)
  if (locked !== undefined) throw refuse('dns_settings_plan', { field: locked })
  keepSettings(state, zone.id, given)
  return { result: settingsOf(context) }
}

/** Adds to what is said of a zone or of an account's new zones. */
const keepSettings = (state: State, scope: string, given: Fields): void => {
  const kept = settingsIn(state).get(scope, 'settings') ?? {}
  const merged = (name: string): Fields => (given[name] === undefined ? {} : { [name]: { ...(kept[name] as Fields | undefined), ...(given[name] as Fields) } })
  settingsIn(state).put(scope, 'settings', { ...kept, ...given, ...merged('nameservers'), ...merged('soa') })
}

const zoneDefaults = ({ state }: Context, accountId: string) => ({ result: { zone_defaults: completed(settingsIn(state).get(accountId, 'settings') ?? {}, null) } })

const editDefaults = (context: Context) => {
  const { id, details } = accountOf(context)
  const { zone_defaults: given = {} } = declaredInput(dns.accountSettings.edit, context.input, (field, detail) => refuse('dns_settings_invalid', { field, detail }))
  const wanted = given as Fields
  const locked = details.type === 'enterprise' ? undefined : enterprise.find((name) => wanted[name] !== undefined && wanted[name] !== false)
  if (locked !== undefined) throw refuse('dns_settings_plan', { field: locked })
  keepSettings(context.state, id, wanted)
  return zoneDefaults(context, id)
}

/** Gives a new zone what its account says of new zones. */
export const startSettings = (state: State, zone: { readonly id: string; readonly accountId: string }): void => {
  const defaults = settingsIn(state).get(zone.accountId, 'settings')
  if (defaults !== undefined) settingsIn(state).put(zone.id, 'settings', defaults)
}

const customNameservers = (context: ZoneContext): Fields => {
  const { type, ns_set: set = 1 } = settingsOf(context)['nameservers'] as Fields
  return { enabled: type === 'custom.account', ns_set: set }
}

const updateNameservers = (context: ZoneContext) => {
  const { state, zone } = context
  const { enabled, ns_set: set = 1 } = declaredInput(dns.customNameservers.update, context.input, (field, detail) => refuse('dns_settings_invalid', { field, detail }))
  settingsIn(state).put(zone.id, 'settings', { ...settingsIn(state).get(zone.id, 'settings'), nameservers: { type: enabled === true ? 'custom.account' : 'cloudflare.standard', ns_set: set } })
  return { result: customNameservers(context) }
}

/** Handlers of signing, of DNS settings and of name servers of an account's own. */
export const dnsServiceHandlers: readonly Handler[] = [
  serveZone(dns.dnssec.get, (context) => ({ result: shownSigning(context, signingOf(context)) })),
  serveZone(dns.dnssec.edit, editSigning),
  serveZone(dns.dnssec.remove, removeSigning),
  serveZone(dns.settings.get, (context) => ({ result: settingsOf(context) })),
  serveZone(dns.settings.edit, editSettings),
  serve(dns.accountSettings.get, (context) => zoneDefaults(context, accountOf(context).id)),
  serve(dns.accountSettings.edit, editDefaults),
  serveZone(dns.customNameservers.get, (context) => ({ result: customNameservers(context) })),
  serveZone(dns.customNameservers.update, updateNameservers),
]
