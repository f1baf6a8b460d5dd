import type { WireReply } from '../call.ts'
import { DecodeError } from '../errors.ts'
import type { SendOptions } from '../transport.ts'

type Zlib = typeof import('node:zlib')

const unpackers = {
  gzip: { whole: 'gunzip', stream: 'createGunzip' },
  'x-gzip': { whole: 'gunzip', stream: 'createGunzip' },
  br: { whole: 'brotliDecompress', stream: 'createBrotliDecompress' },
  deflate: { whole: 'inflate', stream: 'createInflate' },
} as const

type Unpacker = (typeof unpackers)[keyof typeof unpackers]

const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '')

const unpackWhole = (zlib: Zlib, unpacker: Unpacker, body: Uint8Array, maxOutputLength: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const unpack = zlib[unpacker.whole] as (body: Uint8Array, options: { maxOutputLength: number }, done: (error: Error | null, out: Uint8Array) => void) => void
    unpack(body, { maxOutputLength }, (error, out) => (error === null ? resolve(out) : reject(error)))
  })

const unpackStream = async function* unpackStream(zlib: Zlib, unpacker: Unpacker, source: AsyncIterable<Uint8Array>, damaged: (cause: unknown) => DecodeError): AsyncGenerator<Uint8Array, void, undefined> {
  const { Readable, pipeline } = await import('node:stream')
  const out = zlib[unpacker.stream]()
  // An error on either side ends the other; the reader below hears of it from `out`.
  pipeline(Readable.from(source), out, () => undefined)
  try {
    for await (const chunk of out) yield chunk as Uint8Array
  } catch (error) {
    throw codeOf(error).startsWith('Z_') || codeOf(error).startsWith('ERR_') ? damaged(error) : error
  }
}

/** Undoes `content-encoding`; zlib is loaded when the first packed answer comes. @throws DecodeError when it is damaged, too large or unknown. */
export const inflate = async (reply: WireReply, options: SendOptions): Promise<WireReply> => {
  const { 'content-encoding': encoding = '', 'content-length': _, ...headers } = reply.headers
  const name = encoding.trim().toLowerCase()
  const refused = (message: string, cause?: unknown): DecodeError => new DecodeError({ route: options.route, status: reply.status, message: `${message} [HTTP ${reply.status}]`, rayId: headers['cf-ray'], cause, cut: cause !== undefined })
  const damaged = (cause: unknown): DecodeError => refused('the packed answer is damaged or cut', cause)
  if (name === 'identity' || (reply.stream === undefined && reply.body.length === 0)) return { ...reply, headers }
  const unpacker = Object.hasOwn(unpackers, name) ? unpackers[name as keyof typeof unpackers] : undefined
  if (unpacker === undefined) {
    await reply.stream?.[Symbol.asyncIterator]().return?.()
    throw refused(`the answer is packed as "${name}", which was not asked for`)
  }
  const zlib = await import('node:zlib')
  if (reply.stream !== undefined) return { ...reply, headers, stream: unpackStream(zlib, unpacker, reply.stream, damaged) }
  try {
    // The limit holds for what comes out: a small answer can unpack to a very large one.
    return { ...reply, headers, body: await unpackWhole(zlib, unpacker, reply.body, options.maxBytes) }
  } catch (error) {
    throw codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? refused(`the unpacked answer is larger than ${options.maxBytes} bytes; raise maxResponseBytes or ask for less`) : damaged(error)
  }
}
