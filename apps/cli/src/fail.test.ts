import { TransportError } from '@zonewright/core'
import { type MemoryHandler, memoryTransport } from '@zonewright/core/memory'
import { describe, expect, it } from 'vitest'
import { Interrupted } from './failures.ts'
import { runCli } from './testing/run-cli.ts'

const zone = '023e105f4ecef8ad9ca31a8372d0c353'

const refusing = (status: number, errors: readonly object[], headers: Record<string, string> = {}): { transport: ReturnType<typeof memoryTransport> } => ({
  transport: memoryTransport(() => ({ status, headers: { 'cf-ray': '8a1b2c3d4e5f6071-AMS', ...headers }, body: { success: false, errors, messages: [], result: null } })),
})

const answering = (handler: MemoryHandler): { transport: ReturnType<typeof memoryTransport> } => ({ transport: memoryTransport(handler) })

describe('errors', () => {
  it('of the service stand on a line each, with causes, the ray id and the next step', async () => {
    const scene = refusing(400, [{ code: 1004, message: 'DNS Validation Error', error_chain: [{ code: 9005, message: 'Content for A record must be a valid IPv4 address.' }] }, { code: 9999, message: 'Something else' }])
    expect(await runCli(['call', 'POST', `/zones/${zone}/dns_records`, 'type=A'], scene)).toEqual({
      code: 1,
      out: '',
      err: `zw: POST /zones/${zone}/dns_records: 1004 DNS Validation Error\nzw: POST /zones/${zone}/dns_records:   because 9005 Content for A record must be a valid IPv4 address.\nzw: POST /zones/${zone}/dns_records: 9999 Something else\nzw: HTTP 400, ray 8a1b2c3d4e5f6071-AMS; correct the value and try again\n`,
    })
  })

  it('of access name the variable and the permission', async () => {
    const err = 'zw: GET /zones: 9109 Invalid access token\nzw: HTTP 403, ray 8a1b2c3d4e5f6071-AMS; check that CLOUDFLARE_API_TOKEN is active and has the permission #zone:read\n'
    expect(await runCli(['zones'], refusing(403, [{ code: 9109, message: 'Invalid access token' }]))).toEqual({ code: 1, out: '', err })
  })

  it('of a token that may list no zones say what takes its place', async () => {
    const { err } = await runCli(['zone', 'export', 'example.com'], refusing(403, [{ code: 0, message: 'requires permission com.cloudflare.api.account.zone.list' }]))
    expect(err).toMatch(/has the permission #zone:read; where a command takes a zone, its 32-digit identifier needs no list of zones\n$/)
  })

  it('of access say that no credentials are set', async () => {
    const scene = { ...refusing(400, [{ code: 9106, message: 'Missing X-Auth-Key' }]), env: { CLOUDFLARE_API_TOKEN: '' } }
    expect((await runCli(['zones'], scene)).err).toBe('zw: GET /zones: 9106 Missing X-Auth-Key\nzw: HTTP 400, ray 8a1b2c3d4e5f6071-AMS; no credentials are set: export CLOUDFLARE_API_TOKEN, or CLOUDFLARE_API_KEY and CLOUDFLARE_EMAIL\n')
  })

  it('of the rate limit say how long to wait', async () => {
    // A token of its own: the budget of a credential is shared by all clients of the process.
    const scene = { ...refusing(429, [{ code: 971, message: 'Please wait' }], { 'retry-after': '300' }), env: { CLOUDFLARE_API_TOKEN: 'zw-limited-token' } }
    expect((await runCli(['zones'], scene)).err).toBe('zw: GET /zones: 971 Please wait\nzw: HTTP 429, ray 8a1b2c3d4e5f6071-AMS; too many requests: try again in 300 s\n')
  })

  it('of a closed port ask for the emulator', async () => {
    const scene = answering(() => {
      throw new TransportError({ route: 'POST /zones/{zone_id}/purge_cache', phase: 'connect', message: 'connect ECONNREFUSED 127.0.0.1:8787' })
    })
    expect((await runCli(['purge', zone, '--everything', '--base-url', 'http://127.0.0.1:8787'], scene)).err).toBe('zw: POST /zones/{zone_id}/purge_cache: connect ECONNREFUSED 127.0.0.1:8787; is the emulator running at http://127.0.0.1:8787? Start it with zw emulator --port 8787\n')
  })

  it('of a lost answer warn against a second write', async () => {
    const scene = answering(() => {
      throw new TransportError({ route: 'POST /zones', phase: 'sent', message: 'the connection was reset' })
    })
    expect(await runCli(['api', 'zones', 'create', '--name', 'example.net'], scene)).toEqual({ code: 1, out: '', err: 'zw: POST /zones: the connection was reset; it may have been carried out: look before you send it again\n' })
  })

  it('of a lost answer to a read say that it can be sent again', async () => {
    const scene = answering(() => {
      throw new TransportError({ route: 'GET /zones', phase: 'sent', message: 'the connection was reset' })
    })
    expect(await runCli(['zones'], scene)).toEqual({ code: 1, out: '', err: 'zw: GET /zones: the connection was reset; this call changes nothing: send it again\n' })
  })

  it('of a base URL with another scheme or with a password are wrong usage', async () => {
    expect(await runCli(['zones', '--base-url', 'ftp://x'])).toEqual({ code: 64, out: '', err: 'zw: --base-url "ftp://x": the scheme is ftp; write an address with https, or with http on this machine\n' })
    expect(await runCli(['zones', '--base-url', 'http://user:pw@127.0.0.1:1'])).toEqual({ code: 64, out: '', err: 'zw: --base-url: an address holds no user and password; write http://127.0.0.1:1, and export CLOUDFLARE_API_TOKEN\n' })
    expect((await runCli(['zones', '--base-url', 'nonsense'])).code).toBe(64)
  })

  it('of an answer that nobody can read ask for the right server', async () => {
    const scene = answering(() => ({ body: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } }))
    expect((await runCli(['zones'], scene)).err).toBe('zw: GET /zones: the answer is a page of a proxy or gateway, not of the API [HTTP 200]: <html>Sign in</html>; does http://127.0.0.1:9/client/v4 speak API v4? Check --base-url and CLOUDFLARE_API_URL\n')
  })

  it('of a server outside of this machine without TLS are refused before anything is sent', async () => {
    const advice = 'over http the credentials would leave this machine in clear text; write https://api.example:8080\n'
    expect(await runCli(['zones', '--base-url', 'http://api.example:8080'])).toEqual({ code: 64, out: '', err: `zw: --base-url "http://api.example:8080": ${advice}` })
    expect(await runCli(['zones'], { env: { CLOUDFLARE_API_URL: 'http://api.example:8080' } })).toEqual({ code: 64, out: '', err: `zw: CLOUDFLARE_API_URL "http://api.example:8080": ${advice}` })
    expect((await runCli(['zones', '--base-url', 'http://localhost.api.example'])).code).toBe(64)
  })

  it('of an address with a query say how to write it, without the query', async () => {
    expect(await runCli(['zones', '--base-url', 'https://api.example/client/v4?key=secret'])).toEqual({ code: 64, out: '', err: 'zw: --base-url: an address holds no query and no fragment; write https://api.example/client/v4\n' })
  })

  it('are shown with their stack by ZW_DEBUG=1 only', async () => {
    const scene = refusing(404, [{ code: 1001, message: 'Invalid zone identifier' }])
    expect((await runCli(['zones'], scene)).err).not.toContain('    at ')
    expect((await runCli(['zones'], { ...scene, env: { ZW_DEBUG: '1' } })).err).toContain('    at ')
  })

  it('never show the secret, with --verbose either', async () => {
    const token = 'zw-demo-token-0123456789abcdef0123456789'
    const { err } = await runCli(['zones', '--verbose'], answering(() => ({ status: 400, body: { success: false, errors: [{ code: 1, message: `bad ${token}` }], messages: [], result: null } })))
    expect(err).toContain('zw: > GET http://127.0.0.1:9/client/v4/zones?')
    expect(err).toContain('zw: GET /zones: 1 bad [redacted]')
    expect(err).not.toContain(token)
  })
})

describe('Ctrl-C', () => {
  const pressing = (): { stop: AbortController; scene: { signal: AbortSignal; transport: ReturnType<typeof memoryTransport> } } => {
    const stop = new AbortController()
    const transport = memoryTransport((_, { signal }) => {
      stop.abort(new Interrupted('SIGINT'))
      signal?.throwIfAborted()
      return {}
    })
    return { stop, scene: { signal: stop.signal, transport } }
  }

  it('ends a reading command with 130', async () => {
    expect(await runCli(['zones'], pressing().scene)).toEqual({ code: 130, out: '', err: 'zw: stopped by SIGINT; nothing was changed\n' })
  })

  it('says that a write may have been carried out', async () => {
    expect(await runCli(['purge', zone, '--everything'], pressing().scene)).toEqual({ code: 130, out: '', err: 'zw: stopped by SIGINT; POST /zones/{zone_id}/purge_cache was cut off and may have been carried out: look before you send it again\n' })
  })

  it('says how much was done before it', async () => {
    const stop = new AbortController()
    let calls = 0
    const transport = memoryTransport((_, { signal }) => {
      calls++
      if (calls === 2) stop.abort(new Interrupted('SIGINT'))
      signal?.throwIfAborted()
      return { body: { success: true, errors: [], messages: [], result: { id: zone } } }
    })
    const urls = Array.from({ length: 150 }, (_, index) => `https://www.example.com/${index}`)
    expect(await runCli(['purge', zone, '--file', ...urls], { signal: stop.signal, transport })).toMatchObject({ code: 130, err: 'zw: stopped by SIGINT; 100 of 150 files were purged\n' })
  })
})
