import type { ErrorRow } from '../errors.ts'

/** Refusals of Workers AI. */
export const aiErrors = {
  ai_no_such_model: { code: 5007, message: 'No such model {model} or task', status: 400, source: 'docs' },
} as const satisfies Readonly<Record<string, ErrorRow>>
