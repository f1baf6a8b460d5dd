import { execFile, spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { acceptedWith, genericRecords, rawRecords, type Verdict, type WireRecord } from './oracle-verdict.ts'

const run = promisify(execFile)
const refused: Verdict = { accepted: false }

/** Origin that every reader is told, as far as it takes one. */
export const origin = 'example.com'

/** A program that reads zone files. */
export interface OracleTool {
  readonly name: string
  /** Verdicts on zones, in their order; `folder` is for files of the tool's own. */
  ask(zones: readonly string[], folder: string): Promise<Verdict[]>
}

async function output(program: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await run(program, args, { timeout: 20_000, maxBuffer: 64e6, encoding: 'latin1' })).stdout
  } catch {
    return undefined
  }
}

/** A program that reads one file a run. */
function perFile(name: string, check: (file: string) => Promise<Verdict>): OracleTool {
  return {
    name,
    async ask(zones, folder) {
      const file = join(folder, `${name}.zone`)
      const verdicts: Verdict[] = []
      for (const zone of zones) {
        writeFileSync(file, zone)
        verdicts.push(await check(file))
      }
      return verdicts
    },
  }
}

/** A program that takes one JSON string a line and answers each with a line. */
function perLine(name: string, program: string, args: readonly string[]): OracleTool {
  return {
    name,
    async ask(zones) {
      const answering = run(program, args, { maxBuffer: 1e9 })
      answering.child.stdin?.end(zones.map((zone) => `${JSON.stringify(zone)}\n`).join(''))
      const answers = (await answering).stdout.trim().split('\n')
      return answers.map((line) => {
        const { accepted, records } = JSON.parse(line) as { accepted: boolean; records?: [owner: string, ttl: number, type: number, rdata: string][] }
        return accepted ? acceptedWith((records ?? []).map(([owner, ttl, type, rdata]): WireRecord => ({ owner, ttl, type, rdata }))) : refused
      })
    },
  }
}

const native: readonly OracleTool[] = [
  perFile('named-compilezone', async (file) => {
    const out = `${file}.raw`
    const printed = await output('named-compilezone', ['-q', '-F', 'raw', '-i', 'none', '-k', 'ignore', '-n', 'ignore', '-o', out, origin, file])
    const verdict = printed === undefined ? refused : acceptedWith(rawRecords(readFileSync(out)))
    rmSync(out, { force: true })
    return verdict
  }),
  perFile('kzonecheck', async (file) => ({ accepted: (await output('kzonecheck', ['-o', origin, file])) !== undefined })),
  perFile('ldns-read-zone', async (file) => {
    const printed = await output('ldns-read-zone', ['-U', 'NULL', file])
    return printed === undefined ? refused : acceptedWith(genericRecords(printed))
  }),
  perFile('nsd-checkzone', async (file) => ({ accepted: (await output('nsd-checkzone', [origin, file])) !== undefined })),
]

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

// Debian keeps the sources of Go's libraries here.
function miekg(folder: string): OracleTool[] {
  const program = join(folder, 'oracle-miekg')
  const env = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOFLAGS: '', GOPROXY: 'off', GOCACHE: join(folder, 'go-cache') }
  const built = spawnSync('go', ['build', '-o', program, beside('oracle-miekg.go')], { env })
  return built.status === 0 ? [perLine('miekg/dns', program, [])] : []
}

function dnspython(): OracleTool[] {
  // Debian's own interpreter has it, whichever one stands first in PATH.
  const python = '/usr/bin/python3'
  return spawnSync(python, ['-c', 'import dns.zone']).status === 0 ? [perLine('dnspython', python, [beside('oracle-dnspython.py')])] : []
}

/** The tools that are installed here; what has to be compiled goes into `folder`. */
export function installedTools(folder: string): OracleTool[] {
  return [...native.filter(({ name }) => spawnSync(name, ['-h']).error === undefined), ...miekg(folder), ...dnspython()]
}

/** What every case stands behind. */
export const preamble = `$ORIGIN ${origin}.\n$TTL 300\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.53\n`
