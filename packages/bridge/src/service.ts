import { answerClient, answerEvent, answerWord } from './answer-client.ts'
import { answerHost } from './answer-host.ts'
import { rangeAnswers } from './answer-ranges.ts'
import type { Asked, FormPostServiceParts } from './asked.ts'
import { numbersOn } from './remember/numbers.ts'
import type { FormPostAnswer, FormPostRequest } from './wire/message.ts'
import { FormError, type Parameters, readParameters } from './wire/parameters.ts'

/** A server's part that speaks both old protocols. */
export interface FormPostService {
  /** Is this one of the paths of the old APIs? */
  serves(target: string): boolean
  answer(request: FormPostRequest): Promise<FormPostAnswer>
}

const byForm: Readonly<Record<string, (asked: Asked) => Promise<FormPostAnswer>>> = {
  '/api_json.html': answerClient,
  '/api.html': answerWord,
  '/ajax/external-event.html': answerEvent,
  '/host-gw.html': answerHost,
}

const pathOf = (target: string): string => target.split('?', 1)[0] as string

const plain = (status: number, body: string): FormPostAnswer => ({ status, contentType: 'text/plain; charset=utf-8', body: `${body}\n` })

/**
 * Makes the service of both old APIs over API v4: `/api_json.html`, `/api.html`, `/ajax/external-event.html` and
 * `/host-gw.html`, and of the published ranges, `/ips-v4` and `/ips-v6`. It holds no data of its own but what stands on the shelf.
 * @example
 * const service = formPostService({ callers, shelf: memoryShelf() })
 * const answer = await service.answer({ method: 'POST', target: '/api_json.html', contentType: 'application/x-www-form-urlencoded', body: new TextEncoder().encode('a=zone_load_multi&email=a@example.com&tkn=0123') })
 */
export const formPostService = (parts: FormPostServiceParts): FormPostService => {
  const numbers = numbersOn(parts.shelf)
  const now = parts.now ?? Date.now
  const paths: typeof byForm = { ...byForm, ...rangeAnswers(parts) }
  return {
    serves: (target) => Object.hasOwn(paths, pathOf(target)),
    async answer(request) {
      const respond = paths[pathOf(request.target)]
      if (respond === undefined) return plain(404, 'Not found')
      if (request.method !== 'GET' && request.method !== 'POST') return plain(405, 'Use GET or POST')
      let sent: Parameters
      try {
        sent = await readParameters(request)
      } catch (error) {
        if (error instanceof FormError) return plain(400, error.message)
        throw error
      }
      const scene = { shelf: parts.shelf, numbers, now, ...(parts.own === undefined ? {} : { own: parts.own }), ...(request.signal === undefined ? {} : { signal: request.signal }) }
      return respond({ sent, request, scene, parts })
    },
  }
}
