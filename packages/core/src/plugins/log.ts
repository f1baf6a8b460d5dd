import type { Reply } from '../call.ts'
import type { Plugin } from '../plugin.ts'
import { redactData, redactHeaders, redactText, redactUrl } from '../redact.ts'
import { secretsIn } from '../secrets-in.ts'

/** One redacted entry of the log. */
export type LogEntry =
  | { readonly event: 'request'; readonly route: string; readonly attempt: number; readonly method: string; readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly bytes: number }
  | { readonly event: 'response'; readonly route: string; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly durationMs: number; readonly bytes: number }
  | { readonly event: 'call'; readonly route: string; readonly attempt: number; readonly input: unknown; readonly durationMs: number; readonly status: number; readonly rayId?: string }
  | { readonly event: 'failure'; readonly route: string; readonly attempt: number; readonly input: unknown; readonly durationMs: number; readonly error: string; readonly message: string }
  | { readonly event: 'unexpected-result'; readonly route: string; readonly message: string }

/** Receives entries; what it throws is the caller's. */
export type LogSink = (entry: LogEntry) => void

/**
 * Reports every request and answer, with secrets removed from headers, URLs, inputs and messages.
 * @example createClient({ log: (entry) => console.error(JSON.stringify(entry)) })
 */
export const log = (sink: LogSink): Plugin => ({
  name: 'log',
  setup: () => {
    return {
      async around(call, next) {
        const started = performance.now()
        const secrets = secretsIn(call)
        const input = redactData(call.input, call.endpoint.secrets, secrets)
        const { route } = call.endpoint
        let reply: Reply
        try {
          reply = await next(call)
        } catch (error) {
          const failure = error instanceof Error ? error : new Error(String(error))
          sink({ event: 'failure', route, attempt: call.attempt, input, durationMs: performance.now() - started, error: failure.name, message: redactText(failure.message, secrets) })
          throw error
        }
        sink({ event: 'call', route, attempt: call.attempt, input, durationMs: performance.now() - started, status: reply.status, ...(reply.rayId === undefined ? {} : { rayId: reply.rayId }) })
        return reply
      },
      intercept: (send) => async (request, options) => {
        const started = performance.now()
        const secrets = request.secretHeaders.map((name) => (request.headers[name] ?? '').replace(/^Bearer\s+/, ''))
        const url = redactUrl(request.url, secrets)
        sink({ event: 'request', route: options.route, attempt: options.attempt, method: request.method, url, headers: redactHeaders(request.headers, request.secretHeaders, secrets), bytes: request.body?.length ?? 0 })
        const reply = await send(request, options)
        sink({ event: 'response', route: options.route, status: reply.status, headers: redactHeaders(reply.headers, [], secrets), durationMs: performance.now() - started, bytes: reply.body.length })
        return reply
      },
    }
  },
})
