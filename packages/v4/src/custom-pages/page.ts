import * as z from '@zonewright/core/schema'

/** Names of the pages that can be made one's own. */
export const pageNames = ['basic_challenge', 'managed_challenge', 'waf_block', 'waf_challenge', 'country_challenge', 'ip_block', 'under_attack', 'ratelimit_block', '500_errors', '1000_errors'] as const

/** Name of a page. */
export const pageName = z.enum(pageNames)

/** What a page is set to. */
export const pageFields = {
  /** `customized` shows one's own page, `default` that of the service. */
  state: z.enum(['default', 'customized']),
  /** Address that one's own page is fetched from; null or empty with `default`. */
  url: z.nullable(z.string()),
}

export const CustomPage = z.object({
  /** Name of the page. Read-only. */
  id: z.string(),
  /** What it is shown for. Read-only. */
  description: z.optional(z.string()),
  /** Words that a page of one's own must hold, each in `::`. Read-only. */
  required_tokens: z.optional(z.array(z.string())),
  /** Name that a preview goes by. Read-only. */
  preview_target: z.optional(z.string()),
  /** `customized` or `default`. */
  state: z.optional(z.string()),
  /** Address that one's own page is fetched from, or null. */
  url: z.optional(z.nullable(z.string())),
  /** When it was set first, RFC 3339, or null. Read-only. */
  created_on: z.optional(z.nullable(z.string())),
  /** When it was changed last, RFC 3339, or null. Read-only. */
  modified_on: z.optional(z.nullable(z.string())),
})
export interface CustomPage extends z.output<typeof CustomPage> {}
