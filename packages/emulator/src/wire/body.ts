import { coerce, type ParameterKind } from '@zonewright/bridge/wire'
import type { AnyEndpoint, BodyForm } from '@zonewright/core'

import { refuse } from '../errors.ts'

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const jsonOf = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw refuse('malformed_json')
  }
}

/** Bytes that are UTF-8 as text, others as they are. */
const textOrBytes = (bytes: Uint8Array): string | Uint8Array => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return bytes
  }
}

const uploadOf = async (name: string, file: File): Promise<unknown> => {
  const content = textOrBytes(new Uint8Array(await file.arrayBuffer()))
  if (file.name === name && file.type === 'application/octet-stream') return content
  return { name: file.name, ...(file.type === '' ? {} : { type: file.type }), content }
}

type FileForm = Extract<BodyForm, { readonly files: readonly string[] }>

const multipart = async ({ body, contentType, kinds }: Pick<BodyParts, 'body' | 'contentType' | 'kinds'>, { files, ownNames = false }: FileForm): Promise<Fields> => {
  let form: FormData
  try {
    form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
  } catch {
    throw refuse('request_invalid')
  }
  const fields: Record<string, unknown> = {}
  const [field = ''] = files
  // Parts that bear the names of their files are all of one field.
  if (ownNames) return { [field]: await Promise.all([...form].flatMap(([name, part]) => (part instanceof File ? [uploadOf(field, new File([part], name, { type: part.type }))] : []))) }
  for (const name of new Set(form.keys())) {
    const parts = form.getAll(name)
    const [first] = parts
    const kind = kinds.get(name)
    if (first instanceof File) {
      const uploads = await Promise.all(parts.filter((part) => part instanceof File).map((file) => uploadOf(name, file)))
      fields[name] = typeof kind === 'object' || uploads.length > 1 ? uploads : uploads[0]
    }
    else if (files.includes(name)) fields[name] = String(first)
    else fields[name] = coerce(parts.map(String), kind)
  }
  return fields
}

/** What a request says about its body. */
export interface BodyParts {
  readonly endpoint: AnyEndpoint
  readonly method: string
  readonly body: Buffer
  readonly contentType: string
  readonly kinds: ReadonlyMap<string, ParameterKind>
}

/**
 * The fields of a body, in the form the endpoint declares. The body of a GET is never looked at, and programs send
 * `[]` or nothing where an object is meant.
 * @throws Refusal `malformed_json`, `request_invalid`.
 */
export const bodyFields = ({ endpoint, method, body, contentType, kinds }: BodyParts): Fields | Promise<Fields> => {
  if (method === 'GET' || method === 'HEAD') return {}
  const form = endpoint.body ?? 'json'
  if (form !== 'json' && 'files' in form) {
    if (contentType.toLowerCase().startsWith('multipart/form-data')) return multipart({ body, contentType, kinds }, form)
    return form.alone === undefined ? {} : { [form.alone.file]: textOrBytes(new Uint8Array(body)) }
  }
  // Plain bytes, as the caller gave them: a Buffer behaves and prints differently.
  if (form !== 'json' && 'raw' in form) return { [form.raw]: textOrBytes(new Uint8Array(body)) }
  if (body.length === 0) return {}
  const json = jsonOf(body)
  if (form !== 'json') return { [form.json]: json }
  if (isObject(json)) return json
  if (method === 'DELETE' || (Array.isArray(json) && json.length === 0) || json === null) return {}
  throw refuse('request_invalid')
}
