import type { IncomingMessage } from 'node:http'

import { refuse } from './errors.ts'

/**
 * The whole body of a request.
 * @param most Most octets; more of them are not read.
 * @throws Refusal `body_too_large`.
 */
export const readBody = async (request: IncomingMessage, most: number): Promise<Buffer> => {
  if (Number(request.headers['content-length'] ?? 0) > most) throw refuse('body_too_large')
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > most) throw refuse('body_too_large')
    chunks.push(chunk)
  }
  return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
}
