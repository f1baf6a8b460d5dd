import { defaultSeed, seededIds } from '../seed.ts'
import type { ErrorCase, Send } from '../testing/error-case.ts'
import { demo, zonePath } from '../testing/start.ts'

const unknownId = '0'.repeat(32)
const call = (method: string, path: string, body?: unknown): Send => (emulator) => emulator.call(method, path, body)
const twice = (path: string, body: unknown): Send => async (emulator) => {
  await emulator.call('POST', path, body)
  return emulator.call('POST', path, body)
}
const addresses = `/accounts/${seededIds.account(defaultSeed.accounts[0]?.name ?? '')}/email/routing/addresses`
const rules = `${zonePath}/email/routing/rules`
const rule = { matchers: [{ type: 'literal', field: 'to', value: 'info@example.com' }], actions: [{ type: 'drop' }] }

/** A request for every refusal of email routing. */
export const emailRoutingErrorCases: readonly ErrorCase[] = [
  { key: 'email_invalid', when: 'a rule is for an address of another domain', send: call('POST', rules, { ...rule, matchers: [{ type: 'literal', field: 'to', value: 'info@example.net' }] }) },
  { key: 'email_rule_not_found', when: 'no rule has the identifier', send: call('GET', `${rules}/${unknownId}`) },
  { key: 'email_rule_twin', when: 'a second rule is for the same address', send: twice(rules, rule) },
  { key: 'email_address_not_found', when: 'no address has the identifier', send: call('GET', `${addresses}/${unknownId}`) },
  { key: 'email_address_twin', when: 'an address is added twice', send: twice(addresses, { email: demo.email }) },
  { key: 'email_not_verified', when: 'mail is forwarded to an address that nobody has verified', send: call('POST', rules, { ...rule, actions: [{ type: 'forward', value: ['somebody@example.net'] }] }) },
]
