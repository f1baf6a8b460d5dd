import { type Json, type Operation, operationsOf, References } from './document.ts'
import { commentText, type Field, quoted, SchemaWriter } from './schema-text.ts'

const words = (text: string): string[] => text.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const camel = (text: string): string => words(text).map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : capital(word))).join('')

/** Words that can't be names, with names that say the same. */
const reserved: Readonly<Record<string, string>> = { delete: 'remove', import: 'importAll', export: 'exportAll', default: 'standard', new: 'create', switch: 'change', void: 'cancel', package: 'pack' }
const named = (text: string): string => {
  const name = camel(text)
  return reserved[name] ?? (/^[A-Za-z]/.test(name) ? name : `call${capital(name)}`)
}

const verbs: Readonly<Record<string, string>> = { POST: 'create', PUT: 'update', PATCH: 'edit', DELETE: 'remove' }
const ownId = ({ id, method, path }: Operation): string => named(id ?? `${method.toLowerCase()} ${path}`)

/** The short name of an operation. */
const verbOf = ({ method, answer }: Operation, writer: SchemaWriter): string => {
  if (method !== 'GET') return verbs[method] as string
  const result = writer.fields(answer?.schema, 'result').find(({ name }) => name === 'result')?.schema ?? answer?.schema
  return writer.joined(result)['type'] === 'array' ? 'list' : 'get'
}

/** What an answer holds and how it is wrapped. */
interface Answer {
  readonly kind: 'endpoint' | 'download' | 'listing'
  readonly schema: unknown
  readonly facts: readonly string[]
}

const answerOf = ({ answer, method, parameters }: Operation, writer: SchemaWriter): Answer => {
  if (answer === undefined) return { kind: 'endpoint', schema: {}, facts: [] }
  if (!answer.type.startsWith('application/json')) return answer.type.startsWith('text/') ? { kind: 'endpoint', schema: { type: 'string' }, facts: ["answer: 'text'"] } : { kind: 'download', schema: {}, facts: ["answer: 'bytes'"] }
  const wrapped = writer.fields(answer.schema, 'result').find(({ name }) => name === 'result')
  if (wrapped === undefined) return { kind: 'endpoint', schema: answer.schema, facts: ["answer: 'bare'"] }
  const result = writer.joined(wrapped.schema)
  const size = parameters.find(({ name }) => name === 'per_page')
  const pages = parameters.some(({ name }) => name === 'page') && size !== undefined
  if (method === 'GET' && result['type'] === 'array' && (pages || parameters.some(({ name }) => name === 'cursor'))) {
    const limit = size === undefined ? undefined : writer.joined(size.schema)
    const most = limit?.['maximum'] ?? limit?.['default']
    return { kind: 'listing', schema: result['items'] ?? {}, facts: [pages ? `page: pageNumber({ perPage: ${typeof most === 'number' ? most : 20} })` : 'page: cursor()'] }
  }
  return { kind: 'endpoint', schema: wrapped.schema, facts: [] }
}

/** The fields of a body and how they travel. */
const bodyOf = ({ body }: Operation, writer: SchemaWriter): { readonly fields: readonly Field[]; readonly facts: readonly string[] } => {
  if (body === undefined) return { fields: [], facts: [] }
  const { schema, type, required } = body
  const joined = writer.joined(schema)
  const isFile = (field: Field): boolean => {
    const form = writer.joined(field.schema)
    return form['format'] === 'binary' || writer.joined(form['items'] ?? {})['format'] === 'binary'
  }
  if (type.startsWith('multipart/form-data')) {
    const fields = writer.fields(schema, 'input')
    return { fields, facts: [`body: { files: [${fields.filter(isFile).map(({ name }) => quoted(name)).join(', ')}] }`] }
  }
  if (!type.startsWith('application/json')) return { fields: [{ name: 'body', schema: { type: 'string', format: 'binary', description: 'What is sent, as it is.' }, required }], facts: [`body: { raw: 'body', type: ${quoted(type)} }`] }
  if (joined['properties'] !== undefined) return { fields: writer.fields(schema, 'input'), facts: [] }
  return { fields: [{ name: 'body', schema: { ...joined, description: joined['description'] ?? 'The whole body.' }, required }], facts: ["body: { json: 'body' }"] }
}

const secretsOf = (fields: readonly Field[], writer: SchemaWriter): readonly string[] => {
  const names = fields.filter(({ schema }) => {
    const form = writer.joined(schema)
    return form['writeOnly'] === true || form['format'] === 'password' || form['x-sensitive'] === true
  })
  return names.length === 0 ? [] : [`secrets: [${names.map(({ name }) => quoted(name)).join(', ')}]`]
}

const declaration = (operation: Operation, name: string, type: string, writer: SchemaWriter): string => {
  const { method, path, parameters, summary, description, deprecated } = operation
  const answer = answerOf(operation, writer)
  const body = bodyOf(operation, writer)
  const own = parameters.map((parameter): Field => ({ name: parameter.name, required: parameter.required, schema: parameter.description === '' ? parameter.schema : { ...writer.joined(parameter.schema), description: parameter.description } }))
  const fields = [...own, ...body.fields.filter((field) => !own.some((other) => other.name === field.name))]
  const query = method === 'GET' ? [] : parameters.filter((parameter) => parameter.in === 'query').map((parameter) => quoted(parameter.name))
  const facts = [...answer.facts, ...(query.length === 0 ? [] : [`query: [${query.join(', ')}]`]), ...body.facts, ...secretsOf(fields, writer)]
  const lines = [`const ${type}Input = z.strictObject({\n${writer.members(fields, 'input', '')}})`, `export interface ${type}Input extends z.input<typeof ${type}Input> {}`, '']
  if (answer.kind !== 'download') {
    const result = writer.text(answer.schema, 'result')
    lines.push(`const ${type}Result = ${result}`, result.startsWith('z.object(') ? `export interface ${type}Result extends z.output<typeof ${type}Result> {}` : `export type ${type}Result = z.output<typeof ${type}Result>`, '')
  }
  const doc = [commentText(summary) || `${method} ${path}`, ...(description === '' ? [] : [commentText(description)])].map((text) => (/[.!?]$/.test(text) ? text : `${text}.`))
  const types = answer.kind === 'download' ? `${type}Input` : `${type}Input, ${type}Result`
  const made = answer.kind === 'download' ? [] : [`${answer.kind === 'listing' ? 'item' : 'result'}: ${type}Result`]
  lines.push(
    `/**\n${doc.map((text) => ` * ${text}\n`).join('')}${deprecated ? ' * @deprecated The service gives it up.\n' : ''} */`,
    `export const ${name} = ${answer.kind}<${types}>(${quoted(`${method} ${path}`)}, { ${[`input: ${type}Input`, ...made, ...facts].join(', ')} })`,
  )
  return lines.join('\n')
}

/**
 * The operations of an OpenAPI 3 document that carry a tag, as a module of declarations. Empty when there are none.
 * @example const text = moduleText(JSON.parse(document), 'Widgets')
 */
export const moduleText = (document: Json, tag: string): string => {
  const operations = operationsOf(document, tag)
  if (operations.length === 0) return ''
  const writer = new SchemaWriter(new References(document))
  const taken = new Set<string>()
  const declarations = operations.map((operation) => {
    const verb = verbOf(operation, writer)
    // The first has the short name: in most documents that is the one with the shortest path.
    const base = taken.has(verb) ? ownId(operation) : verb
    let name = base
    for (let number = 2; taken.has(name); number++) name = `${base}${number}`
    taken.add(name)
    return declaration(operation, name, capital(name), writer)
  })
  const body = declarations.join('\n\n')
  const used = (names: readonly string[]): string[] => names.filter((name) => new RegExp(`\\b${name}[(<]`).test(body))
  const core = used(['cursor', 'pageNumber'])
  return [
    `/**\n * ${commentText(tag)}.\n * @module\n */`,
    ...(core.length === 0 ? [] : [`import { ${core.join(', ')} } from '@zonewright/core'`]),
    "import * as z from '@zonewright/core/schema'",
    `import { ${used(['download', 'endpoint', 'listing']).join(', ')} } from '@zonewright/v4/protocol'`,
    '',
    body,
    '',
  ].join('\n')
}
