import * as z from '@zonewright/core/schema'
import { hexIdentifier, identifier } from '../common.ts'

/** The account that a call is about. */
export const inAccount = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
}

/** The Worker that a call is about. */
export const oneScript = {
  ...inAccount,
  /** Name of the Worker: lower-case letters, digits, `-` and `_`, at most 63 characters. */
  script_name: identifier,
}

/** Something that the code reaches under a name of its own. */
export const binding = z.record(z.string(), z.unknown())

/** Settings that come with code or alone. */
export const settingFields = {
  /** What the code reaches by name: objects of `name`, `type` and what the type needs, such as `namespace_id` of a `kv_namespace`. The `text` of a `secret_text` is never given back. */
  bindings: z.optional(z.array(binding)),
  /** Day whose version of the runtime is used, as YYYY-MM-DD. */
  compatibility_date: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  /** Switches of the runtime, such as `nodejs_compat`. */
  compatibility_flags: z.optional(z.array(z.string())),
  /** How the Worker is billed; `bundled` and `unbound` are older names. */
  usage_model: z.optional(z.enum(['standard', 'bundled', 'unbound'])),
  /** Whether logs are pushed to a Logpush job. Default false. */
  logpush: z.optional(z.boolean()),
  /** Words by which Workers are found again, at most eight. */
  tags: z.optional(z.nullable(z.array(z.string()).check(z.maxLength(8)))),
  /** Where the code runs: `{ mode: 'smart' }`, or anywhere when empty. */
  placement: z.optional(z.record(z.string(), z.unknown())),
  /** Workers that receive the traces of this one. */
  tail_consumers: z.optional(
    z.nullable(
      z.array(
        z.strictObject({
          /** Name of the receiving Worker. */
          service: z.string(),
          /** Its environment. */
          environment: z.optional(z.string()),
        }),
      ),
    ),
  ),
}

/** The same settings as they come back. */
export const shownSettings = {
  /** What the code reaches by name; secrets without their text. */
  bindings: z.optional(z.array(binding)),
  /** Day whose version of the runtime is used, as YYYY-MM-DD. */
  compatibility_date: z.optional(z.string()),
  /** Switches of the runtime. */
  compatibility_flags: z.optional(z.array(z.string())),
  /** How the Worker is billed. */
  usage_model: z.optional(z.string()),
  /** Whether logs are pushed to a Logpush job. */
  logpush: z.optional(z.boolean()),
  /** Words by which Workers are found again. */
  tags: z.optional(z.nullable(z.array(z.string()))),
  /** Where the code runs. */
  placement: z.optional(z.record(z.string(), z.unknown())),
  /** Workers that receive the traces of this one. */
  tail_consumers: z.optional(z.nullable(z.array(z.record(z.string(), z.unknown())))),
}

/** What is said of code when it is uploaded. */
export const uploadMetadata = z.strictObject({
  /** Name of the module that handles events, one of `files`. */
  main_module: z.optional(z.string()),
  /** Name of the part that holds the script, when it is no module; `script` is one. */
  body_part: z.optional(z.string()),
  ...settingFields,
  /** Types of bindings to keep from before though they are not said, such as `secret_text`. */
  keep_bindings: z.optional(z.array(z.string())),
  /** Changes of Durable Object classes. */
  migrations: z.optional(z.record(z.string(), z.unknown())),
  /** Static files. */
  assets: z.optional(
    z.strictObject({
      /** Token that stands for files that were uploaded. */
      jwt: z.optional(z.string()),
      /** How they are served, such as `{ not_found_handling: 'single-page-application' }`. */
      config: z.optional(z.record(z.string(), z.unknown())),
    }),
  ),
  /** Keep the static files from before though no token is given. Default false. */
  keep_assets: z.optional(z.boolean()),
  /** Where logs and traces go. */
  observability: z.optional(z.record(z.string(), z.unknown())),
  /** Limits of the Worker, such as `cpu_ms`. */
  limits: z.optional(z.record(z.string(), z.unknown())),
  /** Notes about the upload, such as `workers/message`. */
  annotations: z.optional(z.record(z.string(), z.string())),
})
