import { readFileSync } from 'node:fs'

import { keyForm, originCaKeyForm, originCaKeys, originCaKeyScope, tokenForm } from './auth.ts'
import { type Clock, microsecondDate } from './clock.ts'
import { seededId } from './ids.ts'
import { isPlanName, type PlanName } from './rules/plans.ts'
import { newRecord, type RecordInput } from './rules/records.ts'
import { nameServersOf, zoneName, zoneType } from './rules/zones.ts'
import { SeedError, seedReader } from './seed-reader.ts'
import type { State } from './state/state.ts'
import type { Zone, ZoneStatus } from './state/zones.ts'

/** A user of a seed. */
export interface SeedUser {
  readonly email: string
  /** Global API key. */
  readonly api_key: string
  /** Key for origin certificates alone, in the form `v1.0-...`. */
  readonly origin_ca_key?: string
  readonly first_name?: string
  readonly last_name?: string
}

/** An account of a seed. */
export interface SeedAccount {
  readonly name: string
  /** E-mail addresses of its members. */
  readonly members: readonly string[]
  readonly type?: 'standard' | 'enterprise'
}

/** An API token of a seed. */
export interface SeedToken {
  readonly name: string
  /** The token itself. */
  readonly value: string
  /** E-mail address of its user. */
  readonly user: string
  /** Such as `#dns_records:read`; `*` is everything. */
  readonly permissions: readonly string[]
  /** Names of the only zones it reaches; all when absent. */
  readonly zones?: readonly string[]
  readonly status?: 'active' | 'disabled' | 'expired'
}

/** A zone of a seed. */
export interface SeedZone {
  readonly name: string
  /** Name of its account; the first one when absent. */
  readonly account?: string
  readonly plan?: PlanName
  /** When it was made, RFC 3339; now when absent. Older free zones have a larger quota of records. */
  readonly created_on?: string
  readonly status?: ZoneStatus
  readonly type?: Zone['type']
  /** Records as a client would create them; `meta` may be given too, for records that other products look after. */
  readonly records?: readonly RecordInput[]
  /** Records that a scan of the zone would find. */
  readonly findable?: readonly RecordInput[]
}

/** What an empty state starts with. */
export interface Seed {
  readonly users: readonly SeedUser[]
  readonly accounts: readonly SeedAccount[]
  readonly tokens: readonly SeedToken[]
  readonly zones: readonly SeedZone[]
  /** Keys of the host API. */
  readonly host_keys: readonly { readonly name: string; readonly api_key: string }[]
}

/** The seed of tests, examples and of a start without a seed of one's own. Its keys open nothing but the emulator. */
export const defaultSeed: Seed = {
  users: [{ email: 'user@example.com', api_key: '144c9defac04969c7bfad8efaa8ea194b6f3a', origin_ca_key: 'v1.0-zw-demo-origin-ca-key-0123456789abcdef' }],
  accounts: [{ name: "user@example.com's Account", members: ['user@example.com'] }],
  tokens: [{ name: 'demo', value: 'zw-demo-token-0123456789abcdef0123456789', user: 'user@example.com', permissions: ['*'] }],
  zones: [
    { name: 'example.com', plan: 'pro', status: 'active' },
    { name: 'example.org', plan: 'pro', status: 'active' },
  ],
  host_keys: [{ name: 'host', api_key: '8afbe6dea02407989af4dd4c97bb6e25' }],
}

const statuses = ['initializing', 'pending', 'active', 'moved'] as const
const tokenStatuses = ['active', 'disabled', 'expired'] as const
const accountTypes = ['standard', 'enterprise'] as const
const zoneTypes = ['full', 'partial', 'secondary', 'internal'] as const

/**
 * A seed from parsed JSON; what it leaves out is empty.
 * @throws SeedError that names the place, such as `zones[0].plan`.
 * @example parseSeed({ accounts: [{ name: 'a' }] }).zones // []
 */
export const parseSeed = (json: unknown): Seed => {
  const root = seedReader(json, '')
  root.only('users', 'accounts', 'tokens', 'zones', 'host_keys')
  return {
    users: root.list('users', (user) => ({ email: user.text('email'), api_key: user.secret('api_key', keyForm, 'a global API key: 37 to 45 hex digits'), ...(user.optionalText('origin_ca_key').origin_ca_key === undefined ? {} : { origin_ca_key: user.secret('origin_ca_key', originCaKeyForm, 'an Origin CA key: v1.0- and at least 20 letters, digits and -') }), ...user.optionalText('first_name'), ...user.optionalText('last_name') })),
    accounts: root.list('accounts', (account) => ({ name: account.text('name'), members: account.texts('members') ?? [], ...account.choice('type', accountTypes) })),
    tokens: root.list('tokens', (token) => {
      const zones = token.texts('zones')
      return { name: token.text('name'), value: token.secret('value', tokenForm, 'a token of at least 20 letters, digits, - and _'), user: token.text('user'), permissions: token.texts('permissions') ?? [], ...(zones === undefined ? {} : { zones }), ...token.choice('status', tokenStatuses) }
    }),
    zones: root.list('zones', (zone) => {
      const plan = zone.optionalText('plan').plan
      if (plan !== undefined && !isPlanName(plan)) throw new SeedError(`${zone.path}.plan`, 'must be one of free, pro, business, enterprise')
      const created = zone.optionalText('created_on')
      if (created.created_on !== undefined && !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(created.created_on)) throw new SeedError(`${zone.path}.created_on`, 'must be a date such as 2024-08-31T12:00:00Z')
      const records = zone.objects('records')
      const findable = zone.objects('findable')
      return {
        name: zone.text('name'),
        ...zone.optionalText('account'),
        ...created,
        ...(plan === undefined ? {} : { plan }),
        ...zone.choice('status', statuses),
        ...zone.choice('type', zoneTypes),
        ...(records === undefined ? {} : { records }),
        ...(findable === undefined ? {} : { findable }),
      }
    }),
    host_keys: root.list('host_keys', (key) => ({ name: key.text('name'), api_key: key.text('api_key') })),
  }
}

/**
 * A seed from a JSON file.
 * @throws SeedError when the file can't be read, is no JSON or has a wrong field.
 * @example const emulator = await startEmulator({ seed: loadSeed('seed.json') })
 */
export const loadSeed = (file: string): Seed => {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new SeedError(file, cause instanceof SyntaxError ? 'is no JSON' : 'cannot be read', { cause })
  }
  return parseSeed(json)
}

/** Identifiers that the seed's objects get, the same on every machine. */
export const seededIds = {
  user: (email: string) => seededId('user', email),
  account: (name: string) => seededId('account', name),
  token: (name: string) => seededId('token', name),
  zone: (name: string) => seededId('zone', name),
  record: (zone: string, index: number) => seededId('record', `${zone}:${index}`),
} as const

/**
 * Puts a seed into an empty state, all of it or nothing.
 * @throws SeedError when the seed names something that it does not have. @throws Refusal when a record breaks a rule.
 */
export const sow = (state: State, seed: Seed, clock: Clock): void => {
  const now = microsecondDate(clock.now())
  const known = (list: readonly string[], name: string, place: string): void => {
    if (!list.includes(name)) throw new SeedError(place, `names "${name}", which the seed does not have`)
  }
  const emails = seed.users.map((user) => user.email)
  const accounts = seed.accounts.map((account) => account.name)
  const zones = seed.zones.map((zone) => zoneName(zone.name))
  state.transaction(() => {
    for (const user of seed.users) {
      state.users.add({ id: seededIds.user(user.email), email: user.email, apiKey: user.api_key, details: { first_name: user.first_name ?? null, last_name: user.last_name ?? null, telephone: null, country: null, zipcode: null, created_on: now, modified_on: now } })
      if (user.origin_ca_key !== undefined) originCaKeys(state).put(originCaKeyScope, user.origin_ca_key, { userId: seededIds.user(user.email) })
    }
    for (const [index, account] of seed.accounts.entries()) {
      state.accounts.add({ id: seededIds.account(account.name), name: account.name, details: { type: account.type ?? 'standard', settings: { enforce_twofactor: false }, created_on: now } })
      for (const email of account.members) {
        known(emails, email, `accounts[${index}].members`)
        state.accounts.join(seededIds.account(account.name), seededIds.user(email))
      }
    }
    for (const [index, token] of seed.tokens.entries()) {
      known(emails, token.user, `tokens[${index}].user`)
      for (const zone of token.zones ?? []) known(zones, zone, `tokens[${index}].zones`)
      state.tokens.add({ id: seededIds.token(token.name), userId: seededIds.user(token.user), details: { name: token.name, status: token.status ?? 'active', permissions: token.permissions, ...(token.zones === undefined ? {} : { zones: token.zones.map(seededIds.zone) }) } }, token.value)
    }
    for (const key of seed.host_keys) state.hostKeys.add({ apiKey: key.api_key, name: key.name })
    for (const [index, zone] of seed.zones.entries()) {
      const account = zone.account ?? accounts[0]
      if (account === undefined) throw new SeedError(`zones[${index}]`, 'needs an account; the seed has none')
      known(accounts, account, `zones[${index}].account`)
      sowZone(state, zone, { account, now })
    }
  })
}

const sowZone = (state: State, seed: SeedZone, { account, now }: { readonly account: string; readonly now: string }): void => {
  const name = zoneName(seed.name)
  const status = seed.status ?? 'active'
  const zone: Zone = {
    id: seededIds.zone(name),
    name,
    accountId: seededIds.account(account),
    status,
    type: zoneType(seed.type),
    plan: seed.plan ?? 'free',
    recordCount: 0,
    details: {
      paused: false,
      nameServers: nameServersOf(name),
      originalNameServers: null,
      originalRegistrar: null,
      originalDnsHost: null,
      vanityNameServers: [],
      createdOn: seed.created_on ?? now,
      modifiedOn: now,
      activatedOn: status === 'active' ? now : null,
      ...(seed.findable === undefined ? {} : { findable: seed.findable }),
    },
  }
  state.zones.add(zone)
  for (const [index, input] of (seed.records ?? []).entries()) {
    const record = newRecord(input, seededIds.record(name, index), { zone, now, compat: 'today' })
    const meta = input['meta']
    state.records.add(zone.id, typeof meta === 'object' && meta !== null ? { ...record, wire: { ...record.wire, meta: meta as Record<string, unknown> } } : record)
  }
}
