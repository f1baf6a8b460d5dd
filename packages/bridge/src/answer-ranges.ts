import { ips } from '@zonewright/v4'

import type { Asked } from './asked.ts'
import { clientFaultOf } from './upstream-fault.ts'
import type { FormPostAnswer } from './wire/message.ts'

type Lists = 'ipv4_cidrs' | 'ipv6_cidrs'

const contentType = 'text/plain; charset=utf-8'

/** Answers at `/ips-v4` and `/ips-v6`: the ranges that API v4 publishes, one on a line, for scripts that write firewall rules. */
export const answerRanges =
  (list: Lists) =>
  async ({ parts, scene }: Asked): Promise<FormPostAnswer> => {
    try {
      const ranges = await parts.callers.anyone.call(ips.list, {}, scene.signal === undefined ? {} : { signal: scene.signal })
      return { status: 200, contentType, body: ranges[list].map((range) => `${range}\n`).join('') }
    } catch (error) {
      const fault = clientFaultOf(error)
      parts.log?.({ api: 'client', action: list, result: 'error', message: fault instanceof Error ? fault.message : '', cause: error })
      // An empty list would open or close a firewall altogether, so a failure must not look like one.
      return { status: 502, contentType, body: 'The list cannot be fetched; keep the one that you have.\n' }
    }
  }
