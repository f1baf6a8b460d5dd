import { emailRouting } from '@zonewright/v4'

import { type Visitor, visitResource } from '../visitor.ts'

/** Mail of a zone: its records, the addresses it goes to and the rules that say which. */
export const mailStory = async (visitor: Visitor): Promise<void> => {
  const { visit, clock } = visitor
  const { addresses, dns, rules } = emailRouting
  await visit(dns.get)
  await visit(dns.create)
  await visit(dns.edit)
  await visit(dns.remove)
  await visit(emailRouting.enable)
  await visit(emailRouting.get)
  await visitResource(visitor, addresses, { id: 'destination_address_identifier', create: { email: 'other@example.net' } })
  clock.advance(60_000)
  const rule = { matchers: [{ type: 'literal', field: 'to', value: 'info@example.com' }], actions: [{ type: 'forward', value: ['other@example.net'] }] }
  const made = await visitResource(visitor, { create: rules.create, get: rules.get, list: rules.list, update: rules.update }, { id: 'rule_identifier', create: rule, update: rule })
  await visit(rules.updateCatchAll, { matchers: [{ type: 'all' }], actions: [{ type: 'drop' }] })
  await visit(rules.catchAll)
  await visit(rules.remove, { rule_identifier: made['id'] })
  await visit(emailRouting.disable)
}
