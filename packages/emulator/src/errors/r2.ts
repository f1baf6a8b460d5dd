import type { ErrorRow } from '../errors.ts'

/** Refusals of R2. */
export const r2Errors = {
  r2_bucket_exists: { code: 10004, message: 'The bucket you tried to create already exists, and you own it.', status: 409, source: 'issue' },
  r2_bucket_name: { code: 10005, message: 'The specified bucket name is not valid.', status: 400, source: 'docs' },
  r2_bucket_not_found: { code: 10006, message: 'The specified bucket does not exist.', status: 404, source: 'client' },
  r2_invalid: { code: 10040, message: "Invalid value for '{field}': {detail}", status: 400, source: 'inferred' },
  r2_object_not_found: { code: 10007, message: 'The specified key does not exist.', status: 404, source: 'client' },
  r2_bucket_not_empty: { code: 10008, message: 'The bucket you tried to delete is not empty.', status: 409, source: 'docs' },
  r2_cors_not_found: { code: 10059, message: 'The CORS configuration does not exist.', status: 404, source: 'inferred' },
} as const satisfies Readonly<Record<string, ErrorRow>>
