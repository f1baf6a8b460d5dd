import type { BodyForm } from '@zonewright/core'
import type { Upload } from '@zonewright/core/schema'

/** A body and its media type. */
export interface Body {
  readonly type: string
  readonly content: string | Uint8Array
}

const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? new TextEncoder().encode(content) : content)

interface Part {
  readonly head: string
  readonly content: Uint8Array
}

// A media type comes from the caller: a line break in it would add headers to the part.
const typeOf = (type: string | undefined): string => (type === undefined || /[\r\n]/.test(type) ? 'application/octet-stream' : type)

const quoted = (text: string): string => text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const fileOf = (name: string, upload: Upload, ownName: boolean): Part => {
  const file = typeof upload === 'string' || upload instanceof Uint8Array ? { name, content: upload } : upload
  return { head: `Content-Disposition: form-data; name="${quoted(ownName ? file.name : name)}"; filename="${quoted(file.name)}"\r\nContent-Type: ${typeOf(file.type)}`, content: bytesOf(file.content) }
}

const partOf = (name: string, value: unknown): Part => {
  const disposition = `Content-Disposition: form-data; name="${quoted(name)}"`
  if (typeof value === 'object' && value !== null) return { head: `${disposition}\r\nContent-Type: application/json`, content: bytesOf(JSON.stringify(value)) }
  return { head: disposition, content: bytesOf(String(value)) }
}

/** A boundary that no part contains; the same parts give the same boundary, so that encoding stays pure. */
const boundaryFor = (parts: readonly Part[]): string => {
  for (let number = 1; ; number++) {
    const boundary = `zonewright-part-${number}`
    if (!parts.some((part) => Buffer.from(part.content.buffer, part.content.byteOffset, part.content.length).includes(boundary))) return boundary
  }
}

const multipart = (fields: Readonly<Record<string, unknown>>, files: readonly string[], ownNames = false): Body => {
  const parts = Object.entries(fields).flatMap(([name, value]) => {
    if (!files.includes(name)) return [partOf(name, value)]
    return (Array.isArray(value) ? (value as readonly Upload[]) : [value as Upload]).map((upload) => fileOf(name, upload, ownNames))
  })
  const boundary = boundaryFor(parts)
  const chunks = parts.flatMap((part) => [bytesOf(`--${boundary}\r\n${part.head}\r\n\r\n`), part.content, bytesOf('\r\n')])
  return { type: `multipart/form-data; boundary=${boundary}`, content: Buffer.concat([...chunks, bytesOf(`--${boundary}--\r\n`)]) }
}

const rawBody = (type: string, value: Upload): Body => (typeof value === 'string' || value instanceof Uint8Array ? { type, content: value } : { type: value.type ?? type, content: value.content })

/** The fields that are neither in the path nor in the query, as a body of the declared form. */
export const encodeBody = (form: BodyForm, fields: Readonly<Record<string, unknown>>): Body | undefined => {
  if (form === 'json') return { type: 'application/json', content: JSON.stringify(fields) }
  if ('files' in form) {
    const names = Object.keys(fields)
    return form.alone !== undefined && names.length === 1 && names[0] === form.alone.file ? rawBody(form.alone.type, fields[form.alone.file] as Upload) : multipart(fields, form.files, form.ownNames)
  }
  if ('json' in form) return fields[form.json] === undefined ? undefined : { type: 'application/json', content: JSON.stringify(fields[form.json]) }
  const value = fields[form.raw] as Upload | undefined
  return value === undefined ? undefined : rawBody(form.type, value)
}
