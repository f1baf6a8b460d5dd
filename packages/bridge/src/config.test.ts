import { describe, expect, it } from 'vitest'

import { ConfigError, readConfig } from './config.ts'

const secret = '144c9defac04969c7bfad8efaa8ea194b6f3a'
const env = { TOKEN: 'zw-demo-token-0123456789abcdef0123456789', OLD_KEY: secret, EMPTY: '' }
const read = (content: string, tokenEnv?: string) => readConfig(content, { file: 'bridge.yaml', env, ...(tokenEnv === undefined ? {} : { tokenEnv }) })

const problem = (content: string, tokenEnv?: string): string => {
  try {
    read(content, tokenEnv)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('expected a refusal')
}

const client = (fields: string): string => `clients:\n  - { email: user@example.com, ${fields} }\n`
const host = (fields: string): string => `hosts:\n  - { name: a host, ${fields} }\n`

describe('a config', () => {
  it('maps programs and hosts to what they stand for', () => {
    const { clients, hosts } = read(
      `clients:
  - { email: user@example.com, key_env: OLD_KEY, token_env: TOKEN, account: 01a7362d577a6c3019a474fd6f485823 }
  - { email: user@example.com, key: "0123", v4_email: other@example.com, v4_key_env: OLD_KEY }
  - { email: third@example.com, key: abc }
hosts:
  - { name: a host, key: " 8afbe6dea02407989af4dd4c97bb6e25 ", addresses: [192.0.2.1, "2001:db8::1"] }
`,
      'TOKEN',
    )
    expect(clients.map(({ email, key, account, credentials }) => [email, key, account, credentials.kind])).toEqual([
      ['user@example.com', secret, '01a7362d577a6c3019a474fd6f485823', 'token'],
      ['user@example.com', '0123', undefined, 'global-key'],
      ['third@example.com', 'abc', undefined, 'token'],
    ])
    expect(hosts).toMatchObject([{ name: 'a host', key: '8afbe6dea02407989af4dd4c97bb6e25', addresses: ['192.0.2.1', '2001:db8::1'], credentials: { kind: 'token' } }])
    expect(read('{}')).toEqual({ clients: [], hosts: [] })
    expect(read('clients: []')).toEqual({ clients: [], hosts: [] })
  })

  it.each([
    ['', 'bridge.yaml: expected clients and hosts'],
    ['- a', 'bridge.yaml: expected clients and hosts'],
    ['client: []', 'bridge.yaml: the file.client is not known; expected clients, hosts'],
    ['clients: 1', 'bridge.yaml: clients must be a list of entries'],
    ['clients: [a]', 'bridge.yaml: clients must be a list of entries'],
    [client('key: a, tokn: b'), 'bridge.yaml: clients[0].tokn is not known; expected email, key, key_env, token, token_env, v4_email, v4_key, v4_key_env, account'],
    [client('key: 12345'), 'bridge.yaml: clients[0].key must be a text that is not empty; put digits in quotes'],
    [client('key: ""'), 'bridge.yaml: clients[0].key must be a text that is not empty; put digits in quotes'],
    [client('token_env: TOKEN'), 'bridge.yaml: clients[0] has no key'],
    [client('key: a, key_env: OLD_KEY, token_env: TOKEN'), 'bridge.yaml: clients[0] has key and key_env; keep one'],
    [client('key_env: MISSING, token_env: TOKEN'), 'bridge.yaml: clients[0].key_env names the environment variable MISSING, which is not set'],
    [client('key: a, token_env: EMPTY'), 'bridge.yaml: clients[0].token_env names the environment variable EMPTY, which is not set'],
    [client('key: a'), 'bridge.yaml: clients[0] has no token: give token_env, v4_email with v4_key_env, or start the bridge with --token-env'],
    [client('key: a, v4_email: other@example.com'), 'bridge.yaml: clients[0] has no token: give token_env, v4_email with v4_key_env, or start the bridge with --token-env'],
    ['clients:\n  - { key: a, token_env: TOKEN }', 'bridge.yaml: clients[0] has no email'],
    [`${client('key: a, token_env: TOKEN')}  - { email: USER@example.com, key: a, token_env: TOKEN }`, 'bridge.yaml: clients has USER@example.com twice with one key'],
    ['hosts:\n  - { key: a, token_env: TOKEN }', 'bridge.yaml: hosts[0] has no name'],
    [host('token_env: TOKEN'), 'bridge.yaml: hosts[0] has no key'],
    [host('key: a, token_env: TOKEN, addresses: 192.0.2.1'), 'bridge.yaml: hosts[0].addresses must be a list of IP addresses'],
    [host('key: a, token_env: TOKEN, addresses: [nowhere]'), 'bridge.yaml: hosts[0].addresses must be a list of IP addresses'],
    [`${host('key: a, token_env: TOKEN')}  - { name: a host, key: b, token_env: TOKEN }`, 'bridge.yaml: hosts has the name a host twice; users belong to a name'],
    [`${host('key: a, token_env: TOKEN')}  - { name: another, key: a, token_env: TOKEN }`, 'bridge.yaml: hosts has one key for a host and another'],
    ['clients:\n  - {\n', 'bridge.yaml: not YAML, see line 3'],
  ])('is refused with the place and what to do: %j', (content, message) => {
    // The last line of an unfinished flow is where the parser stops.
    expect(problem(content)).toBe(message)
  })

  it('says so of a variable that the command line names, too', () => {
    expect(problem(client('key: a'), 'MISSING')).toBe('bridge.yaml: --token-env names the environment variable MISSING, which is not set')
  })

  it('never shows a secret in what it says', () => {
    for (const content of [client(`key: ${secret}, ${secret}x: 1`.replace(`${secret}x`, 'more')), `clients:\n  - key: "${secret}\n  bad: [`, client(`key: [${secret}], token_env: TOKEN`), client(`key: ${secret}, key_env: OLD_KEY`), client(`token: ${secret}`)]) expect(problem(content)).not.toContain(secret)
  })
})
