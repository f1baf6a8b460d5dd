import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shapes } from '@zonewright/testing'
import * as v4 from '@zonewright/v4'
import type { AnyEndpoint } from '@zonewright/core'
import { Application, type DeclarationReflection, ReflectionKind } from 'typedoc'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describe as entryOf } from './manifest/manifest.ts'
import { Prose } from './manifest/prose.ts'
import { consumer } from './sandbox/consumer.ts'
import { type Editor, editor } from './sandbox/editor.ts'
import type { TemporaryFolder } from './sandbox/temporary.ts'
import { packages, readMember, root } from './workspace.ts'

const member = (name: string): ReturnType<typeof readMember> => readMember(join(root, 'packages', name))
const sources = { v4: { member: member('v4'), subpath: './dns' }, testing: { member: member('testing'), subpath: './shapes' } }

interface Shape {
  readonly what: string
  readonly home: keyof typeof sources
  readonly path: readonly string[]
  readonly declaration: AnyEndpoint
  /** A call as a program writes it, up to the name that is looked at. */
  readonly call: string
  readonly file: string
  readonly type: string
  /** The start of its documentation. */
  readonly words: string
  /** How the manifest puts it: kind, method, route, answer, body, result. */
  readonly entry: string
  /** One of its inputs and the words about it. */
  readonly field: readonly [name: string, words: string]
}

const { records } = v4.dns
const shape = (what: string, home: Shape['home'], path: string, declaration: AnyEndpoint, type: string, words: string, entry: string, field: Shape['field']): Shape => {
  const names = path.split('.')
  return { what, home, path: names, declaration, call: home === 'v4' ? `dns.${path}` : `shapes.${path}`, file: home === 'v4' ? '@zonewright/v4/dist/dns/records.d.ts' : `@zonewright/testing/dist/shapes/${names[0]}.d.ts`, type: `export declare const ${names.at(-1)}: ${type};`, words, entry, field }
}

const ten: readonly Shape[] = [
  shape('plain call', 'v4', 'records.get', records.get, 'Endpoint<RecordGet, DnsRecord>', 'Read one DNS record.', 'call GET /zones/{zone_id}/dns_records/{dns_record_id} envelope none DnsRecord', ['dns_record_id', 'Identifier of the record.']),
  shape('listing by page number', 'v4', 'records.list', records.list, 'Listing<RecordList, DnsRecord>', 'List the DNS records of a zone', 'list GET /zones/{zone_id}/dns_records envelope none DnsRecord', ['per_page', 'Items a page; when not said, as many as the listing asks for.']),
  shape('multipart upload', 'v4', 'records.importZone', records.importZone, 'Endpoint<RecordImport, RecordImportResult>', 'Add the records of a zone file.', 'call POST /zones/{zone_id}/dns_records/import envelope files RecordImportResult', ['file', 'Zone file, at most 262,144 bytes.']),
  shape('streamed text', 'v4', 'records.exportZone', records.exportZone, 'Download<RecordExport>', 'Download the zone as a zone file', 'stream GET /zones/{zone_id}/dns_records/export text none Bytes', ['zone_id', 'Identifier of the zone.']),
  shape('listing by cursor', 'testing', 'v4.keys', shapes.v4.keys, 'Listing<KeyList, Key>', 'List the keys of a namespace', 'list GET /accounts/{account_id}/storage/kv/namespaces/{namespace_id}/keys envelope none Key', ['cursor', 'Where to go on; from the page before.']),
  shape('DELETE with a body', 'testing', 'v4.removeRule', shapes.v4.removeRule, 'Endpoint<RuleDelete, Deleted>', 'Delete an access rule', 'call DELETE /zones/{zone_id}/firewall/access_rules/rules/{rule_id} envelope json Deleted', ['cascade', 'What else to delete. Default `none`.']),
  shape('raw body', 'testing', 'v4.putScript', shapes.v4.putScript, 'Endpoint<ScriptPut, Script>', 'Upload a script', 'call PUT /accounts/{account_id}/workers/scripts/{script_name} envelope raw Script', ['script', 'Source of the script; it is the whole body.']),
  shape('answer outside the envelope', 'testing', 'v4.graphql', shapes.v4.graphql, 'Endpoint<Query, Answer>', 'Ask the analytics', 'call POST /graphql bare json Answer', ['query', 'GraphQL text.']),
  shape('form-POST listing by offset', 'testing', 'form.loadRecords', shapes.form.loadRecords, 'Listing<RecordsLoad, FormRecord>', 'List the records of a zone: pages by offset', 'list POST rec_load_all envelope form FormRecord', ['o', 'Items to skip.']),
  shape('form-POST action', 'testing', 'form.newRecord', shapes.form.newRecord, 'Endpoint<RecordNew, RecordMade>', 'Create a record: an error comes with HTTP 200.', 'call POST rec_new envelope form RecordMade', ['z', 'Zone name.']),
]

const inputName = ({ type }: Shape): string => /<(\w+)/.exec(type)?.[1] ?? ''

describe('the ten shapes of endpoints', () => {
  let folder: TemporaryFolder
  let service: Editor
  let prose: Readonly<Record<Shape['home'], Prose>>
  let reference: Map<string, DeclarationReflection>
  let modules: string[]
  let groups: Set<string>

  beforeAll(async () => {
    const calls = ten.map(({ call, field: [name] }) => `client.bind(${call.split('.').slice(0, -1).join('.')}).${call.split('.').at(-1)}({ ${name}: /* ${call} */ undefined as never } as never); ((input: Parameters<ReturnType<typeof bound${call.replaceAll('.', '_')}>>[0]) => input.${name} /* field of ${call} */)\n`)
    const bound = ten.map(({ call }) => `const bound${call.replaceAll('.', '_')} = () => client.bind(${call.split('.').slice(0, -1).join('.')}).${call.split('.').at(-1)}\n`)
    folder = consumer(['core', 'zone', 'v4', 'testing'], { 'program.ts': `import { createClient } from '@zonewright/core'\nimport * as dns from '@zonewright/v4/dns'\nimport { shapes } from '@zonewright/testing'\nconst client = createClient()\n${bound.join('')}${calls.join('')}` })
    service = editor(folder.path)
    prose = { v4: new Prose(sources.v4.member), testing: new Prose(sources.testing.member) }
    const application = await Application.bootstrapWithPlugins({ plugin: [join(root, 'tools/src/reference/plugin.ts')], entryPoints: Object.values(sources).map(({ member: { entries }, subpath }) => entries.find((entry) => entry.subpath === subpath)?.source ?? ''), tsconfig: join(root, 'tools/typedoc.tsconfig.json'), skipErrorChecking: true, disableGit: true, sourceLinkTemplate: '{path}', logLevel: 'Error' })
    const project = await application.convert()
    modules = (project?.children ?? []).map(({ name }) => name)
    groups = new Set(((project?.getReflectionsByKind(ReflectionKind.SomeModule) ?? []) as DeclarationReflection[]).flatMap((module) => (module.groups ?? []).filter(({ title }) => title === 'Endpoints').flatMap(({ children }) => children.map((child) => child.name))))
    reference = new Map(((project?.getReflectionsByKind(ReflectionKind.Interface) ?? []) as DeclarationReflection[]).map((reflection) => [reflection.name, reflection]))
  }, 60_000)
  afterAll(() => folder?.[Symbol.dispose]())

  it.each(ten)('$what: an editor shows the words about it and leads to its declaration', ({ call, words, file, type }) => {
    const name = call.split('.').at(-1) ?? ''
    expect(service.docsAt(`${name}({`)).toContain(words)
    expect(service.definitionAt(`${name}({`)).toEqual({ file, line: type })
  })

  it.each(ten)('$what: an editor shows the words about a field', ({ call, field: [name, words] }) => {
    expect(service.docsAt(`${name} /* field of ${call} */`)).toBe(words)
  })

  it.each(ten)('$what: the manifest has all that a command needs', ({ home, path, declaration, words, entry: expected, field: [name, description] }) => {
    const { member: { entries }, subpath } = sources[home]
    const from = entries.find((one) => one.subpath === subpath)
    const entry = entryOf(declaration, path, from as NonNullable<typeof from>, prose[home])
    expect([entry.kind, entry.method, entry.route, entry.answer, entry.body, entry.result].join(' ')).toBe(expected)
    expect(`${entry.summary} ${entry.description}`).toContain(words)
    expect(entry.example).toMatch(/cf\./)
    expect(entry.input.find((input) => input.name === name)).toMatchObject({ description })
    expect(entry.input.every((input) => input.description !== '')).toBe(true)
  })

  it('stand in a group of their own in the reference, in modules called what a program imports', () => {
    expect(modules).toEqual(['@zonewright/testing/shapes', '@zonewright/v4/dns'])
    expect(ten.filter(({ path }) => !groups.has(path.at(-1) ?? ''))).toEqual([])
  })

  it.each(ten)('$what: the reference lists its fields with their words', (one) => {
    const [name, words] = one.field
    const field = reference.get(inputName(one))?.children?.find((child) => child.name === name)
    expect(field?.comment?.summary.map(({ text }) => text).join('')).toBe(words)
  })
})

describe('the reference', () => {
  it('has every way into every published package', () => {
    const settings = JSON.parse(readFileSync(join(root, 'typedoc.json'), 'utf8')) as { entryPoints: string[] }
    const wanted = packages().filter(({ json }) => json.private !== true && !json.name.includes('/plugin-')).flatMap(({ entries }) => entries.map(({ source }) => source.slice(root.length + 1)))
    expect(settings.entryPoints.toSorted()).toEqual(wanted.toSorted())
  })
})
