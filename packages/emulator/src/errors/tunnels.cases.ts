import { defaultSeed, seededIds } from '../seed.ts'
import type { ErrorCase, Send } from '../testing/error-case.ts'
import type { TestEmulator } from '../testing/start.ts'

const call = (method: string, path: string, body?: unknown): Send => (emulator) => emulator.call(method, path, body)
const tunnels = `/accounts/${seededIds.account(defaultSeed.accounts[0]?.name ?? '')}/cfd_tunnel`
const made = async (emulator: TestEmulator, source: string): Promise<string> => `${tunnels}/${(await emulator.call('POST', tunnels, { name: 'office', config_src: source })).json.result.id}`

/** A request for every refusal of tunnels. */
export const tunnelErrorCases: readonly ErrorCase[] = [
  { key: 'tunnel_not_found', when: 'no tunnel has the identifier', send: call('GET', `${tunnels}/023e105f-4ece-48ad-9ca3-1a8372d0c353`) },
  { key: 'tunnel_invalid', when: 'the password of a tunnel is short', send: call('POST', tunnels, { name: 'office', tunnel_secret: 'c2hvcnQ=' }) },
  {
    key: 'tunnel_twin',
    when: 'the name of a tunnel is taken',
    send: async (emulator) => {
      await made(emulator, 'local')
      return emulator.call('POST', tunnels, { name: 'office' })
    },
  },
  {
    key: 'tunnel_deleted',
    when: 'the token of a deleted tunnel is read',
    send: async (emulator) => {
      const path = await made(emulator, 'local')
      await emulator.call('DELETE', path)
      return emulator.call('GET', `${path}/token`)
    },
  },
  { key: 'tunnel_ingress', when: 'the last rule has a host name', send: async (emulator) => emulator.call('PUT', `${await made(emulator, 'cloudflare')}/configurations`, { config: { ingress: [{ hostname: 'a.example.com', service: 'http://localhost' }] } }) },
  { key: 'tunnel_local', when: 'a tunnel that is configured beside its servers is configured here', send: async (emulator) => emulator.call('PUT', `${await made(emulator, 'local')}/configurations`, { config: {} }) },
]
