import { isGuarded } from './address.ts'
import type { WireRequest } from './call.ts'
import { DecodeError } from './errors.ts'
import { rayIdOf } from './reply.ts'
import type { Send } from './transport.ts'

const redirects = new Set([301, 302, 303, 307, 308])

/** All that another origin gets to see: a list of what is harmless, so that no header added later can leak. */
const harmless = new Set(['accept', 'accept-encoding', 'accept-language', 'user-agent'])

const toStranger = (request: WireRequest, url: string): WireRequest => ({
  method: request.method,
  url,
  headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => harmless.has(name))),
  secretHeaders: [],
})

/**
 * Follows redirects of reads, at most five, within the time of one try. To another origin no secret goes along;
 * a write, and anything with a body, is never sent to a place its sender did not name.
 */
export const followRedirects =
  (send: Send): Send =>
  async (request, options) => {
    let current = request
    let left = options
    const started = performance.now()
    for (let hops = 0; ; hops++) {
      const reply = await send(current, left)
      const location = reply.headers['location']
      if (location === undefined || !redirects.has(reply.status)) return reply
      const to = URL.canParse(location, current.url) ? new URL(location, current.url) : undefined
      const refuse = (why: string): never => {
        throw new DecodeError({ route: options.route, status: reply.status, rayId: rayIdOf(reply.headers), message: `redirected${to === undefined ? '' : ` to ${to.origin}`}, ${why}; check the base URL [HTTP ${reply.status}]` })
      }
      if ((current.method !== 'GET' && current.method !== 'HEAD') || current.body !== undefined) return refuse('and a write is never sent on')
      if (hops === 5) return refuse('more than five times')
      if (to === undefined) return refuse('to something that is not a URL')
      const from = new URL(current.url)
      if (!isGuarded(to.href) || (from.protocol === 'https:' && to.protocol !== 'https:')) return refuse('which is clear text')
      to.hash = ''
      current = to.origin === from.origin ? { ...current, url: to.href } : toStranger(current, to.href)
      left = { ...options, timeoutMs: Math.max(1, options.timeoutMs - (performance.now() - started)) }
    }
  }
