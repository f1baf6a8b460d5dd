import * as z from '@zonewright/core/schema'

/** Number of a job. */
export const jobNumber = z.int().check(z.gte(1))

const text = z.optional(z.nullable(z.string()))

/** How records are written. */
export const outputOptions = z.strictObject({
  /** Names of the fields; there is no word for all of them. */
  field_names: z.optional(z.array(z.string())),
  /** Form of the records. Default `ndjson`. */
  output_type: z.optional(z.enum(['ndjson', 'csv'])),
  /** Form of times. Default `unixnano`. */
  timestamp_format: z.optional(z.enum(['unixnano', 'unix', 'rfc3339'])),
  /** Share of the records, above 0 to 1. Default 1. */
  sample_rate: z.optional(z.nullable(z.number().check(z.gte(0), z.lte(1)))),
  /** Text before each batch. */
  batch_prefix: text,
  /** Text behind each batch. */
  batch_suffix: text,
  /** Text between fields, without a template. */
  field_delimiter: text,
  /** Text between records. */
  record_delimiter: text,
  /** Text before each record. */
  record_prefix: text,
  /** Text behind each record. */
  record_suffix: text,
  /** Template of each record, in the form of Go. */
  record_template: text,
  /** Whether `${` becomes `x{`, against Log4Shell. Default false. */
  'CVE-2021-44228': z.optional(z.nullable(z.boolean())),
})

const limit = (lowest: number, highest: number) => z.optional(z.nullable(z.int().check(z.refine((value) => value === 0 || (value >= lowest && value <= highest), `expected 0 or a number from ${lowest} to ${highest}`))))

const common = {
  /** Whether logs are pushed. Default false. */
  enabled: z.optional(z.boolean()),
  /** Which of them, as a filter in JSON. */
  filter: text,
  /** How often, in the old way; `max_upload_` settings say it better. */
  frequency: z.optional(z.nullable(z.enum(['high', 'low']))),
  /** Fields and form, in the old way; `output_options` win. */
  logpull_options: text,
  /** Most bytes of a batch: 5,000,000 to 1,000,000,000, or 0 for no limit. */
  max_upload_bytes: limit(5_000_000, 1_000_000_000),
  /** Most seconds of a batch: 30 to 300, or 0 for no limit. */
  max_upload_interval_seconds: limit(30, 300),
  /** Most records of a batch: 1,000 to 1,000,000, or 0 for no limit. */
  max_upload_records: limit(1000, 1_000_000),
  /** How records are written. */
  output_options: z.optional(z.nullable(outputOptions)),
}

/** Where logs go. */
const destination = z.string().check(z.minLength(1), z.maxLength(4096))

/** Proof that the destination is one's own. */
const challenge = z.optional(z.string())

/** What a new job may say. */
export const createFields = {
  /** Where logs go, such as `r2://...`, `s3://...`, `https://...`; it may hold keys, at most 4,096 characters. */
  destination_conf: destination,
  /** Which logs. Default `http_requests`. */
  dataset: z.optional(z.nullable(z.string().check(z.minLength(1)))),
  /** Name for people: letters, digits, `.`, `-`; at most 512 characters. */
  name: z.optional(z.nullable(z.string().check(z.maxLength(512), z.regex(/^[a-zA-Z0-9\-.]*$/)))),
  /** `edge` for logs of the edge itself, where the dataset has them. */
  kind: z.optional(z.enum(['', 'edge'])),
  /** What the file says that the service wrote to the destination; not needed for every kind of destination. */
  ownership_challenge: challenge,
  ...common,
}

/** What may be changed of a job. */
export const updateFields = {
  /** New place for the logs; with `ownership_challenge` where that is needed. */
  destination_conf: z.optional(destination),
  /** Name for people. */
  name: createFields.name,
  /** Proof for a new destination. */
  ownership_challenge: challenge,
  ...common,
}

/** A job that pushes logs. */
export const LogpushJob = z.object({
  /** Number. Read-only. */
  id: z.number(),
  /** Which logs. */
  dataset: z.optional(z.nullable(z.string())),
  /** Where they go. */
  destination_conf: z.optional(z.string()),
  /** Name for people. */
  name: z.optional(z.nullable(z.string())),
  /** `edge`, or empty. */
  kind: z.optional(z.string()),
  ...common,
  /** When logs were pushed last without a fault, RFC 3339, or null. Read-only. */
  last_complete: z.optional(z.nullable(z.string())),
  /** When it failed last, RFC 3339; null while all is well. Read-only. */
  last_error: z.optional(z.nullable(z.string())),
  /** Why it failed. Read-only. */
  error_message: z.optional(z.nullable(z.string())),
})
export interface LogpushJob extends z.output<typeof LogpushJob> {}

/** Fields that hold keys. */
export const secrets = ['destination_conf', 'ownership_challenge']

/** Where a challenge was written. */
export const OwnershipChallenge = z.object({
  /** Path of the file in the destination. */
  filename: z.string(),
  /** Whether it could be written. */
  valid: z.boolean(),
  /** Why not; empty otherwise. */
  message: z.string(),
})
export interface OwnershipChallenge extends z.output<typeof OwnershipChallenge> {}

/** Whether something is so. */
export const Validity = z.object({
  /** Whether it is. */
  valid: z.boolean(),
})
export interface Validity extends z.output<typeof Validity> {}

/** What was deleted. */
export const DeletedJob = z.object({
  /** Number of the job. */
  id: z.number(),
})
export interface DeletedJob extends z.output<typeof DeletedJob> {}
