import { defaultSeed, parseSeed, seededIds } from '../seed.ts'
import type { ErrorCase, Send } from '../testing/error-case.ts'
import { type TestEmulator, zonePath } from '../testing/start.ts'

const unknownId = '0'.repeat(32)
const call = (method: string, path: string, body?: unknown): Send => (emulator) => emulator.call(method, path, body)
const account = `/accounts/${seededIds.account(defaultSeed.accounts[0]?.name ?? '')}/secondary_dns`
const outgoing = `${zonePath}/secondary_dns/outgoing`
const settings = { name: 'example.com', peers: [] }
const secret = Buffer.alloc(32, 1).toString('base64')
const made = async (emulator: TestEmulator, kind: string, body: unknown): Promise<string> => (await emulator.call('POST', `${account}/${kind}`, body)).json.result.id
const partial = { seed: parseSeed({ ...defaultSeed, zones: [{ name: 'example.com', type: 'secondary' }] }) }

/** A request for every refusal of secondary DNS and of DNS analytics. */
export const transferErrorCases: readonly ErrorCase[] = [
  { key: 'transfer_invalid', when: 'a range is larger than a /24', send: call('POST', `${account}/acls`, { name: 'a', ip_range: '192.0.2.0/16' }) },
  { key: 'transfer_peer_not_found', when: 'no peer has the identifier', send: call('GET', `${account}/peers/${unknownId}`) },
  { key: 'transfer_tsig_not_found', when: 'no TSIG key has the identifier', send: call('GET', `${account}/tsigs/${unknownId}`) },
  { key: 'transfer_acl_not_found', when: 'no range has the identifier', send: call('GET', `${account}/acls/${unknownId}`) },
  {
    key: 'transfer_referenced',
    when: 'a TSIG key that a peer uses is deleted',
    send: async (emulator) => {
      const tsig = await made(emulator, 'tsigs', { name: 'key.example.com.', algo: 'hmac-sha256.', secret })
      const peer = await made(emulator, 'peers', { name: 'ns1' })
      await emulator.call('PUT', `${account}/peers/${peer}`, { name: 'ns1', tsig_id: tsig })
      return emulator.call('DELETE', `${account}/tsigs/${tsig}`)
    },
  },
  { key: 'transfer_missing', when: 'a zone that nobody may transfer is read', send: call('GET', outgoing) },
  {
    key: 'transfer_exists',
    when: 'transfers are set up twice',
    send: async (emulator) => {
      await emulator.call('POST', outgoing, settings)
      return emulator.call('POST', outgoing, settings)
    },
  },
  { key: 'transfer_zone_type', when: 'a secondary zone is to be transferred from here', options: partial, send: call('POST', outgoing, settings) },
  { key: 'query_report', when: 'a filter of DNS analytics has no operator', send: call('GET', `${zonePath}/dns_analytics/report?filters=queryType`) },
]
