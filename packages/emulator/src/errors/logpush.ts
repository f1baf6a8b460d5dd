import type { ErrorRow } from '../errors.ts'

/** Refusals of Logpush. */
export const logpushErrors = {
  logpush_invalid: { code: 1001, message: 'invalid {field}: {detail}', status: 400, source: 'inferred' },
  logpush_challenge: { code: 1002, message: 'incorrect ownership challenge', status: 400, source: 'issue' },
  logpush_not_found: { code: 1004, message: 'job not found', status: 404, source: 'inferred' },
} as const satisfies Readonly<Record<string, ErrorRow>>
