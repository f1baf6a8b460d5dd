import * as z from '@zonewright/core/schema'

const stage = z.object({
  /** What is done in it: `queued`, `initialize`, `clone_repo`, `build` or `deploy`. */
  name: z.string(),
  /** How it goes: `idle`, `active`, `success`, `failure`, `canceled` or `skipped`. */
  status: z.string(),
  /** When it began, RFC 3339, or null. */
  started_on: z.nullable(z.string()),
  /** When it ended, RFC 3339, or null. */
  ended_on: z.nullable(z.string()),
})

/** One version of a site. */
export const Deployment = z.object({
  /** Identifier, a UUID. Read-only. */
  id: z.string(),
  /** The first eight characters of it. Read-only. */
  short_id: z.optional(z.string()),
  /** Identifier of the project. Read-only. */
  project_id: z.optional(z.string()),
  /** Name of the project. Read-only. */
  project_name: z.optional(z.string()),
  /** `production` or `preview`. Read-only. */
  environment: z.optional(z.string()),
  /** Address of this very version. Read-only. */
  url: z.optional(z.string()),
  /** Other addresses that lead to it, or null. Read-only. */
  aliases: z.optional(z.nullable(z.array(z.string()))),
  /** The stage that it is in. Read-only. */
  latest_stage: z.optional(stage),
  /** All stages, in their order. Read-only. */
  stages: z.optional(z.array(stage)),
  /** Whether it was left out, as a commit can ask. Read-only. */
  is_skipped: z.optional(z.boolean()),
  /** What brought it about. Read-only. */
  deployment_trigger: z.optional(
    z.object({
      /** `ad_hoc` for an upload, `github:push` and the like. */
      type: z.string(),
      /** What is known of the source. */
      metadata: z.object({
        /** Branch. */
        branch: z.string(),
        /** Commit. */
        commit_hash: z.string(),
        /** What the commit says. */
        commit_message: z.string(),
        /** Whether files had changed since the commit. */
        commit_dirty: z.optional(z.boolean()),
      }),
    }),
  ),
  /** How it was built. Read-only. */
  build_config: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  /** Variables it was built with; secrets without their value. Read-only. */
  env_vars: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  /** Where its source comes from. Read-only. */
  source: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  /** When it was created, RFC 3339. Read-only. */
  created_on: z.string(),
  /** When it changed last, RFC 3339. Read-only. */
  modified_on: z.optional(z.string()),
})
export interface Deployment extends z.output<typeof Deployment> {}
