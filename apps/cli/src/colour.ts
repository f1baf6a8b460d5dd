import type { Io, Sink } from './io.ts'

/** Whether a sink gets colours: FORCE_COLOR says yes, NO_COLOR no, else a terminal does. */
export const colourful = (sink: Sink, env: Io['env']): boolean => {
  const force = env['FORCE_COLOR']
  if (force !== undefined) return force !== '0' && force !== 'false'
  if ((env['NO_COLOR'] ?? '') !== '') return false
  return sink.isTTY && env['TERM'] !== 'dumb'
}

/** Text in bold, where colours are wanted. */
export const bold = (text: string, on: boolean): string => (on ? `\u001b[1m${text}\u001b[22m` : text)

/** Text in red, where colours are wanted. */
export const red = (text: string, on: boolean): string => (on ? `\u001b[31m${text}\u001b[39m` : text)

/** Text in green, where colours are wanted. */
export const green = (text: string, on: boolean): string => (on ? `\u001b[32m${text}\u001b[39m` : text)

/** Text in yellow, where colours are wanted. */
export const yellow = (text: string, on: boolean): string => (on ? `\u001b[33m${text}\u001b[39m` : text)
