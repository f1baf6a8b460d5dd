import { References } from './references.ts'

/** A JSON object of a document. */
export type Json = Readonly<Record<string, unknown>>

/** Where an input of an operation travels. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: unknown
  readonly description: string
}

/** What is sent or answered: its media type and its form. */
export interface Content {
  readonly type: string
  readonly schema: unknown
}

/** One operation of a document, its references followed. */
export interface Operation {
  readonly method: string
  readonly path: string
  readonly id?: string
  readonly summary: string
  readonly description: string
  readonly deprecated: boolean
  readonly permission?: string
  /** Last day, where the document tells one. */
  readonly sunset?: string
  readonly parameters: readonly Parameter[]
  /** Names of cookies that the document asks for, which no call here sends. */
  readonly cookies: readonly string[]
  readonly body?: Content & { readonly required: boolean }
  /** The form of the answer when all is well. */
  readonly answer?: Content
}

/** True for a JSON object. */
export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list, or none where there is something else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const fieldOf = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined)

/** True for JSON and all that is written as JSON, such as `application/problem+json`. */
export const isJson = (type: string): boolean => /^application\/(?:[^;]*\+)?json\b/i.test(type)

/** The media type of a `content` that this toolkit sends or reads best. */
const contentOf = (content: unknown): Content | undefined => {
  if (!isObject(content)) return undefined
  const types = Object.keys(content)
  const type = types.find(isJson) ?? types.find((one) => one.startsWith('multipart/form-data')) ?? types[0]
  return type === undefined ? undefined : { type, schema: fieldOf(content[type], 'schema') ?? {} }
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** Headers that the protocol writes, whatever a document says of them. */
const ownHeaders = new Set(['accept', 'content-type', 'authorization', 'x-auth-key', 'x-auth-email', 'x-auth-user-service-key'])

/** A list in a query whose values stand side by side is text here: other lists repeat their name. */
const schemaOf = (parameter: Json, where: string, references: References): unknown => {
  const schema = parameter['schema'] ?? contentOf(parameter['content'])?.schema ?? {}
  const type = fieldOf(references.follow(schema), 'type')
  const joined = where !== 'query' || parameter['explode'] === false || (parameter['style'] ?? 'form') !== 'form'
  return type === 'array' && joined ? { type: 'string', description: 'Several are separated by commas.' } : schema
}

const parametersOf = (references: References, lists: readonly unknown[], path: string): Pick<Operation, 'parameters' | 'cookies'> => {
  const found = new Map<string, Parameter>()
  const cookies = new Set<string>()
  for (const one of lists.flatMap(listOf)) {
    const parameter = references.follow(one)
    if (!isObject(parameter)) continue
    const name = textOf(parameter['name'])
    const where = textOf(parameter['in'])
    if (where === 'cookie') cookies.add(name)
    if (name === '' || (where !== 'path' && where !== 'query' && where !== 'header')) continue
    if (where === 'header' && ownHeaders.has(name.toLowerCase())) continue
    if (where === 'path' && !path.includes(`{${name}}`)) continue
    found.set(`${where} ${name}`, { name, in: where, required: where === 'path' || parameter['required'] === true, schema: schemaOf(parameter, where, references), description: textOf(parameter['description']) })
  }
  // Names that stand in the path only are wanted all the same.
  const parameters = [...found.values()]
  for (const [, name = ''] of path.matchAll(/\{([^{}/]+)\}/g)) {
    if (!parameters.some((one) => one.in === 'path' && one.name === name)) parameters.unshift({ name, in: 'path', required: true, schema: { type: 'string' }, description: '' })
  }
  // Inputs are flat: of one name, what stands in the path comes before what stands in the query, and that before a header.
  const order = ['path', 'query', 'header']
  return { parameters: order.flatMap((where) => parameters.filter((one) => one.in === where)).filter((one, index, all) => all.findIndex(({ name }) => name === one.name) === index), cookies: [...cookies] }
}

/** The tag of operations without any. */
const untagged = 'default'

const tagsFrom = (operation: Json): readonly string[] => {
  const tags = listOf(operation['tags']).map(String)
  return tags.length === 0 ? [untagged] : tags
}

function* operationsIn(document: Json, references: References): Generator<{ readonly path: string; readonly method: string; readonly item: Json; readonly operation: Json }> {
  for (const [path, value] of Object.entries(isObject(document['paths']) ? document['paths'] : {})) {
    const item = references.follow(value)
    if (!isObject(item)) continue
    for (const method of methods) {
      const operation = item[method]
      if (isObject(operation)) yield { path, method: method.toUpperCase(), item, operation }
    }
  }
}

/** The operations of a document that carry a tag; those without one have the tag `default`. */
export const operationsOf = (document: Json, tag: string, references = new References(document)): readonly Operation[] => {
  const operations: Operation[] = []
  for (const { path, method, item, operation } of operationsIn(document, references)) {
    if (!tagsFrom(operation).includes(tag)) continue
    const request = references.follow(operation['requestBody'])
    const body = contentOf(fieldOf(request, 'content'))
    const responses = isObject(operation['responses']) ? operation['responses'] : {}
    const good = Object.keys(responses).filter((status) => status.startsWith('2')).sort()
    // An answer with content tells more than 204 beside it.
    const answer = good.map((status) => contentOf(fieldOf(references.follow(responses[status]), 'content'))).find((content) => content !== undefined)
    const permission = listOf(fieldOf(operation['x-cfPermissionsRequired'], 'enum')).find((one) => typeof one === 'string')
    const sunset = textOf(fieldOf(operation['x-cfDeprecation'], 'eol')).slice(0, 10)
    operations.push({
      method,
      path,
      ...(typeof operation['operationId'] === 'string' ? { id: operation['operationId'] } : {}),
      summary: textOf(operation['summary']),
      description: textOf(operation['description']),
      deprecated: operation['deprecated'] === true,
      ...(permission === undefined ? {} : { permission }),
      ...(/^\d{4}-\d\d-\d\d$/.test(sunset) ? { sunset } : {}),
      ...parametersOf(references, [item['parameters'], operation['parameters']], path),
      ...(body === undefined ? {} : { body: { ...body, required: fieldOf(request, 'required') === true } }),
      ...(answer === undefined ? {} : { answer }),
    })
  }
  return operations
}

/** All tags of a document's operations, in order. */
export const tagsOf = (document: Json): readonly string[] => {
  const tags = new Set<string>()
  for (const { operation } of operationsIn(document, new References(document))) for (const tag of tagsFrom(operation)) tags.add(tag)
  return [...tags].sort()
}
