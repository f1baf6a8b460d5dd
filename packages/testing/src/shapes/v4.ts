/**
 * The shapes of endpoints that API v4 has, one declaration each, beside those of `@zonewright/v4` itself.
 * @module
 */
import { cursor } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { endpoint, listing } from '@zonewright/v4/protocol'

const KeyList = z.strictObject({
  /** Identifier of the account. */
  account_id: z.string(),
  /** Identifier of the namespace. */
  namespace_id: z.string(),
  /** Only keys that start so. */
  prefix: z.optional(z.string()),
  /** Keys a page, 10 to 1000. */
  limit: z.optional(z.int().check(z.gte(10), z.lte(1000))),
  /** Where to go on; from the page before. */
  cursor: z.optional(z.string()),
})
export interface KeyList extends z.input<typeof KeyList> {}

const Key = z.object({
  /** Name of the key, at most 512 bytes. */
  name: z.string(),
  /** When it ends, in seconds since 1970. */
  expiration: z.optional(z.number()),
})
export interface Key extends z.output<typeof Key> {}

/**
 * List the keys of a namespace: pages by cursor.
 * @example for await (const key of cf.keys({ account_id, namespace_id })) console.log(key.name)
 */
export const keys = listing<KeyList, Key>('GET /accounts/{account_id}/storage/kv/namespaces/{namespace_id}/keys', { input: KeyList, item: Key, page: cursor({ limit: 1000 }), permission: '#kv:read' })

const RuleDelete = z.strictObject({
  /** Identifier of the zone. */
  zone_id: z.string(),
  /** Identifier of the rule. */
  rule_id: z.string(),
  /** What else to delete. Default `none`. */
  cascade: z.optional(z.enum(['none', 'basic', 'aggressive'])),
})
export interface RuleDelete extends z.input<typeof RuleDelete> {}

const Deleted = z.object({
  /** Identifier of what was deleted. */
  id: z.string(),
})
export interface Deleted extends z.output<typeof Deleted> {}

/**
 * Delete an access rule: a DELETE with a body.
 * @example await cf.removeRule({ zone_id, rule_id, cascade: 'basic' })
 */
export const removeRule = endpoint<RuleDelete, Deleted>('DELETE /zones/{zone_id}/firewall/access_rules/rules/{rule_id}', { input: RuleDelete, result: Deleted, permission: '#firewall:edit' })

const ScriptPut = z.strictObject({
  /** Identifier of the account. */
  account_id: z.string(),
  /** Name of the script. */
  script_name: z.string(),
  /** Source of the script; it is the whole body. */
  script: z.upload(),
})
export interface ScriptPut extends z.input<typeof ScriptPut> {}

const Script = z.object({
  /** Name of the script. */
  id: z.string(),
  /** Digest of its source. */
  etag: z.string(),
})
export interface Script extends z.output<typeof Script> {}

/**
 * Upload a script: the body is raw source, not JSON.
 * @example await cf.putScript({ account_id, script_name: 'hello', script: 'addEventListener("fetch", () => {})' })
 */
export const putScript = endpoint<ScriptPut, Script>('PUT /accounts/{account_id}/workers/scripts/{script_name}', { input: ScriptPut, result: Script, body: { raw: 'script', type: 'application/javascript' }, permission: '#worker:edit' })

const Query = z.strictObject({
  /** GraphQL text. */
  query: z.string(),
  /** Values of its variables. */
  variables: z.optional(z.record(z.string(), z.unknown())),
})
export interface Query extends z.input<typeof Query> {}

const Answer = z.object({
  /** What was asked for. */
  data: z.nullable(z.record(z.string(), z.unknown())),
})
export interface Answer extends z.output<typeof Answer> {}

/**
 * Ask the analytics: the answer is outside the envelope.
 * @example const { data } = await cf.graphql({ query: '{ viewer { zones { zoneTag } } }' })
 */
export const graphql = endpoint<Query, Answer>('POST /graphql', { input: Query, result: Answer, answer: 'bare', safety: 'read' })
