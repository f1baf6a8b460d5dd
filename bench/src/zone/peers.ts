// The readers of zone files on npm beside ours, each in a process of its own: `node bench/src/zone/peers.ts`. It asks
// the registry, so it is no part of `pnpm bench`. The peers are installed into a temporary folder.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { median, rounded, withFolder, writeZone } from './measure.ts'
import { runWorker, type WorkCost } from './run-worker.ts'
import type { ZoneShape } from './zone-text.ts'

const RECORDS = Number(process.env['ZONE_RECORDS'] ?? 100_000)
const ROUNDS = Number(process.env['ZONE_ROUNDS'] ?? 3)

/** How many records a peer finds; a text that it cannot read counts as none. */
const peers: Readonly<Record<string, { readonly version: string; readonly count: string }>> = {
  dnsz: { version: '4.5.2', count: 'peer.parseZone(text).records.length' },
  'zone-file': { version: '1.0.0', count: 'Object.values((peer.default ?? peer).parseZoneFile(text)).flat().filter((item) => item !== null && typeof item === "object").length' },
  'dns-zonefile': { version: '0.3.2', count: 'Object.values((peer.default ?? peer).parse(text)).reduce((sum, item) => sum + (Array.isArray(item) ? item.length : item !== null && typeof item === "object" ? 1 : 0), 0)' },
}

function program(name: string, count: string, file: string): string {
  return `import { readFileSync } from 'node:fs'
const before = process.cpuUsage()
const peer = await import('${name}')
const text = readFileSync('${file}', 'utf8')
let count = 0
try { count = ${count} } catch {}
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({ count, seconds: (user + system) / 1e6, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }))
`
}

await withFolder((folder) => {
  const wanted = Object.entries(peers).map(([name, { version }]) => `${name}@${version}`)
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...wanted], { cwd: folder, stdio: 'ignore' })
  if (status !== 0) throw new Error('the peers cannot be installed: is a registry at hand?')
  for (const shape of ['plain', 'mixed', 'cloudflare'] as const satisfies readonly ZoneShape[]) {
    const file = join(folder, `${shape}.zone`)
    const records = writeZone(file, shape, RECORDS)
    const own = median(Array.from({ length: ROUNDS }, () => runWorker('kept', file).seconds))
    // The peers keep all records at once and cannot do otherwise.
    const streamed = median(Array.from({ length: ROUNDS }, () => runWorker('objects', file).seconds))
    const costs = Object.entries(peers).map(([name, { count }]) => {
      const script = join(folder, `${name}.mjs`)
      writeFileSync(script, program(name, count, file))
      const runs = Array.from({ length: ROUNDS }, () => JSON.parse(spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' }).stdout || '{"count":0}') as WorkCost)
      return [name, { found_percent: rounded(((runs[0]?.count ?? 0) / records) * 100, 1), seconds_to_ours: rounded(median(runs.map(({ seconds }) => seconds)) / own, 1), seconds_to_ours_streamed: rounded(median(runs.map(({ seconds }) => seconds)) / streamed, 1) }] as const
    })
    console.log(JSON.stringify({ bench: 'zone-peers', shape, records, own_records_per_cpu_second: Math.round(records / own), ...Object.fromEntries(costs) }))
  }
})
