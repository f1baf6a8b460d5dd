import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consumer } from '../sandbox/consumer.ts'
import type { TemporaryFolder } from '../sandbox/temporary.ts'
import { allFilesBelow } from '../workspace.ts'
import { bundleSize } from './bundle.ts'
import { loadedFiles } from './loaded-files.ts'

/** Ceilings of what users download and load. To raise one, say why in the same commit. */
const ceilings = {
  /** A program that makes one call, minified and packed: what is loaded before the call, what comes with the first call, and all but undici's part without splitting. */
  bundleGzip: { start: 7_000, firstCall: 19_200, unsplit: 24_000 },
  /** Files that `core` and one product of `v4` load before the first request. */
  loaded: 8,
  /** Files and bytes of the package as it is published; a tenth of v4 are the calls of each setting of a zone, in words and types. */
  published: { core: [47, 560_000], v4: [275, 2_300_000], zone: [45, 225_000], bind: [40, 160_000], 'legacy-client': [41, 182_000], 'host-gw': [30, 105_000] },
} as const

const call = `import { createClient, token } from '@zonewright/core'
import { records } from '@zonewright/v4/dns'
const client = createClient({ credentials: token('secret') })
console.log(await client.call(records.get, { zone_id: 'z', dns_record_id: 'r' }))
`

describe('the published packages', () => {
  let folder: TemporaryFolder
  beforeAll(() => {
    folder = consumer(['core', 'zone', 'bind', 'v4', 'legacy-client', 'host-gw'], {})
  })
  afterAll(() => folder?.[Symbol.dispose]())

  it('bundle to few bytes for a program that makes one call', async () => {
    const { start, firstCall, transport, unsplit, parts } = await bundleSize(folder.path, call)
    console.log(`one call, packed: ${start.gzip} at start, ${firstCall.gzip} with the first call, ${transport.gzip} for the transport, ${unsplit.gzip} unsplit without it; ${parts.slice(0, 6).map(([path, size]) => `${path.replace(/.*@zonewright\//, '')} ${size}`).join(', ')}`)
    expect(start.gzip).toBeLessThan(ceilings.bundleGzip.start)
    expect(firstCall.gzip).toBeLessThan(ceilings.bundleGzip.firstCall)
    expect(unsplit.gzip).toBeLessThan(ceilings.bundleGzip.unsplit)
    expect(parts.filter(([path]) => /zod|undici|pool|caller|wire/.test(path))).toEqual([])
  })

  it('load few files before the first request, and nothing of zod or the transport', () => {
    const files = loadedFiles(folder.path, "import { createClient } from '@zonewright/core'; import * as dns from '@zonewright/v4/dns'; createClient().bind(dns)").map((url) => url.replace(/.*@zonewright\//, ''))
    console.log(`loaded before the first request: ${files.join(', ')}`)
    expect(files.filter((file) => /undici|pool|proxy|inflate|zod|caller|wire/.test(file))).toEqual([])
    expect(files.length).toBeLessThanOrEqual(ceilings.loaded)
  })

  it.each(Object.entries(ceilings.published))('%s is at most this many files and bytes', (name, [files, bytes]) => {
    const paths = allFilesBelow(join(folder.path, 'node_modules/@zonewright', name))
    const sum = paths.reduce((total, path) => total + statSync(path).size, 0)
    console.log(`${name}: ${paths.length} files, ${sum} bytes`)
    expect(paths.length).toBeLessThanOrEqual(files)
    expect(sum).toBeLessThanOrEqual(bytes)
    expect(JSON.parse(readFileSync(join(folder.path, 'node_modules/@zonewright', name, 'package.json'), 'utf8'))).not.toHaveProperty('scripts.postinstall')
  })
})
