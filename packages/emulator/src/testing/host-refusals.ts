import type { HostErrorCode } from '@zonewright/host-gw/errors'
import { createClient, hostKey } from '@zonewright/core'
import * as gateway from '@zonewright/host-gw'
import { zones } from '@zonewright/v4'

import { demoHostKey, type FormPostServer } from './form-post-servers.ts'
import { zoneId } from './start.ts'

type Form = Readonly<Record<string, string>>

/** A server with a customer, and what stands in forms about them. */
export interface Stage {
  readonly server: FormPostServer
  readonly user_key: string
  readonly accountId: string
}

/** How an error number is raised over HTTP. */
export interface HostRefusal {
  readonly code: HostErrorCode
  /** What the words must name. */
  readonly about?: string
  /** Servers that raise it; both when not said. */
  readonly only?: 'emulator' | 'bridge'
  /** What is done first; what it gives is added to the form. */
  readonly before?: (stage: Stage) => Promise<Form | void>
  /** The form, without the host's key; it may name another one. Nothing is posted when it is absent. */
  readonly form?: Form
}

/** The customer of the stage. */
export const customer = { cloudflare_email: 'customer@example.net', cloudflare_pass: 'correct horse', unique_id: 'customer-1' }

/** Sets the stage: one customer, without zones. */
export const setStage = async (server: FormPostServer): Promise<Stage> => {
  const { user_key } = await server.host.bind(gateway).users.create(customer)
  const { accounts, users } = server.emulator.state
  // The emulator has the customer as a user; a bridge invites them into an account that bears their name.
  const user = users.byEmail(customer.cloudflare_email)
  const account = user === undefined ? accounts.all().find(({ name: named }) => named === customer.cloudflare_email) : accounts.ofUser(user.id)[0]
  return { server, user_key, accountId: account?.id ?? '' }
}

const name = 'orchard.example'
const create = (more: Form): Form => ({ act: 'user_create', cloudflare_email: 'new@example.net', cloudflare_pass: 'good enough', ...more })
const set = (more: Form = {}): Form => ({ act: 'zone_set', zone_name: name, resolve_to: 'origin.example.net', subdomains: 'www', ...more })
const remove = (zone_name = name): Form => ({ act: 'zone_delete', zone_name })
const subscribe = (plan_tag: string, zone_name = name): Form => ({ act: 'reseller_sub_new', zone_name, plan_tag })
const cancel: Form = { act: 'reseller_sub_cancel', zone_name: name, plan_tag: 'CF_RESELLER_PRO' }

const host = ({ server }: Stage) => server.host.bind(gateway)
const hosted = async (stage: Stage): Promise<void> => void (await host(stage).zones.set({ user_key: stage.user_key, zone_name: name, resolve_to: 'origin.example.net', subdomains: 'www' }))
const full = async (stage: Stage): Promise<void> => void (await host(stage).zones.setFull({ user_key: stage.user_key, zone_name: name }))
const subscribed = async (stage: Stage): Promise<Form> => {
  await hosted(stage)
  const { sub_id } = await host(stage).subscriptions.create({ user_key: stage.user_key, zone_name: name, plan_tag: 'CF_RESELLER_PRO' })
  return { sub_id: String(sub_id) }
}
/** A child host that has hold of the same customer. */
const otherHost = async (stage: Stage) => {
  const { child_id = 0, host_key = '' } = await host(stage).hosts.createChild({ host_name: 'Sub Hosting', pub_name: 'A Sub Host', prefix: 'core', website: 'https://host.example', email: 'host@example.com' })
  return { child_id, host_key, child: createClient({ baseUrl: stage.server.origin, credentials: hostKey(host_key), validate: 'throw', retry: false }).bind(gateway) }
}

/** The zone of a customer, as the state behind both servers has it. */
const zoneIdOf = ({ server: { emulator } }: Stage): string => emulator.state.zones.byName(name)?.id ?? ''

/** How each number is raised that a server can raise. */
export const hostRefusals: readonly HostRefusal[] = [
  { code: 100, form: { host_key: 'wrong', act: 'zone_list' } },
  { code: 101, form: { act: 'nothing' } },
  { code: 103, form: create({ cloudflare_email: '' }) },
  { code: 104, form: create({ unique_id: 'Not So' }) },
  { code: 105, form: create({ unique_id: 'x'.repeat(101) }) },
  { code: 106, form: create({ clobber_unique_id: '2' }) },
  { code: 107, form: { act: 'user_lookup' } },
  { code: 108, form: create({ cloudflare_pass: '' }) },
  { code: 109, form: create({ cloudflare_pass: 'password' }) },
  { code: 110, form: create({ cloudflare_pass: 'short' }) },
  { code: 112, form: create({ cloudflare_username: 'ab' }) },
  { code: 113, form: create({ cloudflare_username: 'no blank' }), about: 'no blank' },
  { code: 114, form: create({ cloudflare_username: 'admin' }), about: 'admin', only: 'emulator' },
  { code: 115, form: { ...set(), user_key: '' } },
  { code: 116, form: { ...set(), user_key: 'x'.repeat(33) } },
  { code: 117, form: create({ unique_id: customer.unique_id }), about: customer.unique_id },
  { code: 122, before: async (stage) => void (await host(stage).users.create({ cloudflare_email: 'b@example.net', cloudflare_pass: 'good enough', cloudflare_username: 'taken' })), form: create({ cloudflare_username: 'taken' }), about: 'taken', only: 'emulator' },
  { code: 123, form: { act: 'user_auth', cloudflare_email: 'nobody@example.net', cloudflare_pass: 'x' }, about: 'nobody@example.net', only: 'emulator' },
  { code: 124, form: { act: 'user_auth', cloudflare_email: customer.cloudflare_email, cloudflare_pass: 'wrong' }, about: customer.cloudflare_email, only: 'emulator' },
  { code: 125, form: { ...set(), user_key: 'nobody' }, about: 'nobody' },
  { code: 126, form: create({ cloudflare_email: 'no address' }), about: 'no address' },
  { code: 200, form: set({ zone_name: '' }) },
  { code: 201, form: set({ zone_name: 'a b' }) },
  { code: 202, form: set({ resolve_to: '' }) },
  { code: 203, form: set({ resolve_to: `www.${name}` }) },
  { code: 204, form: set({ subdomains: '' }) },
  { code: 205, form: set({ subdomains: 'www,no blank' }), about: 'no blank' },
  { code: 206, form: set({ subdomains: 'x'.repeat(120) }), about: 'x'.repeat(120) },
  { code: 207, before: full, form: { act: 'full_zone_set', zone_name: name }, about: name },
  { code: 208, form: set({ zone_name: 'example.com' }), about: 'example.com' },
  { code: 209, before: async ({ server }) => void (await server.v4.call(zones.hold.create, { zone_id: zoneId, include_subdomains: true })), form: set({ zone_name: 'held.example.com' }), about: 'held.example.com' },
  { code: 210, form: remove(), about: name },
  { code: 212, before: async ({ server, accountId }) => void (await server.emulator.call('POST', '/zones', { name, account: { id: accountId }, type: 'partial' }, ownerOf(server, accountId))), form: remove(), about: name },
  { code: 213, before: async (stage) => (await hosted(stage), void (await host(stage).zones.remove({ user_key: stage.user_key, zone_name: name }))), form: remove(), about: name },
  { code: 214, before: full, form: remove(), about: name },
  { code: 216, before: full, form: set(), about: name },
  {
    code: 217,
    before: async (stage) => {
      await hosted(stage)
      const { child, host_key } = await otherHost(stage)
      const { cloudflare_email, cloudflare_pass } = customer
      return { host_key, user_key: (await child.users.authorize({ cloudflare_email, cloudflare_pass })).user_key }
    },
    form: set(),
    about: name,
    only: 'emulator',
  },
  { code: 218, form: set({ zone_name: 'below.example.com' }), about: 'below.example.com' },
  { code: 312, before: hosted, form: subscribe('NONE') },
  { code: 314, before: async (stage) => void (await subscribed(stage)), form: subscribe('CF_RESELLER_PRO') },
  { code: 317, form: subscribe('CF_RESELLER_PRO', 'absent.example') },
  { code: 321, before: full, form: subscribe('CF_RESELLER_PRO') },
  { code: 322, before: async (stage) => void (await subscribed(stage)), form: subscribe('CF_RESELLER_BIZ') },
  { code: 331, before: async (stage) => void (await subscribed(stage)), form: { ...cancel, sub_id: '999999' } },
  { code: 332, before: async (stage) => {
    const { sub_id = '' } = await subscribed(stage)
    await host(stage).subscriptions.cancel({ user_key: stage.user_key, zone_name: name, plan_tag: 'CF_RESELLER_PRO', sub_id: Number(sub_id) })
    return { sub_id }
  }, form: cancel },
  { code: 333, before: async (stage) => {
    const form = await subscribed(stage)
    stage.server.refuseUpstream?.('PUT', /subscription$/)
    return form
  }, form: cancel, only: 'bridge' },
  { code: 334, before: async (stage) => void (await subscribed(stage)), form: remove(), about: name },
  // Not for sale to accounts of this kind.
  { code: 340, before: hosted, form: subscribe('CF_RESELLER_ENT') },
  { code: 600 },
  { code: 601, before: async ({ server }) => server.emulator.faults.add([{ kind: 'reset_after_commit', method: 'POST', path: '/zones' }]), form: set(), only: 'bridge' },
  { code: 700, before: async (stage) => {
    const { child_id, host_key } = await otherHost(stage)
    await host(stage).hosts.stopChild({ child_id })
    return { host_key }
  }, form: { act: 'zone_list' }, only: 'emulator' },
  { code: 700, before: async ({ server }) => server.refuseUpstream?.('POST', /\/zones$/, { status: 403, code: 9109 }), form: set(), only: 'bridge' },
  { code: 701, before: async ({ server }) => server.refuseUpstream?.('POST', /\/zones$/), form: set(), only: 'bridge' },
  // Name servers of its own stand at the name that is to become an alias.
  { code: 702, before: async (stage) => (await hosted(stage), void (await stage.server.emulator.call('POST', `/zones/${zoneIdOf(stage)}/dns_records`, { type: 'NS', name: 'shop', content: 'ns1.example.net' }, ownerOf(stage.server, stage.accountId)))), form: set({ subdomains: 'www,shop' }) },
  { code: 703, before: async (stage) => (await hosted(stage), stage.server.refuseUpstream?.('DELETE', /\/zones\/\w+$/)), form: remove(), only: 'bridge' },
]

/** Headers of the first user of an account, for calls of API v4 in their name. */
const ownerOf = ({ emulator: { state } }: FormPostServer, accountId: string): Form => {
  const user = state.accounts.usersOf(accountId).map((id) => state.users.byId(id)).find((one) => one !== undefined)
  return { 'x-auth-email': user?.email ?? '', 'x-auth-key': user?.apiKey ?? '' }
}

const password = 'A bridge has no passwords and no user names: API v4 has neither.'

/** Why a number is raised by no server, by its role; clients know it all the same. */
export const neverRaised: Readonly<Record<'emulator' | 'bridge', Readonly<Partial<Record<HostErrorCode, string>>>>> = {
  emulator: {
    333: 'Its API v4 takes every plan back.',
    601: 'Its API v4 is in the same process and always within reach.',
    701: 'Whatever its API v4 says against a zone has a number of its own.',
    703: 'Its API v4 deletes every zone of the customer.',
  },
  bridge: { 114: password, 122: password, 123: password, 124: password, 217: 'Each of its hosts makes accounts of its own, and none finds the zone of another there (208).' },
}

const queue = 'There is no queue and no list of banned sites.'
const account = 'An account that exists is taken hold of, as by user_auth.'

/** The same, for numbers that no server raises. */
export const neverRaisedAtAll: Readonly<Partial<Record<HostErrorCode, string>>> = {
  111: 'A user name is never asked for, and an empty one is one that was not given.',
  118: account,
  119: account,
  120: account,
  121: 'There are no invitations.',
  211: queue,
  215: queue,
  311: 'Every user may subscribe.',
  313: 'Every plan takes subscriptions.',
  315: 'Every subscription can be made again.',
  350: 'A zone that is not served is 321.',
}

/** The answer to a form; nothing at all is posted without one. */
export const raise = async ({ server, user_key }: Stage, form: Form | undefined): Promise<{ readonly status: number; readonly json: Readonly<Record<string, unknown>> }> => {
  const { status, text } = await server.raw('/host-gw.html', { method: 'POST', ...(form === undefined ? {} : { body: new URLSearchParams({ host_key: demoHostKey, user_key, ...form }) }) })
  return { status, json: JSON.parse(text) as Record<string, unknown> }
}

