import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runCli } from '../testing/run-cli.ts'
import { moduleText } from './module-text.ts'

const account = { name: 'account_id', in: 'path', required: true, schema: { type: 'string' }, description: 'Identifier of the account' }
const envelope = (result: unknown): object => ({ 200: { description: 'ok', content: { 'application/json': { schema: { allOf: [{ $ref: '#/components/schemas/envelope' }, { properties: { result } }] } } } } })
const tags = ['Widgets']
const document = {
  openapi: '3.0.3',
  info: { title: 'Small', version: '1' },
  paths: {
    '/accounts/{account_id}/widgets': {
      parameters: [account],
      get: { tags, operationId: 'widgets-list', summary: 'List widgets', parameters: [{ name: 'page', in: 'query', schema: { type: 'integer', minimum: 1 } }, { name: 'per_page', in: 'query', schema: { type: 'integer', maximum: 50 } }, { name: 'name.contains', in: 'query', schema: { type: 'string' } }], responses: envelope({ type: 'array', items: { $ref: '#/components/schemas/widget' } }) },
      post: { tags, operationId: 'widgets-create', summary: 'Create a widget', description: 'It ends with */ here.', requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/widget' } } } }, responses: envelope({ $ref: '#/components/schemas/widget' }) },
    },
    '/accounts/{account_id}/widgets/{widget_id}': {
      parameters: [account, { name: 'widget_id', in: 'path', required: true, schema: { type: 'string', maxLength: 32 } }],
      get: { tags, summary: 'Read a widget', responses: envelope({ $ref: '#/components/schemas/widget' }) },
      delete: { tags, deprecated: true, summary: 'Delete a widget', parameters: [{ name: 'force', in: 'query', schema: { type: 'boolean' } }], responses: envelope({ type: 'object', nullable: true }) },
    },
    '/accounts/{account_id}/widgets/{widget_id}/picture': {
      parameters: [account, { name: 'widget_id', in: 'path', required: true, schema: { type: 'string' } }],
      get: { tags, operationId: 'widget-picture-get', responses: { 200: { description: 'ok', content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } } } },
      put: { tags, operationId: 'widget-picture-put', requestBody: { content: { 'multipart/form-data': { schema: { type: 'object', required: ['picture'], properties: { picture: { type: 'string', format: 'binary' }, alt: { type: 'string' } } } } } }, responses: envelope({}) },
    },
    '/other': { get: { tags: ['Other'], responses: { 200: { description: 'ok' } } } },
  },
  components: {
    schemas: {
      envelope: { type: 'object', properties: { success: { type: 'boolean' }, errors: { type: 'array', items: {} } } },
      widget: {
        type: 'object',
        required: ['id', 'name'],
        properties: {
          id: { type: 'string', readOnly: true, description: 'Identifier' },
          name: { type: 'string', minLength: 1, maxLength: 50, description: "The widget's name." },
          kind: { type: 'string', enum: ['round', "it's"] },
          size: { oneOf: [{ type: 'integer', minimum: 1 }, { type: 'string' }] },
          secret: { type: 'string', writeOnly: true },
          parent: { $ref: '#/components/schemas/widget' },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          'odd-name': { type: ['boolean', 'null'] },
        },
      },
    },
  },
}

describe('a module made from an OpenAPI document', () => {
  const text = moduleText(document, 'Widgets')

  it('declares each operation of the tag once, under the verb that is free', () => {
    expect([...text.matchAll(/^export const (\w+): (\w+)</gm)].map(([, name, kind]) => `${kind} ${name}`)).toEqual(['Listing list', 'Endpoint create', 'Endpoint get', 'Endpoint remove', 'Download widgetPictureGet', 'Endpoint update'])
  })

  it('keeps limits, choices, secrets and files, leaves out what is only read, and ends no comment early', () => {
    expect(text).toContain("  /** The widget's name. */\n  readonly name: string\n")
    expect(text).toContain('  name: z.string().check(z.minLength(1), z.maxLength(50)),')
    expect(text).toContain("z.enum(['round', 'it\\'s'])")
    expect(text).toContain("secrets: ['secret']")
    expect(text).toContain("body: { files: ['picture'] }")
    expect(text).toContain("query: ['force']")
    expect(text).toContain('page: pageNumber({ perPage: 50 })')
    expect(text).toContain('parent: z.optional(z.lazy((): Schema => Widget))')
    expect(/const CreateInput = z\.strictObject\(\{[^}]*\bid:/.test(text)).toBe(false)
    expect(text).not.toContain('with */ here')
  })

  it('type-checks, and its inputs are typed', async () => {
    // Below this package, so that its imports lead where a program's would.
    const folder = await mkdtemp(join(dirname(fileURLToPath(import.meta.url)), '.made-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'widgets.ts'), text)
    await writeFile(join(folder, 'use.ts'), "import type { Client } from '@zonewright/core'\nimport * as widgets from './widgets.ts'\ndeclare const client: Client\nexport const widget = await client.call(widgets.create, { account_id: 'a', name: 'n', kind: 'round' })\nexport const name: string = widget.name\n// @ts-expect-error name is missing\nvoid client.call(widgets.create, { account_id: 'a' })\n")
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../../../../tsconfig.base.json', include: ['*.ts'] }))
    const compiler = fileURLToPath(new URL('../../../../node_modules/typescript-7/bin/tsc', import.meta.url))
    expect(spawnSync(process.execPath, [compiler, '-p', join(folder, 'tsconfig.json')], { encoding: 'utf8' }).stdout).toBe('')
  }, 30_000)
})

describe('zw generate', () => {
  it('reads JSON and YAML, writes to stdout or a file, and says which tags there are', async () => {
    const stdin = JSON.stringify(document)
    expect(await runCli(['generate', '-', '--tag', 'Widgets'], { stdin })).toEqual({ code: 0, out: moduleText(document, 'Widgets'), err: '' })
    expect(await runCli(['generate', '-', '--tag', 'T'], { stdin: JSON.stringify({ openapi: '3.0.0', paths: { '/a': { get: { tags: ['T'], parameters: [{ $ref: '#/components/parameters/gone' }] } } } }) })).toEqual({ code: 1, out: '', err: 'zw: stdin: the reference "#/components/parameters/gone" leads to nothing\n' })
    expect(await runCli(['generate', '-', '--tag', 'None'], { stdin })).toEqual({ code: 1, out: '', err: 'zw: stdin: no operation has the tag "None"; there are: Other, Widgets\n' })
    expect((await runCli(['generate', '-', '--tag', 'T'], { stdin: 'openapi: 3.1.0\npaths:\n  /a:\n    get:\n      tags: [T]\n' })).out).toContain("'GET /a'")
    expect(await runCli(['generate', '-', '--tag', 'T'], { stdin: '{"swagger":"2.0"}' })).toMatchObject({ code: 1, err: 'zw: stdin: it is no OpenAPI 3 document with paths\n' })
    const folder = await mkdtemp(join(dirname(fileURLToPath(import.meta.url)), '.made-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const out = join(folder, 'a.ts')
    expect(await runCli(['generate', '-', '--tag', 'Widgets', '--out', out], { stdin })).toMatchObject({ code: 0, out: '' })
    expect(await readFile(out, 'utf8')).toBe(moduleText(document, 'Widgets'))
  })
})
