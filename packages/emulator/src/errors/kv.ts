import type { ErrorRow } from '../errors.ts'

/** Refusals of Workers KV. */
export const kvErrors = {
  kv_key_not_found: { code: 10009, message: "get: 'key not found'", status: 404, source: 'client' },
  kv_namespace_not_found: { code: 10013, message: 'namespace not found', status: 404, source: 'client' },
  kv_title_taken: { code: 10014, message: 'a namespace with this account ID and title already exists', status: 400, source: 'issue' },
  kv_title: { code: 10019, message: 'a namespace title of 1 to 512 characters is required', status: 400, source: 'inferred' },
  kv_key_name: { code: 10022, message: 'the key name must have 1 to 512 bytes and must not be . or ..', status: 400, source: 'inferred' },
  kv_value_size: { code: 10024, message: 'the value must not be larger than 26214400 bytes', status: 413, source: 'inferred' },
  kv_metadata: { code: 10030, message: 'the metadata must be JSON of at most 1024 bytes', status: 400, source: 'inferred' },
  kv_expiration: { code: 10033, message: 'invalid {field} of {value}: values must last at least 60 seconds', status: 400, source: 'inferred' },
} as const satisfies Readonly<Record<string, ErrorRow>>
