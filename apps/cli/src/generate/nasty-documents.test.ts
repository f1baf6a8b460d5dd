import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createClient, type Endpoint, type WireRequest } from '@zonewright/core'
import { memoryTransport } from '@zonewright/core/memory'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Json } from './document.ts'
import { moduleText } from './module-text.ts'

const tags = ['T']
const reference = (name: string): object => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: unknown, required = true): object => ({ required, content: { 'application/json': { schema } } })
const answer = (result: unknown): object => ({ 200: { content: { 'application/json': { schema: { properties: { success: { type: 'boolean' }, result } } } } } })
const post = (operationId: string, body: unknown, more: object = {}, result: unknown = {}): object => ({ post: { tags, operationId, requestBody: json(body), responses: answer(result), ...more } })

const schemas = {
  Tree: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, children: { type: 'array', items: reference('Tree') }, parent: { anyOf: [reference('Tree'), { type: 'null' }] }, near: { ...reference('Tree'), nullable: true }, map: { type: 'object', additionalProperties: reference('Tree') } } },
  // A base that names its kinds, each of which has the base as a part.
  Pet: { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } }, discriminator: { propertyName: 'kind' }, oneOf: [reference('Cat'), reference('Dog')] },
  Cat: { allOf: [reference('Pet'), { properties: { kind: { const: 'cat' }, lives: { type: 'integer' } } }] },
  Dog: { allOf: [reference('Pet'), { properties: { kind: { const: 'dog' }, barks: { type: 'boolean' } } }] },
  // Circles without an end of their own.
  Round: { allOf: [reference('Around'), { properties: { round: { type: 'string' } } }] },
  Around: { allOf: [reference('Round'), { properties: { around: { type: 'string' } } }] },
  Here: reference('There'),
  There: reference('Here'),
  One: { type: 'object', properties: { one: { type: 'string' } }, oneOf: [reference('Other')] },
  Other: { type: 'object', properties: { other: { type: 'string' } }, oneOf: [reference('One')] },
  Alias: { oneOf: [{ type: 'string' }, { type: 'array', items: reference('Alias') }, reference('Alias')] },
  // Names that a module uses itself.
  Schema: { type: 'object', properties: { set: reference('Set') } },
  Set: { type: 'array', uniqueItems: true, items: { type: 'string' } },
}

const document: Json = {
  openapi: '3.1.0',
  paths: {
    '/trees': post('class', reference('Tree'), { summary: 'endpoint(s) and list(s) */ @deprecated {@link x}' }, reference('Tree')),
    '/pets': post('await', reference('Pet'), {}, { type: 'array', items: reference('Pet') }),
    '/circles': post('circles', reference('Round'), {}, reference('Here')),
    '/ones': post('ones', reference('One'), {}, reference('Alias')),
    '/schemas': post('schemas', reference('Schema'), {}, reference('Schema')),
    '/ä/{no-where}': post('größe ändern', { type: 'object', required: ["it's"], properties: { "it's": { type: 'string' }, 名前: { type: ['string', 'null'] }, 'a\\b': { type: 'boolean' }, ['__proto__']: { type: 'integer' } } }),
    '/limits': post('limits', { type: 'object', properties: { more: { type: 'number', exclusiveMinimum: 0, maximum: 10, multipleOf: 2 }, less: { type: 'integer', minimum: 5, exclusiveMinimum: true }, text: { type: 'string', pattern: "^[a-z']+$" }, foreign: { type: 'string', pattern: '(?i)x(' }, unlike: { type: 'array', uniqueItems: true, items: {} }, numbers: { enum: [1, 2, null] }, odd: { enum: [{ a: 1 }] }, none: { enum: [] }, map: { type: 'object', additionalProperties: { type: 'integer' } }, open: { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: true } } }),
    '/things/{id}': { put: { tags, operationId: 'same name', parameters: [{ name: 'X-Scope', in: 'header', schema: { type: 'string' } }, { name: 'session', in: 'cookie', schema: {} }, { name: 'commas', in: 'query', explode: false, schema: { type: 'array', items: { type: 'string' } } }, { name: 'Authorization', in: 'header', schema: {} }], requestBody: json({ type: 'object', required: ['id'], properties: { id: { type: 'string' } } }), responses: { 204: {} } } },
    '/either': post('either', { type: 'object', properties: { files: { type: 'string' }, tags: { type: 'string' } }, anyOf: [{ required: ['files'] }, { required: ['tags'] }] }),
    '/file': post('file', {}, { requestBody: { content: { 'multipart/form-data': { schema: { type: 'object', properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } } } } } }, responses: { 200: { content: { 'application/vnd.x+json': { schema: { type: 'object', properties: { a: { type: 'string' } } } } } } } }),
    '/again': { get: { tags, operationId: 'class', responses: answer({ type: 'string' }) } },
    '/Again': { get: { tags, operationId: 'Class', responses: answer({ type: 'string' }) } },
    '/elsewhere': { $ref: '#/components/pathItems/elsewhere' },
    '/untagged': { get: { responses: {} } },
  },
  components: { schemas, pathItems: { elsewhere: { get: { tags, operationId: 'elsewhere', responses: { 200: { content: { 'image/png': {} } } } } } } },
}

const made = async (text: string): Promise<{ readonly folder: string; readonly file: string }> => {
  // Below this package, so that its imports lead where a program's would.
  const folder = await mkdtemp(join(dirname(fileURLToPath(import.meta.url)), '.made-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'made.ts')
  await writeFile(file, text)
  return { folder, file }
}

describe('a module made from a document that means it badly', () => {
  const text = moduleText(document, 'T')

  it('type-checks under the strictest settings and by itself', async () => {
    const { folder } = await made(text)
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../../../../tsconfig.base.json', compilerOptions: { noEmit: false, emitDeclarationOnly: true, declaration: true, isolatedDeclarations: true, outDir: 'out', noUnusedLocals: true, noPropertyAccessFromIndexSignature: true }, include: ['*.ts'] }))
    const compiler = fileURLToPath(new URL('../../../../node_modules/typescript-7/bin/tsc', import.meta.url))
    expect(spawnSync(process.execPath, [compiler, '-p', join(folder, 'tsconfig.json')], { encoding: 'utf8' }).stdout).toBe('')
  }, 30_000)

  it('has a declaration for each operation, under names that are names', () => {
    expect([...text.matchAll(/^export const (\S+): /gm)].map(([, name]) => name)).toEqual(['create', 'callAwait', 'circles', 'ones', 'schemas', 'größeÄndern', 'limits', 'update', 'either', 'file', 'get', 'callClass', 'elsewhere'])
  })

  it('sends what the document asks for, and refuses what it does not allow', async () => {
    const { file } = await made(text)
    const module = (await import(pathToFileURL(file).href)) as Readonly<Record<string, Endpoint<object, unknown>>>
    const sent: WireRequest[] = []
    const client = createClient({ transport: memoryTransport((request) => (sent.push(request), { body: { success: true, errors: [], result: null } })) })
    const call = async (name: string, input: object): Promise<unknown> => {
      await client.call(module[name] as Endpoint<object, unknown>, input)
      const { url, body, headers } = sent.at(-1) as WireRequest
      return { path: decodeURI(new URL(url).pathname + new URL(url).search).replace('/client/v4', ''), body: typeof body === 'string' ? (JSON.parse(body) as unknown) : body, ...(headers['x-scope'] === undefined ? {} : { scope: headers['x-scope'] }) }
    }
    const refusal = (name: string, input: object): Promise<string> => client.call(module[name] as Endpoint<object, unknown>, input).then(() => 'sent', (error: unknown) => (error as Error).message)
    const tree = { name: 'a', children: [{ name: 'b', parent: null, map: { c: { name: 'c' } } }], near: null }
    expect(await call('create', tree)).toEqual({ path: '/trees', body: tree })
    expect(await refusal('create', { name: 'a', children: [{ name: 'b', map: { c: { name: 5 } } }] })).toBe('POST /trees: nothing was sent: children.0.map.c.name: 5 is not a string')
    expect(await call('callAwait', { body: { kind: 'dog', barks: true } })).toMatchObject({ body: { kind: 'dog', barks: true } })
    expect(await refusal('callAwait', { body: { kind: 'cat', barks: true } })).toContain('unknown name "barks"')
    expect(await call('circles', { round: 'a', around: 'b' })).toMatchObject({ body: { round: 'a', around: 'b' } })
    expect(await call('update', { id: 'in the path', body: { id: 'in the body' }, commas: 'a,b', 'X-Scope': 's' })).toEqual({ path: '/things/in the path?commas=a%2Cb', body: { id: 'in the body' }, scope: 's' })
    expect(await call('größeÄndern', { 'no-where': 'x', "it's": 'y', 'a\\b': true })).toEqual({ path: '/ä/x', body: { "it's": 'y', 'a\\b': true } })
    const fine = { more: 2, less: 6, text: "it's", foreign: 'anything', unlike: [1, 2], numbers: null, odd: {}, none: 1, map: { a: 1 }, open: { b: 1 } }
    expect(await call('limits', fine)).toMatchObject({ body: fine })
    expect(await refusal('limits', { more: 0, less: 5, text: 'X', unlike: [1, 1], numbers: 3, map: { a: 'b' } })).toMatch(/more: 0: expected more than 0.*less: 5: expected more than 5.*text: "X" does not look like.*unlike: .*expected items that differ.*numbers: 3 is not.*map\.a: "b" is not a/)
    expect(await refusal('limits', { more: 12 })).toContain('12 is over the limit, expected at most 10')
    expect(await call('either', { body: { files: 'a', tags: 'b' } })).toMatchObject({ body: { files: 'a', tags: 'b' } })
    expect(await refusal('either', { body: {} })).toContain('nothing was sent')
  })

  it('costs the type checker nothing of the types of schemas', () => {
    expect([...text.matchAll(/ from '([^']+)'/g)].map(([, from]) => from)).toEqual(['@zonewright/core', '@zonewright/core/plain', '@zonewright/v4/protocol'])
  })

  it('says in its comments what the document says, and what it leaves out', () => {
    expect(text).toContain(' * endpoint(s) and list(s) *∕ \\@deprecated {\\@link x}.\n')
    expect(text).toContain(' * Not sent: the cookies session.\n')
    expect(text).not.toContain('Authorization')
  })

  it('grows with the document and not with the ways through it', () => {
    const chain = Object.fromEntries(Array.from({ length: 60 }, (_, level) => [`L${level}`, { type: 'object', properties: { left: reference(`L${level + 1}`), right: { type: 'array', items: reference(`L${level + 1}`) }, either: { oneOf: [reference(`L${level + 1}`), { type: 'string' }] } } }]))
    const deep = moduleText({ ...document, paths: { '/deep': post('deep', reference('L0'), {}, reference('L0')) }, components: { schemas: { ...chain, L60: { type: 'string' } } } }, 'T')
    expect(deep.length).toBeLessThan(60_000)
    expect(deep.match(/^export interface L\d+ /gm)).toHaveLength(60)
  })

  it('takes operations without a tag under the tag default', () => {
    expect(moduleText(document, 'default')).toContain("endpoint('GET /untagged'")
  })
})
