/** One act: what is asked, the form without the key, what is answered, and what the caller gets. */
export interface Case {
  /** Names that lead to the declaration. */
  readonly name: string
  readonly input: object
  readonly form: Readonly<Record<string, string>>
  readonly answer: object
  readonly result: unknown
}

const key = '5e1c0d77a9b84f2296d3c8f01b7a4e6d'
const apiKey = '9a04d1be7735c2f8016e4ab9d0c3f1728b5e6'
const email = 'user@example.com'
const zone_name = 'example.com'
const inZone = { user_key: key, zone_name }

const success = (act: string, response: unknown, more: object = {}): object => ({ request: { act }, response, result: 'success', msg: null, ...more })
const texts = (input: object): Record<string, string> => Object.fromEntries(Object.entries(input).map(([name, value]) => [name, String(value)]))
/** An act whose result is its response as it stands. */
const plain = (name: string, act: string, input: object, response: object): Case => ({ name, input, form: { act, ...texts(input) }, answer: success(act, response), result: response })

const authorized = { cloudflare_email: email, user_key: key, unique_id: null, user_api_key: apiKey }
const created = { ...authorized, unique_id: 'customer-2041', cloudflare_username: 'user731' }
const hosted = { user_exists: true, cloudflare_email: email, user_authed: true, user_key: key, unique_id: 'customer-2041', hosted_zones: [zone_name], user_api_key: apiKey }
const nobody = { user_exists: false, cloudflare_email: null, user_authed: false, user_key: null, unique_id: null, hosted_zones: null }
const setUp = { hosted_cnames: { 'www.example.com': 'origin.example.com', 'shop.example.com': 'store.example.net' }, forward_tos: { 'www.example.com': 'www.example.com.cdn.cloudflare.net', 'shop.example.com': 'shop.example.com.cdn.cloudflare.net' } }
const lookedUp = { zone_name, zone_exists: true, zone_hosted: true, ...setUp, ssl_status: 'ready', ssl_meta_tag: '<meta name="ca-check" content="x" />', sub_label: 'HOST_PLUS', sub_status: 'V' }
const absent = { zone_name, zone_exists: false, zone_hosted: false, hosted_cnames: null, forward_tos: null, ssl_status: null, ssl_meta_tag: null, sub_label: null, sub_status: null }
const listed = [
  { zone_id: 70311, zone_name, user_email: email, zone_status: 'V', sub_id: 412, sub_label: 'CF_RESELLER_PRO', sub_status: 'V', sub_activated_on: '2013-04-02 09:15:44.120387-05', sub_expired_on: null },
  { zone_id: 70340, zone_name: 'example.net', user_email: 'other@example.com', zone_status: 'D', sub_id: null, sub_label: null, sub_status: null, sub_activated_on: null, sub_expired_on: null },
]
const subscription = { zone_name, sub_id: '413', sub_status: 'V', sub_name: 'Host Plus', sub_price: '6.50', sub_priced_on: '2013-04-02 09:15:44.120387-05', sub_canceled_on: null, sub_expires_on: null, sub_expired_on: null, sub_renewed_on: null, sub_activated_on: '2013-04-02 09:15:44.120387-05', edate: '2013-05-02 09:15:45.000120-05', cdate: '2013-04-02 09:15:44.120387-05' }
const child = { host_name: 'Sub Hosting', pub_name: 'A Host', prefix: 'core', website: 'https://host.example', email: 'host@example.com' }
const newKey = '77d0be41aa5c4d93b8e2f6019c3e5d84'
const regenerated = (name: string, answer: object): Case => ({ name, input: {}, form: { act: 'host_key_regen' }, answer, result: { host_key: newKey } })

/** Every act, and of some more than one form. */
export const cases: readonly Case[] = [
  plain('users.create', 'user_create', { cloudflare_email: email, cloudflare_pass: 'correct horse', cloudflare_username: 'user731', unique_id: 'customer-2041', clobber_unique_id: 1 }, created),
  plain('users.create', 'user_create', { cloudflare_email: email, cloudflare_pass: 'correct horse' }, { cloudflare_email: email, user_key: key }),
  plain('users.authorize', 'user_auth', { cloudflare_email: email, cloudflare_pass: 'short' }, authorized),
  plain('users.get', 'user_lookup', { unique_id: 'customer-2041' }, hosted),
  { name: 'users.get', input: { cloudflare_email: email }, form: { act: 'user_lookup', cloudflare_email: email }, answer: success('user_lookup', { ...nobody, user_exists: 0, user_authed: 'false' }), result: nobody },
  plain('zones.set', 'zone_set', { ...inZone, resolve_to: 'origin.example.com', subdomains: 'www,shop:store.example.net' }, { zone_name, resolving_to: 'origin.example.com', ...setUp }),
  plain('zones.setFull', 'full_zone_set', { ...inZone, jumpstart: 0 }, { zone_name, jumpstart: false, msg: 'Use these name servers: ada.ns.cloudflare.com, rex.ns.cloudflare.com' }),
  { name: 'zones.setFull', input: inZone, form: { act: 'full_zone_set', ...inZone }, answer: success('full_zone_set', { act: 'full_zone_set', zone_name, jumpstart: 'true', msg: '' }), result: { act: 'full_zone_set', zone_name, jumpstart: true, msg: '' } },
  plain('zones.get', 'zone_lookup', inZone, lookedUp),
  plain('zones.get', 'zone_lookup', inZone, absent),
  { name: 'zones.get', input: inZone, form: { act: 'zone_lookup', ...inZone }, answer: success('zone_lookup', { ...absent, zone_exists: '1', zone_hosted: 1 }, { msg: 'null' }), result: { ...absent, zone_exists: true, zone_hosted: true } },
  plain('zones.remove', 'zone_delete', inZone, { zone_name, zone_deleted: true }),
  { name: 'zones.list', input: {}, form: { act: 'zone_list', limit: '100', offset: '0' }, answer: success('zone_list', listed, { limit: '100', offset: '0' }), result: listed },
  { name: 'zones.list', input: { limit: 10, offset: 20, zone_name, sub_id: 1023, zone_status: 'ALL', sub_status: 'CNL' }, form: { act: 'zone_list', limit: '10', offset: '20', zone_name, sub_id: '1023', zone_status: 'ALL', sub_status: 'CNL' }, answer: success('zone_list', [{ ...listed[0], zone_id: '70311', sub_id: '412' }]), result: [listed[0]] },
  { name: 'zones.list', input: {}, form: { act: 'zone_list', limit: '100', offset: '0' }, answer: success('zone_list', null), result: [] },
  plain('hosts.createChild', 'host_child_new', child, { host_name: 'Sub Hosting', child_id: 118, host_key: 'c4470b9d2f6e41d8a35b9e07716fd2aa', more: 'kept' }),
  plain('hosts.stopChild', 'host_child_stop', { child_id: 118 }, { child_id: 118, stopped: true }),
  regenerated('hosts.regenerateKey', success('host_key_regen', { host_key: newKey })),
  regenerated('hosts.regenerateKey', success('host_key_regen', { host_key: { __host_key: newKey } })),
  regenerated('hosts.regenerateKey', { request: { act: 'host_key_regen', 'host:key': { __host_key: newKey } }, result: 'success', msg: null }),
  plain('subscriptions.plans', 'reseller_plan_list', {}, { objs: [{ sbase_name: 'Host Plus', sub_label: 'HOST_PLUS', product_price: '6.50' }, { sbase_name: 'Pro', sub_label: 'CF_RESELLER_PRO', product_price: '' }] }),
  plain('subscriptions.create', 'reseller_sub_new', { ...inZone, plan_tag: 'CF_RESELLER_PRO' }, { zone_name, plan_tag: 'CF_RESELLER_PRO', sub_id: 413, sub_status: 'V' }),
  { name: 'subscriptions.create', input: { ...inZone, plan_tag: 'CF_RESELLER_PRO' }, form: { act: 'reseller_sub_new', ...inZone, plan_tag: 'CF_RESELLER_PRO' }, answer: success('reseller_sub_new', { sub_id: '413' }), result: { sub_id: 413 } },
  plain('subscriptions.cancel', 'reseller_sub_cancel', { ...inZone, plan_tag: 'CF_RESELLER_PRO', sub_id: 413 }, { zone_name, sub_id: 413, sub_status: 'CNL' }),
  plain('subscriptions.list', 'reseller_sub_list', {}, { objs: [subscription] }),
  plain('cpanel.info', 'cpanel_info', {}, { cpanel_latest: '5.3.11', cpanel_sha1: '3b0c9d3d1c1f5a6a0c97c4f1f6e1d2b3a4958670' }),
]
