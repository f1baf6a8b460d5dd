import type { LogEntry } from '@zonewright/core'

const milliseconds = (value: number): string => `${Math.round(value)} ms`

/** One line for a log entry, which core has redacted; requests and answers are told, calls only when they fail. */
export const logLine = (entry: LogEntry): string | undefined => {
  switch (entry.event) {
    case 'request':
      return `zw: > ${entry.method} ${entry.url}${entry.attempt > 1 ? ` (try ${entry.attempt})` : ''}${entry.bytes > 0 ? ` ${entry.bytes} bytes` : ''}`
    case 'response':
      return `zw: < ${entry.status} in ${milliseconds(entry.durationMs)}, ${entry.bytes} bytes${entry.headers['cf-ray'] === undefined ? '' : `, ray ${entry.headers['cf-ray']}`}`
    case 'failure':
      return `zw: ! ${entry.message}`
    case 'unexpected-result':
      return `zw: ? ${entry.route}: ${entry.message}`
    case 'call':
      return undefined
  }
}
