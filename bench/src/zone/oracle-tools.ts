import { execFile, spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a tool says of a zone. */
export interface Verdict {
  readonly accepted: boolean
  /** Lines of the records, single blanks between the fields, owners in lower case, without SOA and NS of the preamble; only from a tool that prints. */
  readonly records?: readonly string[]
}

/** A native program that reads zone files. */
export interface OracleTool {
  readonly name: string
  check(file: string): Promise<Verdict>
}

const origin = 'example.com'

function printed(text: string): string[] {
  return text.split('\n').filter((line) => line !== '' && !line.startsWith(';')).map((line) => {
    const [, name = '', ttl, className, type, rdata] = /^(\S+)\s+(\d+)\s+(\S+)\s+(\S+)\s*(.*)$/.exec(line) ?? []
    return `${name.toLowerCase()} ${ttl} ${className} ${type} ${rdata}`
  }).sort()
}

async function accepts(program: string, args: readonly string[]): Promise<boolean> {
  try {
    await run(program, args, { timeout: 20_000, maxBuffer: 64e6 })
    return true
  } catch {
    return false
  }
}

const tools: readonly OracleTool[] = [
  {
    name: 'named-compilezone',
    async check(file) {
      const out = `${file}.out`
      const accepted = await accepts('named-compilezone', ['-q', '-s', 'full', '-i', 'none', '-k', 'ignore', '-n', 'ignore', '-o', out, origin, file])
      const records = accepted ? printed(readFileSync(out, 'latin1')) : undefined
      rmSync(out, { force: true })
      return records === undefined ? { accepted } : { accepted, records }
    },
  },
  { name: 'kzonecheck', check: async (file) => ({ accepted: await accepts('kzonecheck', ['-o', origin, file]) }) },
  { name: 'ldns-read-zone', check: async (file) => ({ accepted: await accepts('ldns-read-zone', [file]) }) },
  { name: 'nsd-checkzone', check: async (file) => ({ accepted: await accepts('nsd-checkzone', [origin, file]) }) },
]

/** The tools that are installed here. */
export function installedTools(): OracleTool[] {
  return tools.filter(({ name }) => spawnSync(name, ['-h']).error === undefined)
}

/** What every case stands behind. */
export const preamble = `$ORIGIN ${origin}.\n$TTL 300\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.53\n`

/** Asks a tool about a text behind the preamble. */
export async function ask(tool: OracleTool, folder: string, text: string): Promise<Verdict> {
  const file = join(folder, `${tool.name}.zone`)
  writeFileSync(file, `${preamble}${text}\n`)
  return tool.check(file)
}
