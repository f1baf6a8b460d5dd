import { manualClock, type TestEmulator, zonePath } from '../testing/start.ts'
import { defaultSeed, seededIds } from '../seed.ts'
import type { ErrorCase, Send } from '../testing/error-case.ts'

const call = (method: string, path: string, body?: unknown): Send => (emulator) => emulator.call(method, path, body)
const twice = (method: string, path: string, body?: unknown): Send => async (emulator) => {
  await emulator.call(method, path, body)
  return emulator.call(method, path, body)
}
const withId = async (emulator: TestEmulator, path: string, body: unknown): Promise<string> => `${path}/${(await emulator.call('POST', path, body)).json.result.id}`

const nothing = '0'.repeat(32)
const account = `/accounts/${seededIds.account(defaultSeed.accounts[0]?.name ?? '')}`
const accessRules = `${zonePath}/firewall/access_rules/rules`
const lockdowns = `${zonePath}/firewall/lockdowns`
const userAgents = `${zonePath}/firewall/ua_rules`
const pageRules = `${zonePath}/pagerules`
const rulesets = `${zonePath}/rulesets`
const lists = `${account}/rules/lists`
const free = { seed: { ...defaultSeed, zones: [{ name: 'example.com', plan: 'free' as const }] } }

const accessRule = { mode: 'block', configuration: { target: 'ip', value: '192.0.2.1' } }
const lockdown = { urls: ['example.com/a'], configurations: [{ target: 'ip', value: '192.0.2.1' }] }
const userAgent = { mode: 'block', configuration: { target: 'ua', value: 'Bad/1' } }
const entryPoint = { name: 'a', kind: 'zone', phase: 'http_request_firewall_custom', rules: [{ action: 'block', expression: 'ip.src in $office' }] }
const ruleset = (rule: object): Send => call('POST', rulesets, { ...entryPoint, rules: [rule] })
const office = { name: 'office', kind: 'ip' }

/** A request for every refusal of the firewall, page rules, rulesets and lists. */
export const ruleErrorCases: readonly ErrorCase[] = [
  { key: 'access_rule_not_found', when: 'no rule of the zone has the identifier', send: call('DELETE', `${accessRules}/${nothing}`) },
  { key: 'access_rule_invalid', when: 'a range has another prefix than 16 or 24', send: call('POST', accessRules, { mode: 'block', configuration: { target: 'ip_range', value: '192.0.2.0/22' } }) },
  { key: 'access_rule_duplicate', when: 'a rule for the address is there already', send: twice('POST', accessRules, accessRule) },
  { key: 'lockdown_not_found', when: 'no lockdown has the identifier', send: call('GET', `${lockdowns}/${nothing}`) },
  { key: 'lockdown_invalid', when: 'a locked URL is of another zone', send: call('POST', lockdowns, { ...lockdown, urls: ['example.net/'] }) },
  { key: 'lockdown_quota', when: 'a Free zone locks a URL', options: free, send: call('POST', lockdowns, lockdown) },
  { key: 'user_agent_rule_not_found', when: 'no user agent rule has the identifier', send: call('GET', `${userAgents}/${nothing}`) },
  { key: 'user_agent_rule_invalid', when: 'a user agent shall be whitelisted', send: call('POST', userAgents, { ...userAgent, mode: 'whitelist' }) },
  { key: 'user_agent_rule_duplicate', when: 'a rule for the user agent is there already', send: twice('POST', userAgents, userAgent) },
  {
    key: 'user_agent_rule_quota',
    when: 'a Free zone has ten',
    options: free,
    send: async (emulator) => {
      for (let index = 0; index < 10; index++) await emulator.call('POST', userAgents, { ...userAgent, configuration: { target: 'ua', value: `Bad/${index}` } })
      return emulator.call('POST', userAgents, userAgent)
    },
  },
  { key: 'bot_field', when: 'a property has a wrong value', send: call('PUT', `${zonePath}/bot_management`, { enable_js: 'yes' }) },
  { key: 'bot_plan', when: 'a Pro zone sets what only Enterprise has', send: call('PUT', `${zonePath}/bot_management`, { auto_update_model: true }) },
  {
    key: 'page_rule_invalid',
    when: 'a page rule redirects and does more',
    send: call('POST', pageRules, { targets: [{ target: 'url', constraint: { operator: 'matches', value: 'example.com/*' } }], actions: [{ id: 'forwarding_url', value: { url: 'https://example.org/', status_code: 301 } }, { id: 'ssl', value: 'full' }] }),
    messages: [{ code: 1, message: '.actions: "forwarding_url" may not be used with "any setting"', type: null }],
  },
  { key: 'page_rule_not_found', when: 'no page rule has the identifier', send: call('GET', `${pageRules}/${nothing}`) },
  { key: 'ruleset_not_found', when: 'no ruleset has the identifier', send: call('GET', `${rulesets}/${nothing}`) },
  { key: 'ruleset_entry_point_missing', when: 'the phase never had rules', send: call('GET', `${rulesets}/phases/http_ratelimit/entrypoint`) },
  { key: 'ruleset_rule_not_found', when: 'the ruleset has no such rule', send: async (emulator) => emulator.call('DELETE', `${await withId(emulator, rulesets, entryPoint)}/rules/${nothing}`) },
  { key: 'ruleset_kind_full', when: 'the phase has its entry point', send: twice('POST', rulesets, entryPoint) },
  { key: 'ruleset_field', when: 'an action is not known', send: ruleset({ action: 'explode', expression: 'true' }) },
  { key: 'ruleset_expression_blank', when: 'a rule has no expression', send: ruleset({ action: 'block' }) },
  { key: 'ruleset_expression', when: 'a bracket stays open', send: ruleset({ action: 'block', expression: '(ip.src eq 192.0.2.1' }) },
  { key: 'list_not_found', when: 'no list has the identifier', send: call('GET', `${lists}/${nothing}`) },
  { key: 'list_invalid', when: 'the name of a list has a hyphen', send: call('POST', lists, { ...office, name: 'my-list' }) },
  { key: 'list_name_taken', when: 'a list has the name already', send: twice('POST', lists, office) },
  {
    key: 'list_in_use',
    when: 'a rule refers to the list',
    send: async (emulator) => {
      await emulator.call('POST', rulesets, entryPoint)
      return emulator.call('DELETE', await withId(emulator, lists, office))
    },
  },
  { key: 'list_item_invalid', when: 'an item is no address', send: async (emulator) => emulator.call('POST', `${await withId(emulator, lists, office)}/items`, [{ ip: 'here' }]) },
  { key: 'list_busy', when: 'an operation is still running', options: { clock: manualClock() }, send: async (emulator) => twice('POST', `${await withId(emulator, lists, office)}/items`, [{ ip: '192.0.2.1' }])(emulator) },
  { key: 'list_operation_not_found', when: 'no operation has the identifier', send: call('GET', `${lists}/bulk_operations/${nothing}`) },
  { key: 'url_normalization_invalid', when: 'the scope is not known', send: call('PUT', `${zonePath}/url_normalization`, { type: 'cloudflare', scope: 'some' }) },
  { key: 'managed_transform_invalid', when: 'no transform has the name', send: call('PATCH', `${zonePath}/managed_headers`, { managed_request_headers: [{ id: 'x', enabled: true }], managed_response_headers: [] }) },
  { key: 'waf_not_found', when: 'no package has the identifier', send: call('GET', `${zonePath}/firewall/waf/packages/${nothing}`) },
  {
    key: 'waf_value',
    when: 'a sensitivity is not known',
    send: async (emulator) => {
      const { json } = await emulator.call('GET', `${zonePath}/firewall/waf/packages?name=OWASP%20ModSecurity%20Core%20Rule%20Set`)
      return emulator.call('PATCH', `${zonePath}/firewall/waf/packages/${json.result[0]?.id ?? ''}`, { sensitivity: 'some' })
    },
  },
]
