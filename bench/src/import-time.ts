/**
 * What a program pays before its first call and for it: CPU and wall time over bare Node of importing the toolkit,
 * of a first request through a fresh client, and of importing undici's index, which is what the toolkit avoids.
 * Prints one JSON line; exit code 1 when code of the transport is loaded before the first request.
 *
 * Every figure is the median of child processes that run in turn, so that a busy machine slows all of them alike.
 * Usage: `node bench/src/import-time.ts [--runs 15]`
 * @module
 */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** What one kind of program costs, in milliseconds. */
interface Cost {
  readonly cpuMs: number
  readonly wallMs: number
}

const folder = dirname(fileURLToPath(import.meta.url))

const server = `
import { createServer } from 'node:http'
const result = { id: 'r', name: 'www.example.com', type: 'A', content: '192.0.2.1', proxiable: true, proxied: false, ttl: 1, comment: null, tags: [], created_on: '2024-01-01T00:00:00Z', modified_on: '2024-01-01T00:00:00Z' }
const body = JSON.stringify({ success: true, errors: [], messages: [], result })
createServer((_, reply) => reply.writeHead(200, { 'content-type': 'application/json' }).end(body)).listen(0, '127.0.0.1', function () { console.log(this.address().port) })
`

const toolkit = "import { createClient, token } from '@zonewright/core'; import * as dns from '@zonewright/v4/dns';"
const firstCall = (port: number): string => `const client = createClient({ credentials: token('t'), baseUrl: 'http://127.0.0.1:${port}/client/v4' }); const record = await client.call(dns.records.get, { zone_id: 'z', dns_record_id: 'r' }); if (record.id !== 'r') throw new Error('wrong answer'); await client.close();`

const programs = (port: number): Readonly<Record<string, string>> => ({
  bare: '',
  toolkit,
  undici: "import 'undici'",
  firstRequest: toolkit + firstCall(port),
  undiciRequest: `import { request, getGlobalDispatcher } from 'undici'; const { body } = await request('http://127.0.0.1:${port}/'); if ((await body.json()).result.id !== 'r') throw new Error('wrong answer'); await getGlobalDispatcher().close();`,
})

// Published code is measured: nothing of the environment may lead to source or hide the cost of compiling.
const environment = { PATH: process.env['PATH'] ?? '', NODE_DISABLE_COMPILE_CACHE: '1' }

const measure = (program: string): Cost => {
  const report = "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stdout.write(String((user + system) / 1000)) });"
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', `${program}\n${report}`], { cwd: folder, encoding: 'utf8', env: environment })
  const wallMs = performance.now() - started
  if (status !== 0) throw new Error(`${stderr}\n(the packages must be built: pnpm build)`)
  return { cpuMs: Number(stdout), wallMs }
}

const median = (values: readonly number[]): number => {
  const ordered = values.toSorted((one, other) => one - other)
  return ordered[Math.floor(ordered.length / 2)] ?? 0
}

/** The files that are loaded up to a moment of a program: all that Node reads from disk. */
const filesOf = (program: string): string[] => {
  const hooks = "import { registerHooks } from 'node:module'; const files = []; registerHooks({ load(url, context, next) { if (url.startsWith('file:')) files.push(url); return next(url, context) } }); process.on('exit', () => process.stdout.write(JSON.stringify(files)))"
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(hooks)}`, '--input-type=module', '-e', program], { cwd: folder, encoding: 'utf8', env: environment })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as string[]
}

/** Only undici's HTTP parser has this word; it can't be bundled without it. */
const hasTransport = (url: string): boolean => /llhttp/.test(readFileSync(fileURLToPath(url), 'utf8'))

const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' } } })
const runs = Number(values.runs)
const service = spawn(process.execPath, ['--input-type=module', '-e', server], { stdio: ['ignore', 'pipe', 'inherit'] })
try {
  const port = await new Promise<number>((resolve) => void service.stdout.once('data', (data: Buffer) => resolve(Number(data.toString()))))
  const all = programs(port)
  const samples = new Map(Object.keys(all).map((name) => [name, [] as Cost[]]))
  // The first round only warms the disk.
  for (let run = -1; run < runs; run++) for (const [name, program] of Object.entries(all)) {
    const cost = measure(program)
    if (run >= 0) samples.get(name)?.push(cost)
  }
  const costOf = (name: string): Cost => ({ cpuMs: median((samples.get(name) ?? []).map(({ cpuMs }) => cpuMs)), wallMs: median((samples.get(name) ?? []).map(({ wallMs }) => wallMs)) })
  const bare = costOf('bare')
  const over = (name: string): Cost => ({ cpuMs: Math.round((costOf(name).cpuMs - bare.cpuMs) * 10) / 10, wallMs: Math.round((costOf(name).wallMs - bare.wallMs) * 10) / 10 })
  const ratio = (one: number, other: number): number => Math.round((one / other) * 1000) / 1000
  const [imported, undici, first, undiciFirst] = [over('toolkit'), over('undici'), over('firstRequest'), over('undiciRequest')]

  const before = filesOf(toolkit)
  const after = filesOf(toolkit + firstCall(port))
  const early = before.filter(hasTransport).length
  const late = after.filter(hasTransport).length
  process.stdout.write(`${JSON.stringify({
    bench: 'import-time',
    node: process.version,
    runs,
    overBareNode: { import: imported, undiciImport: undici, firstRequest: first, undiciFirstRequest: undiciFirst },
    ratio: {
      importToUndiciImport: { cpu: ratio(imported.cpuMs, undici.cpuMs), wall: ratio(imported.wallMs, undici.wallMs) },
      firstRequestToUndiciImport: { cpu: ratio(first.cpuMs, undici.cpuMs), wall: ratio(first.wallMs, undici.wallMs) },
      firstRequestToUndiciFirstRequest: { cpu: ratio(first.cpuMs, undiciFirst.cpuMs), wall: ratio(first.wallMs, undiciFirst.wallMs) },
    },
    files: { import: before.length, firstRequest: after.length },
    transportFilesBeforeFirstRequest: early,
    transportFilesAfterFirstRequest: late,
  })}\n`)
  process.exitCode = early === 0 && late > 0 ? 0 : 1
} finally {
  service.kill()
}
