import { defaultSeed, seededIds } from '../seed.ts'
import type { ErrorCase, Send } from '../testing/error-case.ts'
import { zonePath } from '../testing/start.ts'

const unknownId = '0'.repeat(32)
const call = (method: string, path: string, body?: unknown): Send => (emulator) => emulator.call(method, path, body)
const pools = `/accounts/${seededIds.account(defaultSeed.accounts[0]?.name ?? '')}/load_balancers/pools`
const pool = { name: 'a', origins: [{ name: 'a', address: '192.0.2.1' }] }
const checks = `${zonePath}/healthchecks`
const check = { name: 'a', address: '192.0.2.1' }
const twice = (path: string, body: unknown): Send => async (emulator) => {
  await emulator.call('POST', path, body)
  return emulator.call('POST', path, body)
}

/** A request for every refusal of load balancing, health checks, pages of one's own, and analytics. */
export const trafficErrorCases: readonly ErrorCase[] = [
  { key: 'balancing_not_found', when: 'no pool has the identifier', send: call('GET', `${pools}/${unknownId}`) },
  { key: 'balancing_invalid', when: 'a pool has no servers', send: call('POST', pools, { ...pool, origins: [] }) },
  { key: 'balancing_invalid', when: 'a server of a pool is nowhere', send: call('POST', pools, { ...pool, origins: [{ name: 'a', address: 'no where' }] }) },
  { key: 'balancing_twin', when: 'the name of a pool is taken', send: twice(pools, pool) },
  {
    key: 'balancing_referenced',
    when: 'a pool in use is deleted',
    send: async (emulator) => {
      const { id } = (await emulator.call('POST', pools, pool)).json.result
      await emulator.call('POST', `${zonePath}/load_balancers`, { name: 'www.example.com', default_pools: [id], fallback_pool: id })
      return emulator.call('DELETE', `${pools}/${id}`)
    },
  },
  { key: 'healthcheck_not_found', when: 'no health check has the identifier', send: call('GET', `${checks}/${unknownId}`) },
  { key: 'healthcheck_invalid', when: 'a health check has no address', send: call('POST', checks, { name: 'a' }) },
  { key: 'healthcheck_twin', when: 'the name of a health check is taken', send: twice(checks, check) },
  { key: 'custom_page_not_found', when: 'no page has the name', send: call('GET', `${zonePath}/custom_pages/none`) },
  { key: 'custom_page_invalid', when: 'a page of one\'s own has no address', send: call('PUT', `${zonePath}/custom_pages/waf_block`, { state: 'customized', url: 'x' }) },
  { key: 'analytics_period', when: 'the end of a time is before its start', send: call('GET', `${zonePath}/analytics/dashboard?since=-10&until=-20`) },
  { key: 'analytics_plan', when: 'a Pro zone asks by data centre', send: call('GET', `${zonePath}/analytics/colos`) },
]
