/** A JSON object of a document. */
export type Json = Readonly<Record<string, unknown>>

/** One operation of a document, its references followed. */
export interface Operation {
  readonly method: string
  readonly path: string
  readonly id?: string
  readonly summary: string
  readonly description: string
  readonly deprecated: boolean
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: Json; readonly description: string }[]
  /** The form of the body, and whether it must be there. */
  readonly body?: { readonly type: string; readonly schema: Json; readonly required: boolean }
  /** The form of the answer when all is well. */
  readonly answer?: { readonly type: string; readonly schema: Json }
}

/** True for a JSON object. */
export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What a document's references lead to. */
export class References {
  readonly #document: Json

  constructor(document: Json) {
    this.#document = document
  }

  /** The object that stands here or that a reference leads to. */
  follow(value: unknown): Json {
    let found = value
    // A chain that leads back to itself ends somewhere.
    for (let steps = 0; steps < 50 && isObject(found) && typeof found['$ref'] === 'string'; steps++) found = this.#at(found['$ref'])
    return isObject(found) ? found : {}
  }

  #at(reference: string): unknown {
    if (!reference.startsWith('#/')) return undefined
    let found: unknown = this.#document
    for (const part of reference.slice(2).split('/')) found = isObject(found) ? found[decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')] : undefined
    return found
  }
}

/** The first media type of a `content` that this toolkit sends or reads best. */
const contentOf = (content: unknown): { readonly type: string; readonly schema: Json } | undefined => {
  if (!isObject(content)) return undefined
  const types = Object.keys(content)
  const type = types.find((one) => one.startsWith('application/json')) ?? types.find((one) => one.startsWith('multipart/form-data')) ?? types[0]
  const media = type === undefined ? undefined : content[type]
  return type === undefined ? undefined : { type, schema: isObject(media) && isObject(media['schema']) ? media['schema'] : {} }
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

const parametersOf = (references: References, lists: readonly unknown[]): Operation['parameters'] => {
  const found = new Map<string, Operation['parameters'][number]>()
  for (const list of lists) {
    for (const one of Array.isArray(list) ? (list as unknown[]) : []) {
      const parameter = references.follow(one)
      const name = textOf(parameter['name'])
      const where = textOf(parameter['in'])
      if (where === 'path' || where === 'query') found.set(`${where} ${name}`, { name, in: where, required: where === 'path' || parameter['required'] === true, schema: isObject(parameter['schema']) ? parameter['schema'] : {}, description: textOf(parameter['description']) })
    }
  }
  return [...found.values()]
}

/** The operations of a document that carry a tag. */
export const operationsOf = (document: Json, tag: string): readonly Operation[] => {
  const references = new References(document)
  const operations: Operation[] = []
  for (const [path, value] of Object.entries(isObject(document['paths']) ? document['paths'] : {})) {
    const item = references.follow(value)
    for (const method of methods) {
      const operation = item[method]
      if (!isObject(operation) || !Array.isArray(operation['tags']) || !operation['tags'].includes(tag)) continue
      const request = references.follow(operation['requestBody'])
      const body = contentOf(request['content'])
      const responses = isObject(operation['responses']) ? operation['responses'] : {}
      const good = Object.keys(responses).sort().find((status) => status.startsWith('2'))
      const answer = good === undefined ? undefined : contentOf(references.follow(responses[good])['content'])
      operations.push({
        method: method.toUpperCase(),
        path,
        ...(typeof operation['operationId'] === 'string' ? { id: operation['operationId'] } : {}),
        summary: textOf(operation['summary']),
        description: textOf(operation['description']),
        deprecated: operation['deprecated'] === true,
        parameters: parametersOf(references, [item['parameters'], operation['parameters']]),
        ...(body === undefined ? {} : { body: { ...body, required: request['required'] === true } }),
        ...(answer === undefined ? {} : { answer }),
      })
    }
  }
  return operations
}

/** All tags of a document's operations, in order. */
export const tagsOf = (document: Json): readonly string[] => {
  const tags = new Set<string>()
  for (const item of Object.values(isObject(document['paths']) ? document['paths'] : {}))
    for (const method of methods) {
      const operation = isObject(item) ? item[method] : undefined
      for (const tag of isObject(operation) && Array.isArray(operation['tags']) ? (operation['tags'] as unknown[]) : []) tags.add(String(tag))
    }
  return [...tags].sort()
}
