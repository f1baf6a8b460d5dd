import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeBody } from './body.ts'

/** The body as another program reads it. */
const parse = (files: readonly string[], fields: Record<string, unknown>): Promise<FormData> => {
  const body = encodeBody({ files }, fields)
  return new Response(body?.content as ConstructorParameters<typeof Response>[0], { headers: { 'content-type': body?.type ?? '' } }).formData()
}

describe('a multipart upload', () => {
  it('is exactly these bytes', () => {
    expect(Buffer.from(encodeBody({ files: ['file'] }, { file: { name: 'zone.txt', type: 'text/plain', content: 'a\n' }, proxied: true })?.content ?? '').toString()).toBe(
      [
        '--zonewright-part-1',
        'Content-Disposition: form-data; name="file"; filename="zone.txt"',
        'Content-Type: text/plain',
        '',
        'a\n',
        '--zonewright-part-1',
        'Content-Disposition: form-data; name="proxied"',
        '',
        'true',
        '--zonewright-part-1--',
        '',
      ].join('\r\n'),
    )
  })

  it('carries text, bytes, names, types, plain fields and JSON fields', async () => {
    const form = await parse(['text', 'bytes', 'named'], { text: 'plain', bytes: new Uint8Array([0, 255, 13, 10]), named: { name: 'käse "1".js', type: 'application/javascript+module', content: 'export {}' }, metadata: { main_module: 'a.js' }, flag: false, count: 5 })
    const file = (name: string): File => form.get(name) as File
    expect(await file('text').text()).toBe('plain')
    expect([...new Uint8Array(await file('bytes').arrayBuffer())]).toEqual([0, 255, 13, 10])
    expect([file('named').name, file('named').type, await file('named').text()]).toEqual(['käse "1".js', 'application/javascript+module', 'export {}'])
    expect(form.get('flag')).toBe('false')
    expect(form.get('count')).toBe('5')
    const metadata = form.get('metadata')
    expect(JSON.parse(typeof metadata === 'string' ? metadata : await (metadata as File).text())).toEqual({ main_module: 'a.js' })
  })

  it('sends a list of files as parts of one name', async () => {
    const form = await parse(['files'], { files: ['one', { name: 'b.txt', content: 'two' }] })
    expect(await Promise.all(form.getAll('files').map((file) => (file as File).text()))).toEqual(['one', 'two'])
  })

  it('gives a list of files parts that bear their own names where the endpoint says so', async () => {
    const { content, type } = encodeBody({ files: ['files'], ownNames: true }, { files: [{ name: 'a', type: 'text/css', content: 'one' }, { name: 'b', content: 'two' }] }) ?? {}
    const form = await new Response(content as ConstructorParameters<typeof Response>[0], { headers: { 'content-type': type ?? '' } }).formData()
    expect(await Promise.all([...form].map(async ([name, part]) => [name, (part as File).type, await (part as File).text()]))).toEqual([['a', 'text/css', 'one'], ['b', 'application/octet-stream', 'two']])
  })

  it('can not be broken out of by names, types or contents', async () => {
    const evil = '"\r\n\r\n--zonewright-part-1--\r\nx-evil: 1'
    const form = await parse(['file'], { file: { name: evil, type: `text/plain\r\nx-evil: 1`, content: '--zonewright-part-1--\r\nzonewright-part-2' }, [evil]: 'value' })
    expect([...form.keys()]).toEqual(['file', evil])
    expect(await (form.get('file') as File).text()).toBe('--zonewright-part-1--\r\nzonewright-part-2')
  })

  it('gives back any bytes that were put in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const form = await parse(['file'], { file: bytes })
        expect([...new Uint8Array(await (form.get('file') as File).arrayBuffer())]).toEqual([...bytes])
      }),
    )
  })
})

describe('a file that may come alone', () => {
  const form = { files: ['value'], alone: { file: 'value', type: 'application/octet-stream' } }

  it('is the raw body when nothing comes with it, and a part when something does', () => {
    expect(encodeBody(form, { value: 'text' })).toEqual({ type: 'application/octet-stream', content: 'text' })
    expect(encodeBody(form, { value: { name: 'a', type: 'text/csv', content: 'x' } })).toEqual({ type: 'text/csv', content: 'x' })
    for (const fields of [{ value: 'text', metadata: {} }, { metadata: {} }]) expect(encodeBody(form, fields)?.type).toContain('multipart/form-data')
  })
})

describe('a raw upload', () => {
  const form = { raw: 'value', type: 'application/octet-stream' }

  it('is the field’s text or bytes, with the declared media type or its own', () => {
    const bytes = new Uint8Array([1, 2])
    expect(encodeBody(form, { value: 'text' })).toEqual({ type: 'application/octet-stream', content: 'text' })
    expect(encodeBody(form, { value: bytes })).toEqual({ type: 'application/octet-stream', content: bytes })
    expect(encodeBody(form, { value: { name: 'a', type: 'text/csv', content: 'x' } })).toEqual({ type: 'text/csv', content: 'x' })
    expect(encodeBody(form, {})).toBeUndefined()
  })
})
