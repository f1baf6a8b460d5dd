import { startEmulator, type Emulator } from '@zonewright/emulator'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const entry = fileURLToPath(new URL('./zw.ts', import.meta.url))
const secret = 'zw-demo-token-0123456789abcdef0123456789'

let folder = ''
let emulator: Emulator
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zw-bridge-'))
  emulator = await startEmulator({})
})
afterAll(async () => {
  await emulator.close()
  await rm(folder, { recursive: true })
})

interface Started {
  readonly child: ChildProcess
  /** First line of standard output, and all of standard error until the process ends. */
  readonly line: Promise<string>
  readonly end: Promise<{ readonly code: number | null; readonly err: string }>
  err(): string
}

const start = (...argv: string[]): Started => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--conditions=@zonewright/source', entry, 'bridge', '--upstream', emulator.origin, '--token-env', 'TOKEN', ...argv], { cwd: folder, env: { ...process.env, TOKEN: secret } })
  let err = ''
  let out = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (err += chunk))
  const end = once(child, 'close').then(([code]) => ({ code: code as number | null, err }))
  const line = new Promise<string>((done) => child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (out += chunk).includes('\n') && done(out)))
  return { child, line: Promise.race([line, end.then(() => '')]), end, err: () => err }
}

const ask = async (origin: string, form: Record<string, string>): Promise<Record<string, unknown>> => (await (await fetch(`${origin}/api_json.html`, { method: 'POST', body: new URLSearchParams(form) })).json()) as Record<string, unknown>

describe('zw bridge', () => {
  it('makes a config that its owner alone can read, serves old programs, and ends with 0 at SIGTERM', async () => {
    const first = start('--port', '0', '--data', 'data')
    const line = await first.line
    expect(line).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+\n$/)
    const path = join(folder, 'data', 'bridge.yaml')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const text = await readFile(path, 'utf8')
    const [, tkn = ''] = /key: "([0-9a-f]{37})"/.exec(text) ?? []
    const origin = line.trim().replace('listening on ', '')
    expect(await ask(origin, { a: 'zone_load_multi', email: 'bridge@example.com', tkn })).toMatchObject({ result: 'success', response: { zones: { count: 2 } } })
    expect(await ask(origin, { a: 'zone_load_multi', email: 'bridge@example.com', tkn: `${tkn}0` })).toMatchObject({ err_code: 'E_UNAUTH' })
    const port = new URL(origin).port
    // While it runs, neither its port nor its folder is anybody else's.
    expect(await start('--port', port, '--data', 'other').end).toMatchObject({ code: 1, err: expect.stringContaining(`zw: cannot listen on 127.0.0.1:${port}: something else does; choose another --port, or 0 for a free one\n`) as string })
    expect(await start('--port', '0', '--data', 'data').end).toEqual({ code: 1, err: 'zw: data: another process uses this data directory\n' })
    first.child.kill('SIGTERM')
    const { code, err } = await first.end
    expect(code).toBe(0)
    expect(err).toBe('wrote data/bridge.yaml with new keys: give them to the programs\nclient zone_load_multi success\nclient zone_load_multi error E_UNAUTH: Invalid token or email\n')
    for (const one of [tkn, secret]) expect(err).not.toContain(one)
    const second = start('--port', '0', '--data', 'data')
    expect(await ask((await second.line).trim().replace('listening on ', ''), { a: 'zone_check', zones: 'example.com', email: 'bridge@example.com', tkn })).toMatchObject({ response: { zones: { 'example.com': 70_001 } } })
    expect(second.err()).not.toContain('wrote')
    second.child.kill('SIGINT')
    expect((await second.end).code).toBe(0)
  }, 120_000)

  it('says what is wrong with a config, and where, and with an address', async () => {
    await writeFile(join(folder, 'bad.yaml'), 'clients:\n  - email: user@example.com\n    key: 12345\n')
    const ends = await Promise.all([
      start('--config', 'bad.yaml').end,
      start('--config', 'none.yaml').end,
      start('--host', '0.0.0.0', '--data', 'x').end,
      start('--tls-key', 'key.pem', '--data', 'x').end,
      start('--port', '70000').end,
    ])
    expect(ends.map(({ code, err }) => `${code} ${err}`)).toEqual([
      '1 zw: bad.yaml: clients[0].key must be a text that is not empty; put digits in quotes\n',
      '1 zw: cannot read none.yaml: there is no such file; check the path\n',
      '64 zw: --host 0.0.0.0 is not loopback: without TLS, keys and passwords would travel in the clear; give --tls-cert and --tls-key, or listen on 127.0.0.1\n',
      '64 zw: --tls-key and --tls-cert go together: give --tls-cert too\n',
      '64 zw: --port 70000: expected 0 to 65535\n',
    ])
  }, 120_000)
})
