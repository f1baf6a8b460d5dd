import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { root, sourceCondition } from '../workspace.ts'
import type { OwnAddress } from './address-service.ts'
import type { Certificate } from './certificate.ts'

/** What the emulator starts with. */
export const demo = { token: 'zw-demo-token-0123456789abcdef0123456789', email: 'user@example.com', key: '144c9defac04969c7bfad8efaa8ea194b6f3a', zone: 'example.com' } as const

/** How a program ended. */
export interface Ended {
  readonly status: number
  /** Both streams, as they came. */
  readonly output: string
}

/** Takes one outcome. */
export type Report = (passed: boolean, title: string, reason?: string) => void

/** A part of an answer that a scenario looks at. */
export type Result = Readonly<Record<string, unknown>>

/** How the emulator of a part of a scenario is started. */
export interface EmulatorSettings {
  readonly compat?: 'today' | '2024'
  readonly rateLimit?: boolean
}

/** What takes longer hangs, even on a busy machine. */
const mostMs = 240_000

/** Folders below a folder, one step for each pattern. */
const foldersBelow = (folder: string, ...patterns: readonly RegExp[]): string[] => {
  const [first, ...rest] = patterns
  if (first === undefined) return [folder]
  return existsSync(folder) ? readdirSync(folder).filter((name) => first.test(name)).flatMap((name) => foldersBelow(join(folder, name), ...rest)) : []
}

/** A client in its folder, and an emulator under the service's own name. */
export class Scene {
  readonly folder: string
  readonly own: OwnAddress
  /** A certificate for all names of the service, and its key. */
  readonly certificate: Certificate
  readonly #report: Report
  readonly #servers: { stop(): Promise<void> }[] = []

  constructor({ folder, own, certificate, report }: { readonly folder: string; readonly own: OwnAddress; readonly certificate: Certificate; readonly report: Report }) {
    this.folder = folder
    this.own = own
    this.certificate = certificate
    this.#report = report
  }

  /** File with the authority that programs must trust. */
  get authority(): string {
    return this.certificate.authority
  }

  /** Starts an emulator with nothing in it but its demo zones; what ran before ends. */
  async emulate({ compat = 'today', rateLimit = false }: EmulatorSettings = {}): Promise<void> {
    await this.end()
    await this.#serve('emulator', '--port', '443', '--data', ':memory:', '--compat', compat, ...this.#tls, ...(rateLimit ? ['--rate-limit'] : []))
  }

  /** Starts a bridge under the names of the old APIs, for the demo user, before an emulator that is its API v4; what ran before ends. */
  async bridge(): Promise<void> {
    await this.end()
    await this.#serve('emulator', '--port', '8787', '--data', ':memory:')
    const config = this.file('bridge.yaml', `clients: [{ email: ${demo.email}, key: ${demo.key}, v4_email: ${demo.email}, v4_key: ${demo.key} }]\n`)
    const data = mkdtempSync(join(this.folder, 'bridge-'))
    await this.#serve('bridge', '--port', '443', '--upstream', 'http://127.0.0.1:8787', '--config', config, '--data', data, ...this.#tls)
  }

  get #tls(): readonly string[] {
    return ['--tls-key', this.certificate.key, '--tls-cert', this.certificate.certificate]
  }

  /** Starts a server of the command line, and waits until it can serve. */
  async #serve(...parameters: readonly string[]): Promise<void> {
    const child = spawn(process.execPath, [`--conditions=${sourceCondition}`, join(root, 'apps/cli/src/zw.ts'), ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] })
    await this.#started(child, parameters[0] ?? '', /./)
  }

  /** Starts a program of the client that goes on until the scenario ends, and waits for a line that says that it is ready. */
  async start(program: string, parameters: readonly string[], ready: RegExp, more: Readonly<Record<string, string>> = {}): Promise<void> {
    const child = spawn(program, parameters, { cwd: this.folder, env: { ...this.environment, ...more }, stdio: ['ignore', 'pipe', 'ignore'] })
    await this.#started(child, program, ready)
  }

  async #started(child: ChildProcessByStdio<null, Readable, null>, name: string, ready: RegExp): Promise<void> {
    const over = once(child, 'exit')
    const listening = new Promise<true>((resolve) => {
      createInterface(child.stdout).on('line', (line) => {
        if (ready.test(line)) resolve(true)
      })
    })
    if ((await Promise.race([listening, over])) !== true) throw new Error(`${name} did not start`)
    this.#servers.push({
      stop: async () => {
        child.kill('SIGTERM')
        await over
      },
    })
  }

  /** Ends what runs, the last first. */
  async end(): Promise<void> {
    for (const server of this.#servers.splice(0).toReversed()) await server.stop()
  }

  /** One thing that must be so: a body that ends without an error. */
  async check(title: string, body: () => unknown): Promise<void> {
    try {
      await body()
      this.#report(true, title)
    } catch (error) {
      this.#report(false, title, error instanceof Error ? error.message : String(error))
    }
  }

  /** Writes a file into the client's folder that only its owner may read; or run, with mode 0o700. */
  file(name: string, text: string, mode = 0o600): string {
    const path = join(this.folder, name)
    writeFileSync(path, text, { mode })
    return path
  }

  /** What programs find in their environment: their own folders first, and the authority under every name that is read. */
  get environment(): NodeJS.ProcessEnv {
    const { authority, folder } = this
    const inside = (...paths: string[]): string => paths.map((path) => join(folder, path)).join(':')
    const libraries = foldersBelow(join(folder, 'usr/lib'), /-linux-gnu/)
    const perl = libraries.flatMap((path) => foldersBelow(path, /^perl5$/, /^5\./))
    return {
      PATH: `${inside('usr/sbin', 'usr/bin', 'node_modules/.bin')}:/usr/sbin:/usr/bin:/sbin:/bin`,
      HOME: this.folder,
      LC_ALL: 'C.UTF-8',
      PYTHONPATH: inside('usr/lib/python3/dist-packages'),
      PYTHONDONTWRITEBYTECODE: '1',
      PERL5LIB: [join(folder, 'usr/share/perl5'), ...perl].join(':'),
      LD_LIBRARY_PATH: libraries.join(':'),
      SSL_CERT_FILE: authority,
      REQUESTS_CA_BUNDLE: authority,
      NODE_EXTRA_CA_CERTS: authority,
    }
  }

  /** Runs a program in the client's folder to its end. */
  async run(program: string, parameters: readonly string[] = [], more: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const child = spawn(program, parameters, { cwd: this.folder, env: { ...this.environment, ...more }, stdio: ['ignore', 'pipe', 'pipe'], timeout: mostMs, killSignal: 'SIGKILL' })
    const pieces: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => pieces.push(text))
    const [status] = (await once(child, 'close')) as [number | null]
    return { status: status ?? -1, output: pieces.join('') }
  }

  /** Runs a program of this folder that uses the client: each of its lines `PASS title` or `FAIL title: why` is an outcome, and the last line must be `DONE`. */
  async script(interpreter: string, name: string, ...parameters: string[]): Promise<void> {
    const { status, output } = await this.run(interpreter, [fileURLToPath(new URL(`./scenarios/${name}`, import.meta.url)), ...parameters], { DEMO_TOKEN: demo.token, DEMO_EMAIL: demo.email, DEMO_KEY: demo.key })
    const lines = output.trimEnd().split('\n')
    for (const line of lines) {
      const [, verdict, title = '', reason] = /^(PASS|FAIL) (.*?)(?:: (.*))?$/.exec(line) ?? []
      if (verdict !== undefined) this.#report(verdict === 'PASS', title, reason)
    }
    if (status !== 0 || lines.at(-1) !== 'DONE') this.#report(false, `${name} runs to its end`, `it ended with ${status} after: ${lines.slice(-12).join(' | ')}`)
  }

  /** Calls the emulator as the scenario itself. @throws Error when it says no. */
  async api<T = Result>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`https://api.cloudflare.com/client/v4${path}`, { method, headers: { authorization: `Bearer ${demo.token}` }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    const answer = (await response.json()) as { readonly success: boolean; readonly errors: unknown; readonly result: T }
    if (!answer.success) throw new Error(`${method} ${path}: ${JSON.stringify(answer.errors)}`)
    return answer.result
  }

  /** Path of the demo zone. */
  async zone(): Promise<string> {
    const [zone] = await this.api<readonly Result[]>('GET', `/zones?name=${demo.zone}`)
    return `/zones/${String(zone?.['id'])}`
  }

  /** The records of the demo zone. */
  async records(): Promise<readonly Result[]> {
    return this.api<readonly Result[]>('GET', `${await this.zone()}/dns_records`)
  }

  /** Calls the emulator's own routes: its log of requests, and faults to come. */
  async admin<T = unknown>(method: string, path: 'requests' | 'faults', body?: unknown): Promise<T> {
    const response = await fetch(`https://api.cloudflare.com/_emulator/${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    return (await response.json()) as T
  }

  /** What was written since the log was last cleared, as method and status. */
  async writes(): Promise<readonly string[]> {
    const seen = await this.admin<readonly { readonly method: string; readonly status: number }[]>('GET', 'requests')
    return seen.filter(({ method }) => method !== 'GET').map(({ method, status }) => `${method} ${status}`)
  }
}
