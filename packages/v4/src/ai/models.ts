/**
 * Models of Workers AI.
 * @module
 */
import { pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { inAccount } from '../common.ts'
import { listing } from '../protocol.ts'

/** A model. */
const Model = z.object({
  /** Identifier, a UUID. */
  id: z.optional(z.string()),
  /** Name by which it is run, such as `@cf/meta/llama-3.1-8b-instruct`. */
  name: z.string(),
  /** What it is good at. */
  description: z.optional(z.string()),
  /** What it does. */
  task: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  /** Facts such as its price and its longest input. */
  properties: z.optional(z.array(z.record(z.string(), z.unknown()))),
  /** Where it comes from. */
  source: z.optional(z.number()),
})
export interface Model extends z.output<typeof Model> {}

const ModelSearch = z.strictObject({
  ...inAccount,
  /** Words in its name or description. */
  search: z.optional(z.string()),
  /** Name of what it does, such as `Text Generation`. */
  task: z.optional(z.string()),
  /** Who made it. */
  author: z.optional(z.string()),
  /** Number of where it comes from. */
  source: z.optional(z.number()),
  /** Leave models out that are being tried. Default false. */
  hide_experimental: z.optional(z.boolean()),
  /** Number of the first page to ask for, from 1. */
  page: z.optional(z.int().check(z.gte(1))),
  /** Models a page. */
  per_page: z.optional(z.int().check(z.gte(1))),
})
export interface ModelSearch extends z.input<typeof ModelSearch> {}

/**
 * Find models that can be run.
 * @example for await (const model of cf.ai.models.search({ account_id, task: 'Text Generation' })) console.log(model.name)
 */
export const search = listing<ModelSearch, Model>('GET /accounts/{account_id}/ai/models/search', { input: ModelSearch, item: Model, page: pageNumber({ perPage: 100 }), permission: '#ai:read', since: '2024-01' })
