import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const home = fileURLToPath(new URL('..', import.meta.url))
const out = mkdtempSync(join(tmpdir(), 'zonewright-core-'))
const read = (file: string): string => readFileSync(join(out, file), 'utf8')
const pool = (): string => readdirSync(out).find((file) => file.startsWith('pool-')) as string

/** A file and everything that it imports at once, not later. */
const closure = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen
  seen.add(file)
  if (!file.endsWith('.js')) return seen
  for (const [, name = ''] of read(file).matchAll(/^(?:import|export)\b[^;'"]*["']([^"']+)["'];?$/gm)) closure(name.replace('./', ''), seen)
  return seen
}

beforeAll(() => {
  // The build needs the workspace's own node; what it makes is then run by the one that runs this test.
  const ours = join(home, '../../node_modules/node/bin/node')
  execFileSync(existsSync(ours) ? ours : process.execPath, [join(home, '../../node_modules/tsdown/dist/run.mjs'), '--out-dir', out], { cwd: home, stdio: 'pipe' })
}, 120_000)

afterAll(() => rmSync(out, { recursive: true, force: true }))

describe('what is published', () => {
  it('loads few files at once, none of them of node, undici or, before a call, zod', () => {
    for (const [entry, most] of [['index.js', 2], ['schema.js', 2], ['memory.js', 2], ['plugins.js', 3], ['wire.js', 3], ['form-post.js', 3], ['zod.js', 3]] as const) {
      const files = closure(entry)
      expect([...files].filter((file) => !file.endsWith('.js'))).toEqual([])
      expect(files.size).toBeLessThanOrEqual(most)
      expect(files).not.toContain(pool())
      expect([...files].some((file) => /^(?:zod|caller)-/.test(file))).toBe(entry === 'zod.js')
    }
  })

  it('is few and small files', () => {
    const files = readdirSync(out)
    expect(files.length).toBeLessThanOrEqual(13)
    const size = (file: string): number => statSync(join(out, file)).size
    expect(size(pool())).toBeLessThan(340_000)
    for (const file of files.filter((name) => name !== pool())) expect(size(file), file).toBeLessThan(file.startsWith('zod-') ? 65_000 : 40_000)
  })

  it('has of undici only what carries bytes', () => {
    const text = read(pool())
    const others = ['class WebSocket', 'class MockAgent', 'class CacheStorage', 'class Response', 'class Headers', 'class EventSource', 'class ProxyAgent', 'class Socks5', 'class RetryHandler', 'class Agent', 'class SqliteCacheStore', 'function writeH2']
    expect(others.filter((part) => text.includes(part))).toEqual([])
    expect(text.includes('llhttp')).toBe(true)
  })

  it('needs no other package', () => {
    for (const file of readdirSync(out)) expect([...read(file).matchAll(/(?:^(?:import|export)\b[^;'"]*|import\()["']([^."'][^"']*)["']/gm)].map(([, name]) => name).filter((name) => name !== undefined && !isBuiltin(name))).toEqual([])
  })

  it('loads the transport with the first request, and zlib not before a packed answer', () => {
    const program = join(out, 'program.mjs')
    writeFileSync(
      program,
      `import { createServer } from 'node:net'
      import { createClient, defineEndpoint } from './index.js'
      import { object } from './schema.js'
      const loaded = (name) => process.moduleLoadList.includes('NativeModule ' + name)
      const protocol = { name: 'p', origin: 'https://p.invalid', encode: (call) => ({ method: 'GET', url: call.baseUrl + '/', headers: {}, secretHeaders: [] }), decode: (_, reply) => ({ result: Buffer.from(reply.body).toString(), status: reply.status, headers: {} }) }
      const endpoint = defineEndpoint(protocol, 'GET /', { input: object({}), result: object({}) })
      const server = createServer((socket) => socket.once('data', () => socket.write('HTTP/1.1 200 OK\\r\\ncontent-length: 2\\r\\n\\r\\nok')))
      server.listen(0, '127.0.0.1', async () => {
        const idle = createClient()
        await idle.close()
        const client = createClient({ baseUrl: 'http://127.0.0.1:' + server.address().port })
        const before = loaded('http') || loaded('zlib') || loaded('tls')
        const result = await client.call(endpoint, {})
        await client.close()
        server.close()
        console.log(JSON.stringify({ before, result, after: loaded('http'), zlib: loaded('zlib') }))
      })`,
    )
    expect(JSON.parse(execFileSync(process.execPath, [program], { encoding: 'utf8' }))).toEqual({ before: false, result: 'ok', after: true, zlib: false })
  })

  it('says which import is missing when a schema is used before a call, and builds it after that import', () => {
    const run = (name: string, program: string): string => {
      writeFileSync(join(out, name), `import { object, string } from './schema.js'\nconst schema = object({ name: string() })\n${program}`)
      return execFileSync(process.execPath, [join(out, name)], { encoding: 'utf8' })
    }
    expect(run('early.mjs', 'try { schema.parse({}) } catch (error) { console.log(error.message) }')).toContain("import '@zonewright/core/zod'")
    expect(run('later.mjs', "try { schema.parse({}) } catch { await import('./zod.js') }\nconsole.log(schema.parse({ name: 'www' }).name)")).toBe('www\n')
  })

  it('comes with the licences of what it contains', () => {
    const notice = readFileSync(join(home, 'THIRD-PARTY-LICENSES.txt'), 'utf8')
    for (const name of ['Matteo Collina and Undici contributors', 'Fedor Indutny', 'Colin McDonnell']) expect(notice).toContain(name)
    expect(notice.match(/Permission is hereby granted/g)).toHaveLength(3)
    expect((JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { files: string[] }).files).toContain('THIRD-PARTY-LICENSES.txt')
  })
})
