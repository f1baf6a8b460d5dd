import { ips } from '@zonewright/v4'

import type { Asked, FormPostServiceParts } from './asked.ts'
import { clientFaultOf } from './upstream-fault.ts'
import type { FormPostAnswer } from './wire/message.ts'

type Lists = 'ipv4_cidrs' | 'ipv6_cidrs'
type Answer = (asked: Asked) => Promise<FormPostAnswer>

const contentType = 'text/plain; charset=utf-8'

/** How long a list that was fetched is given again. It changes a few times in a decade, and scripts ask for it in loops. */
const keptMs = 300_000

/** Fetches the lists, and again only when they are older than five minutes; whoever asks meanwhile waits for the same call. */
const fetched = ({ callers, now = Date.now }: FormPostServiceParts): (() => Promise<ips.Ips>) => {
  let last: { readonly at: number; readonly lists: Promise<ips.Ips> } | undefined
  return () => {
    if (last !== undefined && now() - last.at < keptMs) return last.lists
    // Not with the signal of one program: others wait for it too.
    const made = { at: now(), lists: callers.anyone.call(ips.list, {}) }
    made.lists.catch(() => {
      if (last === made) last = undefined
    })
    last = made
    return made.lists
  }
}

/** Answers at `/ips-v4` and `/ips-v6`: the ranges that API v4 publishes, one on a line, for scripts that write firewall rules. */
export const rangeAnswers = (parts: FormPostServiceParts): { readonly '/ips-v4': Answer; readonly '/ips-v6': Answer } => {
  const listsNow = fetched(parts)
  const answer = (list: Lists): Answer => async () => {
    try {
      const lists = await listsNow()
      return { status: 200, contentType, body: lists[list].map((range) => `${range}\n`).join('') }
    } catch (error) {
      const fault = clientFaultOf(error)
      parts.log?.({ api: 'client', action: list, result: 'error', message: fault instanceof Error ? fault.message : '', cause: error })
      // An empty list would open or close a firewall altogether, so a failure must not look like one.
      return { status: 502, contentType, body: 'The list cannot be fetched; keep the one that you have.\n' }
    }
  }
  return { '/ips-v4': answer('ipv4_cidrs'), '/ips-v6': answer('ipv6_cidrs') }
}
