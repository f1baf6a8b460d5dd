import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const entry = fileURLToPath(new URL('./zw.ts', import.meta.url))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zw-'))
})
afterAll(() => rm(folder, { recursive: true }))

const start = (...argv: string[]): ChildProcess => spawn(process.execPath, ['--conditions=@zonewright/source', entry, ...argv], { cwd: folder, env: { ...process.env, CLOUDFLARE_API_URL: 'http://127.0.0.1:9', CLOUDFLARE_API_TOKEN: 'zw-demo-token-0123456789abcdef0123456789' } })

const firstLine = async (child: ChildProcess): Promise<string> => {
  let text = ''
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk)
    if (text.includes('\n')) break
  }
  return text
}

const ended = async (child: ChildProcess): Promise<unknown> => (child.exitCode === null && child.signalCode === null ? ((await once(child, 'exit')) as unknown[])[0] : child.exitCode)

describe('the process', () => {
  it('serves the emulator until SIGTERM and ends with 0', async () => {
    const child = start('emulator', '--port', '0', '--data', ':memory:')
    const line = await firstLine(child)
    expect(line).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+\n$/)
    const answer = await fetch(`${line.trim().replace('listening on ', '')}/client/v4/ips`)
    expect(answer.status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended(child)).toBe(0)
  })

  it('says when the port of the emulator is taken or its seed is wrong', async () => {
    const first = start('emulator', '--port', '0', '--data', ':memory:')
    const port = /:(\d+)\n/.exec(await firstLine(first))?.[1] ?? ''
    const second = start('emulator', '--port', port, '--data', ':memory:')
    let err = ''
    second.stderr?.on('data', (chunk) => (err += String(chunk)))
    expect(await ended(second)).toBe(1)
    expect(err).toBe(`zw: cannot listen on 127.0.0.1:${port}: something else does; choose another --port, or 0 for a free one\n`)
    first.kill('SIGINT')
    expect(await ended(first)).toBe(0)
    const third = start('emulator', '--port', '0', '--data', ':memory:', '--seed', 'none.json')
    let complaint = ''
    third.stderr?.on('data', (chunk) => (complaint += String(chunk)))
    expect(await ended(third)).toBe(1)
    expect(complaint).toBe('zw: seed: none.json cannot be read; correct the file of --seed\n')
  })

  it('speaks TLS with a key and its certificate, and says what is wrong with other files', async () => {
    await writeFile(join(folder, 'key.pem'), 'no key')
    const child = start('emulator', '--port', '0', '--data', ':memory:', '--tls-key', 'key.pem', '--tls-cert', 'key.pem')
    let err = ''
    child.stderr?.on('data', (chunk) => (err += String(chunk)))
    expect(await ended(child)).toBe(1)
    expect(err).toMatch(/^zw: cannot speak TLS with these files: .*; --tls-key wants a private key and --tls-cert its certificate, both as PEM\n$/)
  })

  it('ends silently when nobody reads its output any more', async () => {
    const file = join(folder, 'big.zone')
    await writeFile(file, `$TTL 60\n${'www A 192.0.2.1\n'.repeat(100_000)}`)
    const child = start('zone', 'print', file, '--origin', 'example.com')
    let err = ''
    child.stderr?.on('data', (chunk) => (err += String(chunk)))
    child.stdout?.once('data', () => child.stdout?.destroy())
    expect(await ended(child)).toBe(0)
    expect(err).toBe('')
  })

  it.skipIf(!existsSync('/dev/full'))('says that the device of its output is full', async () => {
    const full = openSync('/dev/full', 'w')
    try {
      const child = spawn(process.execPath, ['--conditions=@zonewright/source', entry, '--version'], { stdio: ['ignore', full, 'pipe'] })
      let err = ''
      child.stderr?.on('data', (chunk) => (err += String(chunk)))
      expect(await ended(child)).toBe(1)
      expect(err).toBe('zw: cannot write the output: no space is left on the device; free some, or write elsewhere\n')
    } finally {
      closeSync(full)
    }
  })

  it('reads a pipe of any size and ends with it', async () => {
    const child = start('zone', 'check', '-', '--origin', 'example.com')
    child.stdin?.end(`$TTL 60\n${'www A 192.0.2.1\n'.repeat(50_000)}`)
    expect(await firstLine(child)).toBe('stdin: valid, 50000 records\n')
    expect(await ended(child)).toBe(0)
  })
})
