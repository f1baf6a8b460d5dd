/**
 * API tokens of the user.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'

const Verify = z.strictObject({})
export interface Verify extends z.input<typeof Verify> {}

const TokenState = z.object({
  /** Identifier of the token; not its value. */
  id: z.string(),
  /** `active`, `disabled` or `expired`. */
  status: z.string(),
  /** First moment it holds, RFC 3339. */
  not_before: z.optional(z.string()),
  /** Last moment it holds, RFC 3339. */
  expires_on: z.optional(z.string()),
})
export interface TokenState extends z.output<typeof TokenState> {}

/**
 * Ask whether the token in use is good.
 * @example const { status } = await cf.user.tokens.verify({})
 */
export const verify = endpoint<Verify, TokenState>('GET /user/tokens/verify', { input: Verify, result: TokenState })
