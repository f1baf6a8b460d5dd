import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from './client.ts'

/** Where a client was put, with its version; or why it can't be had here. */
export type Obtained = { readonly folder: string; readonly version: string } | { readonly missing: string }

/** Where clients are put. */
export interface Place {
  /** An empty folder; each client gets one of its own in it. */
  readonly folder: string
  /** Ends what is running. */
  readonly signal: AbortSignal
}

interface Ran {
  readonly ok: boolean
  readonly output: string
  /** The line that says why: npm's first complaint, else the last line of all. */
  readonly reason: string
}

/** A mirror that is silent is given up early, so that a machine without a network says so and does not hang. */
const patience = ['-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::https::Timeout=20', '-o', 'Acquire::Retries=1']

/** Fetches clients, one after the other. */
export class Obtainer {
  readonly #place: Place
  /** Options of apt with package lists of its own, once the machine's were not enough. */
  #lists: readonly string[] | undefined

  constructor(place: Place) {
    this.#place = place
  }

  /** Fetches a client into a folder of its own. */
  async obtain({ name, from }: Client): Promise<Obtained> {
    const folder = join(this.#place.folder, name)
    mkdirSync(folder, { recursive: true })
    return 'npm' in from ? this.#fromNpm(folder, from.npm) : this.#fromDebian(folder, from.debian)
  }

  #run(folder: string, program: string, ...parameters: string[]): Promise<Ran> {
    const settings = { cwd: folder, timeout: 300_000, killSignal: 'SIGKILL', maxBuffer: 1 << 26, signal: this.#place.signal, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C', npm_config_loglevel: 'error' } } as const
    return new Promise((resolve) => {
      execFile(program, parameters, settings, (error, stdout, stderr) => {
        const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('W:'))
        resolve({ ok: error === null, output: stdout, reason: lines.find((line) => line.startsWith('npm error')) ?? lines.at(-1) ?? `${program}: ${error?.code ?? error?.signal ?? 'it said nothing'}` })
      })
    })
  }

  /** Reads package lists of its own, once: nothing outside the folder changes. */
  async #ownLists(): Promise<readonly string[]> {
    if (this.#lists !== undefined) return this.#lists
    const own = join(this.#place.folder, 'apt')
    mkdirSync(join(own, 'lists/partial'), { recursive: true })
    this.#lists = ['-o', `Dir::State::lists=${join(own, 'lists')}`, '-o', `Dir::Cache=${own}`, '-o', 'Debug::NoLocking=1']
    await this.#run(own, 'apt-get', ...patience, ...this.#lists, 'update')
    return this.#lists
  }

  /** Debian's packages with all that they need and the machine does not have, unpacked into a folder: nothing is installed. */
  async #fromDebian(folder: string, packages: readonly string[]): Promise<Obtained> {
    for (const program of ['apt-get', 'dpkg-deb']) if (!(await this.#run(folder, program, '--version')).ok) return { missing: `this machine has no ${program}` }
    const plan = (options: readonly string[]): Promise<Ran> => this.#run(folder, 'apt-get', ...options, 'install', '--simulate', '--no-install-recommends', '--reinstall', ...packages)
    let options = this.#lists ?? []
    let planned = await plan(options)
    if (!planned.ok && this.#lists === undefined) planned = await plan((options = await this.#ownLists()))
    if (!planned.ok) return { missing: planned.reason }
    const archives = join(folder, 'archives')
    mkdirSync(archives)
    const installed = planned.output.split('\n').flatMap((line) => /^Inst (\S+)/.exec(line)?.[1] ?? [])
    const fetched = await this.#run(archives, 'apt-get', ...patience, ...options, 'download', ...installed)
    if (!fetched.ok) return { missing: fetched.reason }
    for (const archive of readdirSync(archives)) {
      const unpacked = await this.#run(archives, 'dpkg-deb', '--extract', archive, folder)
      if (!unpacked.ok) return { missing: unpacked.reason }
    }
    const named = readdirSync(archives).find((archive) => archive.startsWith(`${packages[0] ?? ''}_`)) ?? ''
    return { folder, version: decodeURIComponent(named.split('_')[1] ?? '') }
  }

  async #fromNpm(folder: string, wanted: string): Promise<Obtained> {
    const fetched = await this.#run(folder, 'npm', 'install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', '--no-save', '--prefer-offline', '--fetch-retries=1', '--fetch-timeout=60000', wanted)
    if (!fetched.ok) return { missing: fetched.reason }
    const { version } = JSON.parse(readFileSync(join(folder, 'node_modules', wanted.replace(/(?<=.)@.*/, ''), 'package.json'), 'utf8')) as { readonly version: string }
    return { folder, version }
  }
}
