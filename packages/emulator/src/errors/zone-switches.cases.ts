import { defaultSeed, parseSeed } from '../seed.ts'
import type { ErrorCase, Send } from '../testing/error-case.ts'
import { zonePath } from '../testing/start.ts'

const call = (method: string, path: string, body?: unknown): Send => (emulator) => emulator.call(method, path, body)
const cache = `${zonePath}/cache`
const free = { seed: parseSeed({ ...defaultSeed, zones: [{ name: 'example.com', plan: 'free' }] }) }

/** A request for every refusal of Argo and of the cache behind the cache. */
export const zoneSwitchErrorCases: readonly ErrorCase[] = [
  { key: 'switch_value', when: 'a switch is set to a number', send: call('PATCH', `${zonePath}/argo/tiered_caching`, { value: 1 }) },
  { key: 'switch_not_entitled', when: 'a Free zone wants smart routing', options: free, send: call('GET', `${zonePath}/argo/smart_routing`) },
  { key: 'switch_missing', when: 'nobody has said anything of the smart tier', send: call('GET', `${cache}/tiered_cache_smart_topology_enable`) },
  {
    key: 'reserve_on',
    when: 'Cache Reserve is cleared while it is on',
    send: async (emulator) => {
      await emulator.call('PATCH', `${cache}/cache_reserve`, { value: 'on' })
      return emulator.call('POST', `${cache}/cache_reserve_clear`)
    },
  },
  {
    key: 'reserve_clearing',
    when: 'Cache Reserve is switched on while it is being cleared',
    send: async (emulator) => {
      await emulator.call('POST', `${cache}/cache_reserve_clear`)
      return emulator.call('PATCH', `${cache}/cache_reserve`, { value: 'on' })
    },
  },
]
