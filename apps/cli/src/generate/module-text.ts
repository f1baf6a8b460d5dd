import { type Json, type Operation, operationsOf } from './document.ts'
import { FormReader } from './form-reader.ts'
import { namedText } from './form-text.ts'
import { operationText, resultOf } from './operation-text.ts'
import { References } from './references.ts'
import { capital, commentText, Names, valueName } from './words.ts'

const verbs: Readonly<Record<string, string>> = { POST: 'create', PUT: 'update', PATCH: 'edit', DELETE: 'remove' }

const ownName = ({ id, method, path }: Operation): string => valueName(id ?? `${method.toLowerCase()} ${path}`)

/** The short name of an operation. */
const verbOf = (operation: Operation, reader: FormReader): string => {
  if (operation.method !== 'GET') return verbs[operation.method] as string
  return reader.flat(resultOf(operation, reader) ?? operation.answer?.schema).own['type'] === 'array' ? 'list' : 'get'
}

/** The names that stand for an operation: its own, and those of its types. */
const typesOf = (name: string): readonly string[] => [`${capital(name)}Input`, `${capital(name)}Result`]

/**
 * The operations of an OpenAPI 3 document that carry a tag, as a module of declarations. Empty when there are none.
 * @throws LostReference when a reference leads to nothing.
 * @example const text = moduleText(JSON.parse(document), 'Widgets')
 */
export const moduleText = (document: Json, tag: string): string => {
  const references = new References(document)
  const operations = operationsOf(document, tag, references)
  if (operations.length === 0) return ''
  const names = new Names()
  const reader = new FormReader(references, names)
  const named = operations.map((operation) => {
    const verb = verbOf(operation, reader)
    // The first has the short name: in most documents that is the one with the shortest path.
    return names.take(names.isFree(verb) ? verb : ownName(operation), typesOf)
  })
  const declarations = operations.map((operation, index) => operationText(operation, named[index] as string, capital(named[index] as string), reader))
  const forms = reader.named.map((one) => namedText(one.form, one.side))
  const body = [...forms, ...declarations.map(({ text }) => text)].join('\n\n')
  const kinds = new Set(declarations.map(({ kind }) => kind))
  const types = [...(kinds.has('download') ? ['Download'] : []), ...(kinds.has('endpoint') ? ['Endpoint'] : []), ...(kinds.has('listing') ? ['Listing'] : []), ...(body.includes('z.lazy((): Schema') ? ['Schema'] : [])]
  const strategies = ['cursor', 'pageNumber'].filter((strategy) => declarations.some(({ text }) => text.includes(`, page: ${strategy}(`)))
  return [
    `/**\n * ${commentText(tag)}.\n * @module\n */`,
    `import { ${[...types.map((type) => `type ${type}`), ...strategies].join(', ')} } from '@zonewright/core'`,
    `import { plain as z${/\bz\.upload\(/.test(body) ? ', type Upload' : ''} } from '@zonewright/core/plain'`,
    `import { ${[...kinds].sort().join(', ')} } from '@zonewright/v4/protocol'`,
    '',
    body,
    '',
  ].join('\n')
}
