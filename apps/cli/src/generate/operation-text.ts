import { type Operation, isJson } from './document.ts'
import type { FormReader } from './form-reader.ts'
import type { FieldForm, Form } from './form.ts'
import { namedText } from './form-text.ts'
import { quoted, sentence } from './words.ts'

/** What an answer holds and how it is wrapped. */
interface Answer {
  readonly kind: 'endpoint' | 'download' | 'listing'
  readonly schema: unknown
  readonly facts: readonly string[]
}

/** Most items asked for at once where a document allows any number. */
const mostItems = 1000

/** The schema of the `result` in an envelope, or undefined for an answer without one. */
export const resultOf = ({ answer }: Operation, reader: FormReader): unknown => {
  const properties = reader.flat(answer?.schema).own['properties'] as Readonly<Record<string, unknown>> | undefined
  return properties !== undefined && Object.hasOwn(properties, 'result') ? (properties['result'] ?? {}) : undefined
}

const answerOf = (operation: Operation, reader: FormReader): Answer => {
  const { answer, method, parameters } = operation
  if (answer === undefined) return { kind: 'endpoint', schema: {}, facts: [] }
  if (!isJson(answer.type)) return answer.type.startsWith('text/') && !answer.type.startsWith('text/event-stream') ? { kind: 'endpoint', schema: { type: 'string' }, facts: ["answer: 'text'"] } : { kind: 'download', schema: {}, facts: ["answer: 'bytes'"] }
  const wrapped = resultOf(operation, reader)
  if (wrapped === undefined) return { kind: 'endpoint', schema: answer.schema, facts: ["answer: 'bare'"] }
  const result = reader.flat(wrapped).own
  const size = parameters.find(({ name, in: where }) => name === 'per_page' && where === 'query')
  const pages = parameters.some(({ name, in: where }) => name === 'page' && where === 'query') && size !== undefined
  if (method === 'GET' && result['type'] === 'array' && (pages || parameters.some(({ name, in: where }) => name === 'cursor' && where === 'query'))) {
    const limit = reader.flat(size?.schema).own
    const most = limit['maximum'] ?? limit['default']
    return { kind: 'listing', schema: result['items'] ?? {}, facts: [pages ? `page: pageNumber({ perPage: ${typeof most === 'number' && most >= 1 ? Math.min(Math.floor(most), mostItems) : 20} })` : 'page: cursor()'] }
  }
  return { kind: 'endpoint', schema: wrapped, facts: [] }
}

/** The fields of a body and how they travel. */
const bodyOf = ({ body, parameters }: Operation, reader: FormReader): { readonly fields: readonly FieldForm[]; readonly facts: readonly string[] } => {
  if (body === undefined) return { fields: [], facts: [] }
  const { schema, type, required } = body
  const { own, choices } = reader.flat(schema)
  const holdsFiles = ({ kind }: Form): boolean => kind === 'upload'
  const whole = parameters.some(({ name }) => name === 'body') ? 'content' : 'body'
  if (type.startsWith('multipart/form-data')) {
    const fields = reader.fields(schema, 'input').filter(({ name }) => !parameters.some((parameter) => parameter.name === name))
    return { fields, facts: [`body: { files: [${fields.filter(({ form }) => holdsFiles(form) || (form.kind === 'array' && holdsFiles(form.item))).map(({ name }) => quoted(name)).join(', ')}] }`] }
  }
  if (!isJson(type)) return { fields: [{ name: whole, form: { kind: 'upload' }, doc: 'What is sent, as it is.', required }], facts: [`body: { raw: ${quoted(whole)}, type: ${quoted(type.includes('*') ? 'application/octet-stream' : type)} }`] }
  const fields = choices.length > 0 || own['properties'] === undefined || own['additionalProperties'] === true || typeof own['additionalProperties'] === 'object' ? undefined : reader.fields(schema, 'input')
  // A name that stands in the path or the query as well can't be told from it in one flat input.
  if (fields !== undefined && !fields.some(({ name }) => parameters.some((parameter) => parameter.name === name))) return { fields, facts: [] }
  return { fields: [{ name: whole, form: reader.read(schema, 'input'), doc: sentence(typeof own['description'] === 'string' ? own['description'] : '') || 'The whole body.', required }], facts: [`body: { json: ${quoted(whole)} }`] }
}

/** A value in the path is text or a number, whatever a document says. */
const pathForm = (form: Form): Form => (form.kind === 'string' || form.kind === 'int' || form.kind === 'number' || (form.kind === 'literals' && form.values.every((value) => typeof value !== 'boolean')) ? form : { kind: 'string', checks: [] })

/** Names of fields, also of those within others, whose values are secrets. */
const secretsIn = (schemas: readonly unknown[], reader: FormReader): readonly string[] => {
  const found = new Set<string>()
  const seen = new Set<unknown>()
  const walk = (schema: unknown): void => {
    const { own, choices } = reader.flat(schema)
    for (const [name, field] of Object.entries((own['properties'] ?? {}) as object)) {
      if (typeof field !== 'object' || field === null || seen.has(field)) continue
      seen.add(field)
      const facts = reader.flat(field).own
      if (facts['writeOnly'] === true || facts['format'] === 'password' || facts['x-sensitive'] === true) found.add(name)
      walk(field)
    }
    for (const inner of [own['items'], own['additionalProperties'], ...choices.flatMap(({ forms }) => forms)]) {
      if (typeof inner !== 'object' || inner === null || seen.has(inner)) continue
      seen.add(inner)
      walk(inner)
    }
  }
  for (const schema of schemas) walk(schema)
  return [...found]
}

/** One operation as a declaration: the types and schemas of its input and result, and what the document says of it. */
export const operationText = (operation: Operation, name: string, type: string, reader: FormReader): { readonly text: string; readonly kind: Answer['kind'] } => {
  const { method, path, parameters, summary, description, deprecated, permission, sunset, cookies } = operation
  const answer = answerOf(operation, reader)
  const body = bodyOf(operation, reader)
  const own = parameters.map((parameter): FieldForm => {
    const [field] = reader.fields({ properties: { [parameter.name]: parameter.description === '' ? parameter.schema : { allOf: [parameter.schema, { description: parameter.description }] } } }, 'input')
    const form: Form = field?.form ?? { kind: 'unknown' }
    return { name: parameter.name, required: parameter.required, form: parameter.in === 'path' ? pathForm(form) : form, doc: field?.doc ?? `The \`${parameter.name}\`.` }
  })
  const named = (where: string): readonly string[] => parameters.filter((parameter) => parameter.in === where).map((parameter) => parameter.name)
  const query = method === 'GET' ? [] : named('query').map(quoted)
  const headers = named('header').map((header) => `${quoted(header)}: ${quoted(header.toLowerCase())}`)
  const secrets = secretsIn([...parameters.map(({ name: parameter, schema }) => ({ properties: { [parameter]: schema } })), operation.body?.schema, answer.schema], reader).map(quoted)
  const input: Form = { kind: 'object', fields: [...own, ...body.fields], open: false }
  const parts = [namedText({ name: `${type}Input`, form: input, doc: `What \`${name}\` takes.` }, 'input')]
  if (answer.kind !== 'download') parts.push(namedText({ name: `${type}Result`, form: reader.read(answer.schema, 'result'), doc: answer.kind === 'listing' ? `One of what \`${name}\` lists.` : `What \`${name}\` gives.` }, 'result'))
  const facts = [
    `input: ${type}Input`,
    ...(answer.kind === 'download' ? [] : [`${answer.kind === 'listing' ? 'item' : 'result'}: ${type}Result`]),
    ...answer.facts,
    ...(query.length === 0 ? [] : [`query: [${query.join(', ')}]`]),
    ...(headers.length === 0 ? [] : [`headers: { ${headers.join(', ')} }`]),
    ...body.facts,
    ...(secrets.length === 0 ? [] : [`secrets: [${secrets.join(', ')}]`]),
    ...(permission === undefined ? [] : [`permission: ${quoted(permission)}`]),
    ...(sunset === undefined ? [] : [`sunset: ${quoted(sunset)}`]),
  ]
  const doc = [sentence(summary) || `${method} ${path}.`, sentence(description), cookies.length === 0 ? '' : `Not sent: the cookies ${cookies.map((cookie) => sentence(cookie).slice(0, -1)).join(', ')}.`, deprecated ? '@deprecated The service gives it up.' : '']
  const types = answer.kind === 'download' ? `Download<${type}Input>` : `${answer.kind === 'listing' ? 'Listing' : 'Endpoint'}<${type}Input, ${type}Result>`
  parts.push(`/**\n${doc.filter((line) => line !== '').map((line) => ` * ${line}\n`).join('')} */\nexport const ${name}: ${types} = ${answer.kind}(${quoted(`${method} ${path}`)}, { ${facts.join(', ')} })`)
  return { text: parts.join('\n\n'), kind: answer.kind }
}
