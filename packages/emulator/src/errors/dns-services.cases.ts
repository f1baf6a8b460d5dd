import { defaultSeed, seededIds } from '../seed.ts'
import type { ErrorCase, Send } from '../testing/error-case.ts'
import { type TestEmulator, zonePath } from '../testing/start.ts'

const unknownId = '0'.repeat(32)
const call = (method: string, path: string, body?: unknown): Send => (emulator) => emulator.call(method, path, body)
const clusters = `/accounts/${seededIds.account(defaultSeed.accounts[0]?.name ?? '')}/dns_firewall`
const railgun = async (emulator: TestEmulator): Promise<string> => (await emulator.call('POST', '/railguns', { name: 'My Railgun' })).json.result.id

/** A request for every refusal of DNSSEC, DNS settings, DNS Firewall and Railgun. */
export const dnsServiceErrorCases: readonly ErrorCase[] = [
  { key: 'dnssec_invalid', when: 'signing gets an unknown state', send: call('PATCH', `${zonePath}/dnssec`, { status: 'on' }) },
  {
    key: 'dnssec_active',
    when: 'the keys of a signed zone are deleted',
    send: async (emulator) => {
      await emulator.call('PATCH', `${zonePath}/dnssec`, { status: 'active' })
      return emulator.call('DELETE', `${zonePath}/dnssec`)
    },
  },
  { key: 'dns_settings_invalid', when: 'the TTL of name servers is too low', send: call('PATCH', `${zonePath}/dns_settings`, { ns_ttl: 1 }) },
  { key: 'dns_settings_plan', when: 'a Pro zone wants Foundation DNS', send: call('PATCH', `${zonePath}/dns_settings`, { foundation_dns: true }) },
  { key: 'dns_firewall_invalid', when: 'an upstream is no address', send: call('POST', clusters, { name: 'a', upstream_ips: ['ns.example.com'] }) },
  { key: 'dns_firewall_not_found', when: 'no cluster has the identifier', send: call('GET', `${clusters}/${unknownId}`) },
  { key: 'railgun_invalid', when: 'a Railgun has no name', send: call('POST', '/railguns', {}) },
  { key: 'railgun_not_found', when: 'no Railgun has the identifier', send: call('GET', `/railguns/${unknownId}`) },
  { key: 'railgun_not_connected', when: 'a Railgun that the zone does not use is tested', send: async (emulator) => emulator.call('GET', `${zonePath}/railguns/${await railgun(emulator)}/diagnose`) },
  {
    key: 'railgun_disabled',
    when: 'a zone connects to a Railgun that is switched off',
    send: async (emulator) => {
      const id = await railgun(emulator)
      await emulator.call('PATCH', `/railguns/${id}`, { enabled: false })
      return emulator.call('PATCH', `${zonePath}/railguns/${id}`, { connected: true })
    },
  },
]
