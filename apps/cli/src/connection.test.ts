import { describe, expect, it } from 'vitest'
import { baseUrlFrom, credentialsFrom } from './connection.ts'

const shown = (env: Record<string, string>, tokenEnv?: string): object | undefined => {
  const found = credentialsFrom(env, tokenEnv)
  return found && { kind: found.credentials.kind, secret: found.credentials.secret.reveal(), email: found.credentials.email, source: found.source }
}

describe('credentials', () => {
  it('come from the newer name when both are set', () => {
    expect(shown({ CLOUDFLARE_API_TOKEN: 'new', CF_API_TOKEN: 'old' })).toEqual({ kind: 'token', secret: 'new', email: undefined, source: 'CLOUDFLARE_API_TOKEN' })
    expect(shown({ CLOUDFLARE_API_KEY: 'new', CF_API_KEY: 'old', CF_API_EMAIL: 'old@example.com', CLOUDFLARE_EMAIL: 'new@example.com' })).toEqual({ kind: 'global-key', secret: 'new', email: 'new@example.com', source: 'CLOUDFLARE_API_KEY and CLOUDFLARE_EMAIL' })
  })

  it('come from the older names when nothing else is set', () => {
    expect(shown({ CF_API_TOKEN: 'old' })).toMatchObject({ kind: 'token', secret: 'old', source: 'CF_API_TOKEN' })
    expect(shown({ CF_API_KEY: 'key', CF_EMAIL: 'user@example.com' })).toMatchObject({ kind: 'global-key', email: 'user@example.com', source: 'CF_API_KEY and CF_EMAIL' })
  })

  it('are a token when a key has no e-mail address, and none when nothing is set', () => {
    expect(shown({ CLOUDFLARE_API_KEY: 'key' })).toMatchObject({ kind: 'token', secret: 'key' })
    expect(shown({ CLOUDFLARE_API_TOKEN: '' })).toBeUndefined()
  })

  it('come from the variable that --token-env names, and from no other', () => {
    expect(shown({ MY_TOKEN: 'mine', CLOUDFLARE_API_TOKEN: 'other' }, 'MY_TOKEN')).toMatchObject({ secret: 'mine', source: 'MY_TOKEN' })
    expect(() => credentialsFrom({ CLOUDFLARE_API_TOKEN: 'other' }, 'MY_TOKEN')).toThrow('--token-env MY_TOKEN: this environment variable is not set; export it, or leave the option out to use CLOUDFLARE_API_TOKEN')
  })
})

describe('the server', () => {
  it('gets /client/v4 when it has no path, and keeps the path that it has', () => {
    expect(baseUrlFrom('http://127.0.0.1:8787', {})).toBe('http://127.0.0.1:8787/client/v4')
    expect(baseUrlFrom('http://127.0.0.1:8787/', {})).toBe('http://127.0.0.1:8787/client/v4')
    expect(baseUrlFrom(undefined, { CLOUDFLARE_API_URL: 'https://proxy.example/cf/client/v4/' })).toBe('https://proxy.example/cf/client/v4')
  })

  it('comes from the flag, then from the newer name', () => {
    expect(baseUrlFrom('http://127.0.0.1:1', { CLOUDFLARE_API_URL: 'http://127.0.0.1:2' })).toBe('http://127.0.0.1:1/client/v4')
    expect(baseUrlFrom(undefined, { CF_API_URL: 'http://127.0.0.1:3', CLOUDFLARE_API_URL: 'http://127.0.0.1:2' })).toBe('http://127.0.0.1:2/client/v4')
    expect(baseUrlFrom(undefined, {})).toBeUndefined()
  })

  it('must be a URL', () => {
    expect(() => baseUrlFrom('localhost', {})).toThrow('--base-url "localhost" is not a URL; write it like http://127.0.0.1:8787 or https://api.cloudflare.com/client/v4')
  })
})
