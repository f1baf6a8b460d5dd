import type { ErrorRow } from '../errors.ts'

/** Refusals of Turnstile. */
export const turnstileErrors = {
  turnstile_not_found: { code: 10404, message: 'Widget {sitekey} not found', status: 404, source: 'inferred' },
  turnstile_invalid: { code: 10400, message: "Invalid value for widget property '{field}': {detail}", status: 400, source: 'inferred' },
  turnstile_rotated: { code: 10409, message: 'The secret was rotated less than two hours ago; the old one is still valid.', status: 409, source: 'inferred' },
} as const satisfies Readonly<Record<string, ErrorRow>>
