/**
 * Runs programs that others wrote for the service, as they were published, against the emulator under the service's own name.
 * The command behind `pnpm test:clients`: a line an outcome, a closing line with the figures, exit code 1 when anything failed.
 * Without parameters it tries every client that is quick to fetch and run; `--all` adds the heavy ones, and names choose.
 * @module
 */
import { spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { TemporaryFolder } from '../sandbox/temporary.ts'
import { addressService } from './address-service.ts'
import { makeCertificate } from './certificate.ts'
import { clients } from './clients.ts'
import type { Plan } from './inside.ts'
import { Obtainer } from './obtain.ts'

// With process numbers of its own the namespace leaves nothing behind when it ends.
const namespace = ['--net', '--mount', '--pid', '--fork', '--kill-child', ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'])]

/** Why no client can be run on this machine. */
const hindrance = (): string | undefined => {
  const works = (program: string, ...parameters: string[]): boolean => spawnSync(program, parameters, { stdio: 'ignore' }).status === 0
  if (!works('openssl', 'version')) return 'there is no openssl here to make a certificate with'
  if (!works('unshare', ...namespace, 'sh', '-c', 'ip link set lo up && mount --bind /etc/hosts /etc/hosts')) return 'network namespaces are not permitted here'
  return undefined
}

/** Most time for fetching all clients, and for all scenarios, in milliseconds: what takes longer hangs, even on a busy machine. */
const most = { fetching: 600_000, scenarios: 1_200_000 } as const

const count = { PASS: 0, FAIL: 0, SKIP: 0 }
const say = (line: string): void => {
  const verdict = /^(?:PASS|FAIL|SKIP)(?= )/.exec(line)?.[0] as keyof typeof count | undefined
  if (verdict !== undefined) count[verdict]++
  process.stdout.write(`${line}\n`)
}

const main = async (wanted: readonly string[]): Promise<void> => {
  const all = wanted.includes('--all')
  const names = wanted.filter((word) => word !== '--all')
  const unknown = names.filter((name) => !clients.some((client) => client.name === name))
  if (unknown.length > 0) throw new Error(`there is no client ${unknown.join(', ')}; there are ${clients.map(({ name }) => name).join(', ')}`)
  const chosen = clients.filter(({ name, heavy = false }) => (names.length === 0 ? all || !heavy : names.includes(name)))
  const reason = hindrance()
  if (reason !== undefined) {
    for (const { name } of chosen) say(`SKIP ${name}: ${reason}`)
    return
  }
  using temporary = new TemporaryFolder()
  const folder = temporary.path
  const ended = new AbortController()
  // Ended by a signal, too, the folder is removed: everything that runs is cut off, and the function comes to its end.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort(signal))
  const obtained: Plan['obtained'][number][] = []
  const obtainer = new Obtainer({ folder, signal: AbortSignal.any([ended.signal, AbortSignal.timeout(most.fetching)]) })
  for (const client of chosen) {
    const got = await obtainer.obtain(client)
    if (ended.signal.aborted) break
    if ('missing' in got) say(`SKIP ${client.name}: ${got.missing}`)
    else obtained.push({ name: client.name, ...got })
  }
  const certificate = makeCertificate(folder, ['DNS:api.cloudflare.com', 'DNS:www.cloudflare.com', `IP:${addressService.address}`, ...[...addressService.ipv4, ...addressService.ipv6].map((name) => `DNS:${name}`)])
  const plan: Plan = { folder, certificate, obtained }
  const path = join(folder, 'plan.json')
  writeFileSync(path, JSON.stringify(plan))
  const inside = spawn('unshare', [...namespace, process.execPath, fileURLToPath(new URL('./inside.ts', import.meta.url)), path], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate.authority }, signal: AbortSignal.any([ended.signal, AbortSignal.timeout(most.scenarios)]), killSignal: 'SIGKILL' })
  inside.on('error', () => undefined)
  let last = ''
  for await (const line of createInterface(inside.stdout)) {
    if (line !== 'END') say(line)
    last = line
  }
  if (last !== 'END') say(`FAIL the run: it ${ended.signal.aborted ? `was ended by ${String(ended.signal.reason)}` : 'ended'} before its last client`)
}

await main(process.argv.slice(2))
process.stdout.write(`\n${count.PASS} passed, ${count.FAIL} failed${count.SKIP > 0 ? `, ${count.SKIP} skipped` : ''}\n`)
process.exitCode = count.FAIL > 0 ? 1 : 0
