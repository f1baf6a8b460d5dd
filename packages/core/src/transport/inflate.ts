import type { WireReply } from '../call.ts'
import { DecodeError } from '../errors.ts'
import type { SendOptions } from '../transport.ts'

/** Undoes `content-encoding`; zlib is loaded when the first compressed answer comes. */
export const inflate = async (reply: WireReply, options: SendOptions): Promise<WireReply> => {
  const zlib = await import('node:zlib')
  const encoding = reply.headers['content-encoding'] ?? ''
  const { 'content-encoding': _, ...headers } = reply.headers
  const refuse = (message: string, cause?: unknown): never => {
    throw new DecodeError({ route: options.route, status: reply.status, message, cause, cut: cause !== undefined })
  }
  if (encoding !== 'gzip' && encoding !== 'br' && encoding !== 'deflate') return encoding === 'identity' ? { ...reply, headers } : refuse(`the answer is packed as "${encoding}", which was not asked for`)
  if (reply.stream !== undefined) {
    const { Readable } = await import('node:stream')
    const unpacker = encoding === 'gzip' ? zlib.createGunzip() : encoding === 'br' ? zlib.createBrotliDecompress() : zlib.createInflate()
    return { ...reply, headers, stream: Readable.from(reply.stream).compose(unpacker) as AsyncIterable<Uint8Array> }
  }
  if (reply.body.length === 0) return { ...reply, headers }
  const unpack = encoding === 'gzip' ? zlib.gunzipSync : encoding === 'br' ? zlib.brotliDecompressSync : zlib.inflateSync
  try {
    // The limit holds for what comes out: a small answer can unpack to a very large one.
    return { ...reply, headers, body: unpack(reply.body, { maxOutputLength: options.maxBytes }) }
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? refuse(`the unpacked answer is larger than ${options.maxBytes} bytes; raise maxResponseBytes or ask for less`) : refuse('the packed answer is damaged or cut', error)
  }
}
