import type { ErrorRow } from '../errors.ts'

/** Refusals of D1. */
export const d1Errors = {
  d1_not_found: { code: 7404, message: 'The database {id} could not be found', status: 404, source: 'client' },
  d1_invalid: { code: 7400, message: "The request is malformed: '{field}' {detail}", status: 400, source: 'inferred' },
  d1_name_taken: { code: 7502, message: 'A database with that name already exists', status: 400, source: 'client' },
  d1_sql: { code: 7500, message: '{detail}', status: 400, source: 'issue' },
} as const satisfies Readonly<Record<string, ErrorRow>>
