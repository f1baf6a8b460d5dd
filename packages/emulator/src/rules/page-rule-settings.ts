import { fieldsOf } from './fields.ts'
import type { PlanName } from './plans.ts'

/** One property of an action, as the list of settings describes it. */
export interface PageRuleProperty {
  readonly name: string
  readonly type: string
  readonly choices?: readonly unknown[]
  readonly multiple?: boolean
  readonly min?: number
  readonly max?: number
  readonly units?: string
}

/** A setting that page rules can change. */
export interface PageRuleSetting {
  readonly id: string
  readonly properties: readonly PageRuleProperty[]
  /** Lowest plan that has it. */
  readonly plan: PlanName
  /** It stands alone in its rule. */
  readonly alone: boolean
}

const order: readonly PlanName[] = ['free', 'pro', 'business', 'enterprise']

const row = (id: string, properties: readonly PageRuleProperty[], { plan = 'free', alone = false }: { readonly plan?: PlanName; readonly alone?: boolean } = {}): PageRuleSetting => ({ id, properties, plan, alone })
const toggle: readonly PageRuleProperty[] = [{ name: 'value', type: 'toggle' }]
const text: readonly PageRuleProperty[] = [{ name: 'value', type: 'text' }]
const object: readonly PageRuleProperty[] = [{ name: 'value', type: 'object' }]
const select = (...choices: readonly unknown[]): readonly PageRuleProperty[] => [{ name: 'value', type: 'select', choices, multiple: false }]
const seconds = (min: number): readonly PageRuleProperty[] => [{ name: 'value', type: 'range', min, max: 31_536_000, units: 'seconds' }]

const settings: readonly PageRuleSetting[] = [
  row('always_use_https', [], { alone: true }),
  row('automatic_https_rewrites', toggle),
  row('browser_cache_ttl', seconds(0)),
  row('browser_check', toggle),
  row('bypass_cache_on_cookie', text, { plan: 'business' }),
  row('cache_by_device_type', toggle, { plan: 'enterprise' }),
  row('cache_deception_armor', toggle),
  row('cache_key_fields', object, { plan: 'enterprise' }),
  row('cache_level', select('bypass', 'basic', 'simplified', 'aggressive', 'cache_everything')),
  row('cache_on_cookie', text, { plan: 'business' }),
  row('cache_ttl_by_status', object, { plan: 'enterprise' }),
  row('disable_apps', []),
  row('disable_performance', []),
  row('disable_security', []),
  row('disable_zaraz', []),
  row('edge_cache_ttl', seconds(1)),
  row('email_obfuscation', toggle),
  row('explicit_cache_control', toggle),
  row('forwarding_url', [{ name: 'url', type: 'forwardingUrl' }, { name: 'status_code', type: 'select', choices: [301, 302], multiple: false }], { alone: true }),
  row('host_header_override', text, { plan: 'enterprise' }),
  row('ip_geolocation', toggle),
  row('mirage', toggle, { plan: 'pro' }),
  row('opportunistic_encryption', toggle),
  row('origin_error_page_pass_thru', toggle, { plan: 'enterprise' }),
  row('polish', select('off', 'lossless', 'lossy'), { plan: 'pro' }),
  row('resolve_override', text, { plan: 'enterprise' }),
  row('respect_strong_etag', toggle, { plan: 'enterprise' }),
  row('response_buffering', toggle, { plan: 'enterprise' }),
  row('rocket_loader', toggle),
  row('security_level', select('off', 'essentially_off', 'low', 'medium', 'high', 'under_attack')),
  row('server_side_exclude', toggle),
  row('sort_query_string_for_cache', toggle, { plan: 'enterprise' }),
  row('ssl', select('off', 'flexible', 'full', 'strict', 'origin_pull')),
  row('true_client_ip_header', toggle, { plan: 'enterprise' }),
  row('waf', toggle, { plan: 'pro' }),
  row('always_online', toggle),
  row('disable_railgun', []),
  row('minify', [{ name: 'value', type: 'select', choices: ['html', 'css', 'js'], multiple: true }]),
]

/** Settings that are gone; old rules may still hold them, the list does not offer them. */
const gone: ReadonlySet<string> = new Set(['always_online', 'disable_railgun', 'minify'])

/** Settings of a plan. */
export const settingsOf = (plan: PlanName): readonly PageRuleSetting[] => settings.filter((setting) => !gone.has(setting.id) && order.indexOf(setting.plan) <= order.indexOf(plan))

/** The row of a setting. */
export const pageRuleSetting = (id: unknown): PageRuleSetting | undefined => settings.find((setting) => setting.id === id)

/** True when a plan has the setting. */
export const planHas = (plan: PlanName, setting: PageRuleSetting): boolean => order.indexOf(setting.plan) <= order.indexOf(plan)

const fits = (value: unknown, { type, choices = [], multiple = false, min = 0, max = 0 }: PageRuleProperty): boolean => {
  if (type === 'toggle') return value === 'on' || value === 'off'
  if (type === 'range') return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
  if (type === 'select' && multiple) return Object.values(fieldsOf(value)).every((one) => one === 'on' || one === 'off') && Object.keys(fieldsOf(value)).every((one) => choices.includes(one))
  if (type === 'select') return choices.includes(value)
  if (type === 'object') return Object.keys(fieldsOf(value)).length > 0
  return typeof value === 'string' && value !== '' && (type !== 'forwardingUrl' || /^(?:https?:\/\/)?[^\s/]+\.[^\s]+$/i.test(value))
}

/** What is wrong with the value of an action, or nothing. */
export const actionFault = (setting: PageRuleSetting, value: unknown): string | undefined => {
  const { id, properties } = setting
  if (id === 'forwarding_url') {
    const fields = fieldsOf(value)
    const wrong = properties.find((property) => !fits(fields[property.name], property))
    return wrong === undefined ? undefined : `.actions: invalid ${wrong.name} for "${id}"`
  }
  const [property] = properties
  return property === undefined || fits(value, property) ? undefined : `.actions: invalid value for "${id}"`
}
