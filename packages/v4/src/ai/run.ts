/**
 * Running models of Workers AI.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { inAccount } from '../common.ts'
import { endpoint } from '../protocol.ts'

const Run = z.strictObject({
  ...inAccount,
  /** Name of the model, such as `@cf/meta/llama-3.1-8b-instruct`. */
  model_name: z.string().check(z.minLength(1)),
  /** What the model takes, such as `{ prompt }`, `{ messages }` or `{ text }`; its page says it. */
  input: z.record(z.string(), z.unknown()),
})
export interface Run extends z.input<typeof Run> {}

/**
 * Run a model. What comes back is the model's own: an object with `response` for texts, `shape` and `data` for embeddings.
 * Models whose answer is a picture or a sound send bytes rather than JSON: they end in a DecodeError here.
 * @example const result = await cf.ai.run({ account_id, model_name: '@cf/meta/llama-3.1-8b-instruct', input: { prompt: 'Which day is it?' } })
 */
export const run = endpoint<Run, unknown>('POST /accounts/{account_id}/ai/run/{model_name}', { input: Run, result: z.unknown(), body: { json: 'input' }, slashes: ['model_name'], plainSlashes: true, permission: '#ai:read', since: '2023-09' })
