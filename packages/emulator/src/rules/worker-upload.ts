import { createHash } from 'node:crypto'
import { Script } from 'node:vm'

import { refuse } from '../errors.ts'
import { uploadedBytes } from '../wire/upload.ts'

type Fields = Readonly<Record<string, unknown>>

/** One part of a Worker's code. */
export interface Module {
  readonly name: string
  readonly type: string
  readonly content: Uint8Array
}

/** The code of a Worker, checked. */
export interface Code {
  /** The module that handles events; absent when the code is no module. */
  readonly mainModule?: string
  readonly modules: readonly Module[]
  readonly etag: string
  /** Events that are handled. */
  readonly handlers: readonly string[]
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
const events = ['fetch', 'scheduled', 'queue', 'email', 'tail', 'trace', 'alarm']
const nameForm = /^[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?$/

/**
 * The name of a Worker.
 * @throws Refusal `worker_name`.
 */
export const scriptName = (name: unknown): string => {
  if (typeof name !== 'string' || !nameForm.test(name)) throw refuse('worker_name', { name: String(name) })
  return name
}

/**
 * A part of a form that is JSON: an object already, or a text, or a file, as some programs send it.
 * @throws Refusal `worker_metadata` when it is none.
 */
export const jsonPart = (value: unknown): Fields => {
  if (value === undefined) return {}
  const bytes = isObject(value) && !('content' in value && 'name' in value) ? undefined : uploadedBytes(value)
  if (bytes === undefined) {
    if (isObject(value)) return value
    throw refuse('worker_metadata', { detail: 'it is no object' })
  }
  try {
    const json: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    if (isObject(json)) return json
  } catch {
    throw refuse('worker_metadata', { detail: 'it is no JSON' })
  }
  throw refuse('worker_metadata', { detail: 'it is no object' })
}

const moduleOf = (name: string, value: unknown): Module => {
  const content = uploadedBytes(value)
  if (content === undefined) throw refuse('worker_metadata', { detail: `the part ${name} is no file` })
  const file = isObject(value) ? value : {}
  return { name: typeof file['name'] === 'string' ? file['name'] : name, type: typeof file['type'] === 'string' ? file['type'] : 'application/octet-stream', content }
}

const textOf = ({ content }: Module): string => Buffer.from(content).toString('utf8')

/** Compiles code and never runs it. */
const parse = (code: string): Script => {
  try {
    return new Script(code)
  } catch (error) {
    throw refuse('worker_syntax', { detail: error instanceof Error ? error.message : String(error) })
  }
}

const etagOf = (modules: readonly Module[]): string => {
  const hash = createHash('sha256')
  for (const { name, content } of modules) hash.update(`${name}\0${content.length}\0`).update(content)
  return hash.digest('hex')
}

/** Code of a Worker that is made of static files alone. */
const noCode: Code = { modules: [], etag: etagOf([]), handlers: [] }

const known = new Set(['account_id', 'script_name', 'metadata', 'script', 'files'])

/**
 * The code in an upload: a script alone, or modules of which the metadata names the main one. Modules may be parts of any name.
 * A Worker that has static files needs no code.
 * @throws Refusal `worker_metadata`, `worker_module`, `worker_syntax`, `worker_no_handlers`.
 */
export const codeOf = (input: Fields, metadata: Fields): Code => {
  const files = Array.isArray(input['files']) ? (input['files'] as unknown[]) : input['files'] === undefined ? [] : [input['files']]
  const parts = [
    ...(input['script'] === undefined ? [] : [moduleOf('script', input['script'])]),
    ...files.map((file, index) => moduleOf(`module-${index + 1}.js`, file)),
    ...Object.entries(input).filter(([name]) => !known.has(name)).map(([name, value]) => moduleOf(name, value)),
  ]
  const { main_module: main, body_part: body, assets } = metadata
  if (parts.length === 0 && main === undefined && isObject(assets)) return noCode
  if (typeof main === 'string') {
    const entry = parts.find(({ name }) => name === main)
    if (entry === undefined) throw refuse('worker_module', { name: main })
    const code = textOf(entry)
    if (!/\bexport\b/.test(code)) throw refuse('worker_no_handlers')
    return { mainModule: main, modules: parts, etag: etagOf(parts), handlers: events.filter((event) => new RegExp(`\\b${event}\\s*[(:]`).test(code)) }
  }
  const script = parts.find(({ name }, index) => name === body || (input['script'] !== undefined && index === 0)) ?? (parts.length === 1 ? parts[0] : undefined)
  if (script === undefined) throw refuse('worker_metadata', { detail: 'main_module or body_part must name a part' })
  const code = textOf(script)
  parse(code)
  const handlers = events.filter((event) => new RegExp(`addEventListener\\(\\s*['"\`]${event}['"\`]`).test(code))
  if (handlers.length === 0) throw refuse('worker_no_handlers')
  return { modules: [{ ...script, name: 'script', type: 'application/javascript' }], etag: etagOf([script]), handlers }
}

/** Modules as the parts of a multipart text; a script that is no module as it is. */
export const codeText = (modules: readonly Module[], isModule: boolean): Uint8Array => {
  const [first] = modules
  if (!isModule && first !== undefined) return first.content
  let boundary = 'worker-part-1'
  for (let number = 2; modules.some(({ content }) => Buffer.from(content).includes(boundary)); number++) boundary = `worker-part-${number}`
  const parts = modules.flatMap(({ name, type, content }) => [Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`), content, Buffer.from('\r\n')])
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
}
