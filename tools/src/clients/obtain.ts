import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from './client.ts'

/** Where a client was put, with its version; or why it can't be had here. */
export type Obtained = { readonly folder: string; readonly version: string } | { readonly missing: string }

interface Ran {
  readonly ok: boolean
  readonly output: string
  /** The last line that says something, for a reason. */
  readonly last: string
}

const run = (folder: string, program: string, ...parameters: string[]): Ran => {
  const { status, error, stdout, stderr } = spawnSync(program, parameters, { cwd: folder, encoding: 'utf8', timeout: 300_000, maxBuffer: 1 << 26, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C', npm_config_loglevel: 'error' } })
  const lines = `${stdout ?? ''}\n${stderr ?? ''}`.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('W:'))
  return { ok: status === 0, output: stdout ?? '', last: error?.message ?? lines.at(-1) ?? `${program} ended with ${String(status)}` }
}

/** Reads package lists of its own when the machine's have no such package: nothing outside the folder changes. */
const lists = (folder: string): readonly string[] => {
  const own = join(folder, 'apt')
  mkdirSync(join(own, 'lists/partial'), { recursive: true })
  const options = ['-o', `Dir::State::lists=${join(own, 'lists')}`, '-o', `Dir::Cache=${own}`, '-o', 'Debug::NoLocking=1']
  run(folder, 'apt-get', ...options, 'update')
  return options
}

const installed = (output: string): string[] => output.split('\n').flatMap((line) => /^Inst (\S+)/.exec(line)?.[1] ?? [])

/** Debian's packages with all that they need and the machine does not have, unpacked into a folder: nothing is installed. */
const fromDebian = (folder: string, packages: readonly string[]): Obtained => {
  if (!run(folder, 'apt-get', '--version').ok || !run(folder, 'dpkg-deb', '--version').ok) return { missing: 'this machine has no apt-get' }
  const plan = (options: readonly string[]): Ran => run(folder, 'apt-get', ...options, 'install', '--simulate', '--no-install-recommends', '--reinstall', ...packages)
  let options: readonly string[] = []
  let planned = plan(options)
  if (!planned.ok) planned = plan((options = lists(folder)))
  if (!planned.ok) return { missing: planned.last }
  const archives = join(folder, 'archives')
  mkdirSync(archives)
  const fetched = run(archives, 'apt-get', ...options, 'download', ...installed(planned.output))
  if (!fetched.ok) return { missing: fetched.last }
  for (const archive of readdirSync(archives)) {
    const unpacked = run(archives, 'dpkg-deb', '--extract', archive, folder)
    if (!unpacked.ok) return { missing: unpacked.last }
  }
  const named = readdirSync(archives).find((archive) => archive.startsWith(`${packages[0] ?? ''}_`)) ?? ''
  return { folder, version: decodeURIComponent(named.split('_')[1] ?? '') }
}

const fromNpm = (folder: string, wanted: string): Obtained => {
  const fetched = run(folder, 'npm', 'install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', '--no-save', wanted)
  if (!fetched.ok) return { missing: fetched.last }
  const { version } = JSON.parse(readFileSync(join(folder, 'node_modules', wanted.replace(/(?<=.)@.*/, ''), 'package.json'), 'utf8')) as { readonly version: string }
  return { folder, version }
}

/** Fetches a client into an empty folder of its own. */
export const obtain = (client: Client, folder: string): Obtained => {
  mkdirSync(folder, { recursive: true })
  return 'npm' in client.from ? fromNpm(folder, client.from.npm) : fromDebian(folder, client.from.debian)
}
