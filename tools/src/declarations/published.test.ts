import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compile, consumer } from '../sandbox/consumer.ts'
import { editor } from '../sandbox/editor.ts'
import type { TemporaryFolder } from '../sandbox/temporary.ts'
import { filesBelow } from '../workspace.ts'

const published = ['bind', 'core', 'emulator', 'host-gw', 'legacy-client', 'testing', 'v4', 'zone']

const program = `import * as bind from '@zonewright/bind'
import { createClient, globalKey, hostKey, token } from '@zonewright/core'
import * as formPost from '@zonewright/core/form-post'
import * as memory from '@zonewright/core/memory'
import * as emulator from '@zonewright/emulator'
import * as host from '@zonewright/host-gw'
import { hostFaultOf } from '@zonewright/host-gw/errors'
import { zoneStore as hostStore } from '@zonewright/host-gw/zone-store'
import * as legacy from '@zonewright/legacy-client'
import type { LegacyRecord } from '@zonewright/legacy-client/records'
import { zoneStore as legacyStore } from '@zonewright/legacy-client/zone-store'
import * as zoneStore from '@zonewright/v4/zone-store'
import * as v4 from '@zonewright/v4'
import * as dns from '@zonewright/v4/dns'
import type { DnsRecord } from '@zonewright/v4/dns'
import { shapes } from '@zonewright/testing'

const client = createClient({ credentials: token('secret') })
const cf = client.bind(v4)
const zone_id = '023e105f4ecef8ad9ca31a8372d0c353'
const record: DnsRecord = await cf.dns.records.create({ zone_id, name: 'www', type: 'A', content: '192.0.2.1', ttl: 1 })
const names: string[] = (await cf.dns.records.list({ zone_id }).all({ limit: 10 })).map(({ name }) => name)
const text: string = await (await client.download(dns.records.exportZone, { zone_id })).text()
const imported: number = (await cf.dns.records.importZone({ zone_id, file: text })).recs_added
const { data } = await client.bind(shapes.v4).graphql({ query: '{ viewer { __typename } }' })
const tag: string = (await client.bind(shapes.v4).putScript({ account_id: 'a', script_name: 's', script: new Uint8Array(1) })).etag
const old = createClient({ credentials: globalKey('user@example.com', 'secret') })
const made: LegacyRecord = (await old.bind(legacy).records.create({ z: 'example.com', type: 'A', name: 'www', content: '192.0.2.1' })).rec.obj
const partner = createClient({ credentials: hostKey('secret') })
const places: Readonly<Record<string, string>> = (await partner.bind(host).zones.set({ user_key: 'k', zone_name: 'example.com', resolve_to: 'origin.example.com', subdomains: 'www' })).forward_tos
console.log(made.rec_id, places, hostFaultOf(undefined), legacyStore(old), hostStore(partner, { user_key: 'k' }))
// @ts-expect-error a level that there is not
await old.bind(legacy).settings.setSecurityLevel({ z: 'example.com', v: 'off' })
// @ts-expect-error a record has a name
await cf.dns.records.create({ zone_id, type: 'A' })
// @ts-expect-error a type that there is not
await cf.dns.records.create({ zone_id, name: 'www', type: 'HINFO' })
console.log(record.ttl, names, imported, data, tag, bind, formPost, memory, emulator, zoneStore)
`

describe('the published packages in a program without the schema library', () => {
  let folder: TemporaryFolder
  beforeAll(() => {
    folder = consumer(published, { 'program.ts': program })
  })
  afterAll(() => folder?.[Symbol.dispose]())

  it.each(['typescript', 'typescript-7'] as const)('type-check with %s, the libraries included', (version) => {
    const { status, output } = compile(version, folder.path)
    expect(output).toBe('')
    expect(status).toBe(0)
  })

  it('say nothing of the schema library outside its one door', () => {
    for (const name of published) {
      for (const file of filesBelow(join(folder.path, 'node_modules/@zonewright', name, 'dist'), '.d.ts')) {
        if (file.endsWith('/core/dist/schema.d.ts')) continue
        const imports = ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles.map(({ fileName }) => fileName)
        expect(imports.filter((from) => /zod|undici/.test(from)), file).toEqual([])
        expect(readFileSync(file, 'utf8'), file).not.toMatch(/\$Zod|ZodMini/)
      }
    }
  })

  it('run there too: everything that they need is in them', () => {
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', "const { createClient } = await import('@zonewright/core'); const v4 = await import('@zonewright/v4'); const old = [await import('@zonewright/legacy-client'), await import('@zonewright/host-gw'), await import('@zonewright/legacy-client/zone-store'), await import('@zonewright/host-gw/zone-store')]; for (const all of [v4, ...old]) createClient().bind(all)"], { cwd: folder.path, encoding: 'utf8', env: {} })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  it('show the docs of a field where it is typed', () => {
    expect(editor(folder.path).docsAt('ttl: 1')).toBe('Seconds: 1 for automatic, else 60 to 86400 (from 30 with Enterprise). Default 1.')
  })
})
