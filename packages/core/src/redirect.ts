import type { WireRequest } from './call.ts'
import { DecodeError } from './errors.ts'
import type { Send } from './transport.ts'

const redirects = new Set([301, 302, 303, 307, 308])

const without = (request: WireRequest, names: readonly string[]): Record<string, string> => Object.fromEntries(Object.entries(request.headers).filter(([name]) => !names.includes(name) && name !== 'cookie'))

/**
 * Follows redirects of reads, at most five. To another origin no secret goes along;
 * a request with a body is never sent to a place its sender did not name.
 */
export const followRedirects =
  (send: Send): Send =>
  async (request, options) => {
    let current = request
    for (let hops = 0; ; hops++) {
      const reply = await send(current, options)
      const location = reply.headers['location']
      if (!redirects.has(reply.status) || location === undefined) return reply
      const refuse = (why: string): never => {
        throw new DecodeError({ route: options.route, status: reply.status, message: `redirected, ${why}; check the base URL` })
      }
      if ((current.method !== 'GET' && current.method !== 'HEAD') || current.body !== undefined) refuse('and a write is never sent on')
      if (hops === 5) refuse('more than five times')
      if (!URL.canParse(location, current.url)) refuse('to something that is not a URL')
      const from = new URL(current.url)
      const to = new URL(location, current.url)
      if (from.protocol === 'https:' && to.protocol !== 'https:') refuse('from TLS to clear text')
      current = to.origin === from.origin ? { ...current, url: to.href } : { ...current, url: to.href, headers: without(current, current.secretHeaders), secretHeaders: [] }
    }
  }
