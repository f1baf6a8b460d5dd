import { firewall, historic, pageRules, rules, rulesets } from '@zonewright/v4'

import { type Visitor, visitResource } from '../visitor.ts'

/** Access rules, lockdowns, agents, bots and the previous firewall. */
export const firewallStory = async (visitor: Visitor): Promise<void> => {
  const { visit, know } = visitor
  const { waf } = historic
  const access = { mode: 'block', configuration: { target: 'ip', value: '192.0.2.1' } }
  for (const [index, resource] of [firewall.zoneAccessRules, firewall.accountAccessRules, firewall.userAccessRules, historic.organizationAccessRules].entries()) {
    await visitResource(visitor, resource, { id: 'rule_id', create: { ...access, configuration: { target: 'ip', value: `192.0.2.${index}` } }, edit: { notes: 'edited' } })
  }
  const lockdown = { urls: ['example.com/admin*'], configurations: [{ target: 'ip', value: '192.0.2.1' }] }
  await visitResource(visitor, firewall.lockdowns, { id: 'lock_downs_id', create: lockdown, update: { ...lockdown, paused: true } })
  const agent = { mode: 'block', configuration: { target: 'ua', value: 'BadBot/1.0' } }
  await visitResource(visitor, firewall.userAgentRules, { id: 'ua_rule_id', create: agent, update: { ...agent, mode: 'js_challenge' } })
  await visit(firewall.botManagement.update, { enable_js: true })
  await visit(firewall.botManagement.get)

  know({ package_id: (await visit(waf.packages.list, { name: 'OWASP ModSecurity Core Rule Set' }))['id'] })
  await visit(waf.packages.edit, { sensitivity: 'low' })
  await visit(waf.packages.get)
  know({ group_id: (await visit(waf.groups.list))['id'] })
  await visit(waf.groups.edit, { mode: 'on' })
  await visit(waf.groups.get)
  know({ rule_id: (await visit(waf.rules.list))['id'] })
  await visit(waf.rules.edit, { mode: 'off' })
  await visit(waf.rules.get)
}

/** Rulesets of an account and of a zone, with their rules and entry points. */
export const rulesetStory = async (visitor: Visitor): Promise<void> => {
  const { visit, know } = visitor
  const phase = 'http_request_firewall_custom'
  const rule = { action: 'block', expression: 'ip.src eq 192.0.2.1' }
  for (const level of [rulesets.zone, rulesets.account]) {
    const made = await visitResource(visitor, level, { id: 'ruleset_id', create: { name: 'own', kind: level === rulesets.zone ? 'zone' : 'custom', phase }, update: { rules: [rule] } })
    const { rules: [first] = [] } = (await visit(level.rules.create, rule)) as { readonly rules?: readonly { readonly id: string }[] }
    const one = { ruleset_id: made['id'], rule_id: first?.id }
    await visit(level.rules.edit, { ...one, ...rule, enabled: false })
    await visit(level.rules.remove, one)
    know({ ruleset_phase: phase })
    await visit(level.phases.update, { rules: [] })
    await visit(level.phases.get)
  }
}

/** Lists, transforms and page rules. */
export const ruleStory = async (visitor: Visitor): Promise<void> => {
  const { visit, know, clock } = visitor
  // A list takes its changes one after the other, each in its time.
  const pause = (): void => clock.advance(60_000)
  const { items } = rules.lists
  await visitResource(visitor, rules.lists, { id: 'list_id', create: { kind: 'ip', name: 'addresses' }, update: { description: 'changed' } })
  const { operation_id } = await visit(items.create, { items: [{ ip: '192.0.2.1' }] })
  know({ operation_id })
  pause()
  await visit(rules.lists.bulkOperations.get)
  await visit(items.update, { items: [{ ip: '192.0.2.2' }] })
  pause()
  const { id: item_id } = await visit(items.list)
  know({ item_id })
  await visit(items.get)
  await visit(items.remove, { items: [{ id: item_id }] })
  pause()
  await visit(rules.managedTransforms.edit, { managed_request_headers: [{ id: 'add_true_client_ip_headers', enabled: true }], managed_response_headers: [] })
  await visit(rules.managedTransforms.get)
  await visit(rules.urlNormalization.update, { type: 'rfc3986', scope: 'both' })
  await visit(rules.urlNormalization.get)

  const page = { targets: [{ target: 'url', constraint: { operator: 'matches', value: 'example.com/*' } }], actions: [{ id: 'always_online', value: 'on' }] }
  await visitResource(visitor, pageRules, { id: 'pagerule_id', create: page, edit: { status: 'active' }, update: page })
  await visit(pageRules.settings.list)
}
