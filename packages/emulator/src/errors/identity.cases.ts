import { defaultSeed, seededIds } from '../seed.ts'
import type { ErrorCase, Send } from '../testing/error-case.ts'
import { zonePath } from '../testing/start.ts'

const call = (method: string, path: string, body?: unknown): Send => (emulator) => emulator.call(method, path, body)
const unknownId = '0'.repeat(32)
const account = seededIds.account(defaultSeed.accounts[0]?.name ?? '')
const members = `/accounts/${account}/members`
const zoneRead = { id: 'c8fed203ed3043cba015a93ad1616f1f' }
const userRead = async (emulator: Parameters<Send>[0]): Promise<{ readonly id: string }> => {
  const { json } = await emulator.call('GET', '/user/tokens/permission_groups')
  return { id: json.result.find(({ name }) => name === 'User Details Read')?.id ?? '' }
}
const allZones = { 'com.cloudflare.api.account.zone.*': '*' }
const policy = { effect: 'allow', permission_groups: [zoneRead], resources: allZones }
const token = { name: 'one', policies: [policy] }
const withPolicy = (changes: Readonly<Record<string, unknown>>): Send => call('POST', '/user/tokens', { ...token, policies: [{ ...policy, ...changes }] })
const superRole = '33666b9c79b9a5273fc7344ff42f953d'
const dnsRole = '069fe803647ed3609e93d041d5df6050'
const invited = { email: 'invited@example.net', roles: [dnsRole] }
const twoUsers = { seed: { ...defaultSeed, users: [...defaultSeed.users, { email: 'two@example.com', api_key: 'c2547eb745079dac9320b638f5e225cf483cc' }] } }
const two = { 'x-auth-email': 'two@example.com', 'x-auth-key': 'c2547eb745079dac9320b638f5e225cf483cc' }
const profile = { first_name: 'A', last_name: 'B', address: '1 Example St.', city: 'C', state: 'D', zipcode: '1', country: 'NL', card_number: '4111111111111111', card_expiry_year: 2030, card_expiry_month: 4, card_cvv: '123' }

/** Requests that are refused by the rules of tokens, members, subscriptions and billing. */
export const identityErrorCases: readonly ErrorCase[] = [
  { key: 'token_not_found', when: 'no token has the identifier', send: call('GET', `/user/tokens/${unknownId}`) },
  { key: 'token_name', when: 'a token has no name', send: call('POST', '/user/tokens', { ...token, name: '' }) },
  { key: 'token_policies', when: 'a token has no policies', send: call('POST', '/user/tokens', { name: 'one', policies: [] }) },
  { key: 'token_policy_reused', when: 'a new token names a policy of another', send: withPolicy({ id: unknownId }) },
  { key: 'token_resources', when: 'a policy names an account of others', send: withPolicy({ resources: { [`com.cloudflare.api.account.${unknownId}`]: '*' } }) },
  { key: 'token_groups', when: 'a policy names an unknown permission group', send: withPolicy({ permission_groups: [{ id: unknownId }] }) },
  { key: 'token_group_scope', when: 'a permission of users is given for zones', send: async (emulator) => withPolicy({ permission_groups: [await userRead(emulator)] })(emulator) },
  { key: 'token_date', when: 'the end of a token is no time', send: call('POST', '/user/tokens', { ...token, expires_on: 'soon' }) },
  {
    key: 'token_status',
    when: 'a token is set to a state that it only gets by time',
    send: async (emulator) => {
      const { json } = await emulator.call('POST', '/user/tokens', token)
      return emulator.call('PUT', `/user/tokens/${json.result.id}`, { ...token, status: 'expired' })
    },
  },
  { key: 'token_condition', when: 'the condition of a token names no address', send: call('POST', '/user/tokens', { ...token, condition: { request_ip: { in: ['host.example.com'] } } }) },
  {
    key: 'token_quota',
    when: 'a user makes a 51st token',
    send: async (emulator) => {
      for (let count = 0; count < 49; count++) await emulator.call('POST', '/user/tokens', { ...token, name: `token ${count}` })
      return emulator.call('POST', '/user/tokens', token)
    },
  },
  {
    key: 'accounts_by_account_token',
    when: 'a token of an account lists accounts',
    send: async (emulator) => {
      const groups = (await emulator.call('GET', '/user/tokens/permission_groups')).json.result
      const id = groups.find(({ name }) => name === 'Account Settings Read')?.id
      const { json } = await emulator.call('POST', `/accounts/${account}/tokens`, { name: 'own', policies: [{ effect: 'allow', permission_groups: [{ id }], resources: { [`com.cloudflare.api.account.${account}`]: '*' } }] })
      return emulator.call('GET', '/accounts', undefined, { authorization: `Bearer ${String(json.result['value'])}` })
    },
  },
  { key: 'member_not_found', when: 'no member has the identifier', send: call('GET', `${members}/${unknownId}`) },
  { key: 'member_email', when: 'an address is none', send: call('POST', members, { ...invited, email: 'nobody' }) },
  {
    key: 'member_exists',
    when: 'somebody is invited twice',
    send: async (emulator) => {
      await emulator.call('POST', members, invited)
      return emulator.call('POST', members, { ...invited, email: 'INVITED@example.net' })
    },
  },
  { key: 'member_roles', when: 'a role does not exist', send: call('POST', members, { ...invited, roles: [unknownId] }) },
  { key: 'member_status', when: 'a stranger should be a member without being asked', send: call('POST', members, { ...invited, status: 'accepted' }) },
  {
    key: 'member_last',
    when: 'the last super administrator goes',
    send: async (emulator) => {
      const [own] = (await emulator.call('GET', '/memberships')).json.result
      return emulator.call('DELETE', `/memberships/${own?.id ?? ''}`)
    },
  },
  {
    key: 'invite_answered',
    when: 'an invitation that was rejected is accepted',
    options: twoUsers,
    send: async (emulator) => {
      const { id } = (await emulator.call('POST', members, { email: 'two@example.com', roles: [superRole] })).json.result
      await emulator.call('PUT', `/memberships/${id}`, { status: 'rejected' }, two)
      return emulator.call('PUT', `/memberships/${id}`, { status: 'accepted' }, two)
    },
  },
  { key: 'role_not_found', when: 'no role has the identifier', send: call('GET', `/accounts/${account}/roles/${unknownId}`) },
  { key: 'audit_span', when: 'audit logs are asked for since a word', send: call('GET', `/accounts/${account}/logs/audit?since=yesterday&before=2030-01-01`) },
  { key: 'plan_not_found', when: 'no plan has the identifier', send: call('GET', `${zonePath}/available_plans/${unknownId}`) },
  { key: 'plan_not_for_sale', when: 'a standard account wants the enterprise plan', send: call('PUT', `${zonePath}/subscription`, { rate_plan: { id: 'enterprise' } }) },
  { key: 'subscription_not_found', when: 'no subscription has the identifier', send: call('DELETE', `/user/subscriptions/${unknownId}`) },
  { key: 'subscription_exists', when: 'a zone with a paid plan is subscribed again', send: call('POST', `${zonePath}/subscription`, { rate_plan: { id: 'business' } }) },
  { key: 'subscription_field', when: 'a subscription is paid daily', send: call('PUT', `${zonePath}/subscription`, { frequency: 'daily' }) },
  { key: 'billing_profile_missing', when: 'there is no billing profile', send: call('GET', '/user/billing/profile') },
  {
    key: 'billing_profile_exists',
    when: 'a second billing profile is made',
    send: async (emulator) => {
      await emulator.call('POST', '/user/billing/profile', profile)
      return emulator.call('POST', '/user/billing/profile', profile)
    },
  },
  { key: 'billing_profile_field', when: 'a card expires in month 13', send: call('POST', '/user/billing/profile', { ...profile, card_expiry_month: 13 }) },
  {
    key: 'billing_subscribed',
    when: 'the billing profile goes while a plan is paid',
    send: async (emulator) => {
      await emulator.call('POST', '/user/billing/profile', profile)
      return emulator.call('DELETE', '/user/billing/profile')
    },
  },
  {
    key: 'token_location',
    when: 'a token is used from elsewhere than its condition says',
    send: async (emulator) => {
      const { json } = await emulator.call('POST', '/user/tokens', { ...token, condition: { request_ip: { in: ['192.0.2.0/24'] } } })
      return emulator.call('GET', '/zones', undefined, { authorization: `Bearer ${String(json.result['value'])}` })
    },
  },
  {
    key: 'zone_held',
    when: 'another account adds a name inside a zone that is held with them',
    options: { seed: { ...twoUsers.seed, accounts: [...defaultSeed.accounts, { name: 'Two', members: ['two@example.com'] }] } },
    send: async (emulator) => {
      await emulator.call('POST', `${zonePath}/hold?include_subdomains=true`)
      return emulator.call('POST', '/zones', { name: 'shop.example.com' }, two)
    },
  },
  { key: 'hold_date', when: 'a hold rests until a word', send: call('DELETE', `${zonePath}/hold?hold_after=soon`) },
]
