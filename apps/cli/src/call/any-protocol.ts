import { Bytes, type Protocol } from '@zonewright/core'
import { v4Json } from '@zonewright/v4/wire'

const isJson = (type: string | undefined): boolean => type !== undefined && /[/+]json\b/i.test(type)

const hasEnvelope = (body: Uint8Array): boolean => {
  try {
    const value = JSON.parse(Buffer.from(body).toString('utf8')) as unknown
    return typeof value === 'object' && value !== null && 'success' in value
  } catch {
    // Broken JSON: the protocol says what is wrong with it.
    return true
  }
}

/**
 * API v4 for paths that nobody declared: what comes in an envelope is taken out of it, other JSON is given as it is,
 * and what is no JSON is given as bytes.
 */
export const anyProtocol: Protocol = {
  ...v4Json,
  decode(call, reply) {
    const ok = reply.status >= 200 && reply.status < 300
    if (!ok || reply.body.length === 0) return v4Json.decode(call, reply)
    const answer = !isJson(reply.headers['content-type']) ? 'bytes' : hasEnvelope(reply.body) ? 'envelope' : 'bare'
    const decoded = v4Json.decode({ ...call, endpoint: { ...call.endpoint, answer } }, reply)
    if (answer !== 'bytes') return decoded
    const bytes = new Bytes(
      (async function* whole() {
        yield reply.body
      })(),
    )
    return { ...decoded, result: bytes }
  },
}
