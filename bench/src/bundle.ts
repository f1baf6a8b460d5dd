/**
 * What a program that makes one call weighs when it is bundled (esbuild, minified; gzip file by file): what is loaded at start,
 * what the first call loads, what the transport is, and, where the bundler does not split, all but the transport. Once over the
 * declared endpoints of today, and over made-up APIs of 20 and of 2,000 endpoints, which must weigh the same. One JSON line;
 * exit code 1 when they do not.
 */
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BundleSize, bundleSize } from '../../tools/src/ceilings/bundle.ts'
import { consumer } from '../../tools/src/sandbox/consumer.ts'
import { buildSynthetic, syntheticPackage } from '../../tools/src/synthetic.ts'
import { root } from '../../tools/src/workspace.ts'

const call = (imported: string, used: string): string => `import { createClient, token } from '@zonewright/core'
${imported}
const client = createClient({ credentials: token('secret') })
console.log(await client.call(${used}, { zone_id: 'z', dns_record_id: 'r', thing_id: 't' }))
`

const shown = ({ start, firstCall, transport, unsplit }: BundleSize) => ({ start, firstCall, transport, unsplitWithoutTransport: unsplit })

const today = async (): Promise<object> => {
  using folder = consumer(['core', 'zone', 'v4'], {})
  const manifest = JSON.parse(readFileSync(join(root, 'packages/v4/manifest.json'), 'utf8')) as { readonly endpoints: readonly unknown[] }
  return { endpoints: manifest.endpoints.length, ...shown(await bundleSize(folder.path, call("import { records } from '@zonewright/v4/dns'", 'records.get'))) }
}

const madeUp = async (modules: number): Promise<{ readonly endpoints: number } & ReturnType<typeof shown>> => {
  using library = syntheticPackage({ modules, endpoints: 20 })
  await buildSynthetic(library)
  using folder = consumer(['core', 'zone', 'v4'], {})
  for (const part of ['package.json', 'dist']) cpSync(join(library.path, part), join(folder.path, 'node_modules/@zonewright/synthetic', part), { recursive: true })
  return { endpoints: modules * 20, ...shown(await bundleSize(folder.path, call("import { module0 } from '@zonewright/synthetic'", 'module0.call0'))) }
}

const few = await madeUp(1)
const many = await madeUp(100)
const grows = few.start.bytes !== many.start.bytes
process.stdout.write(`${JSON.stringify({ bench: 'bundle', today: await today(), madeUp: [few, many], grows })}\n`)
process.exitCode = grows ? 1 : 0
