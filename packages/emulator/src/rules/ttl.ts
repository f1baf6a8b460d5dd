import { refuse } from '../errors.ts'
import { type PlanName, plans } from './plans.ts'

/** What a TTL of "automatic" is written as. */
export const automaticTtl = 1

/**
 * The TTL a record keeps: 1 (automatic) when none is given or when traffic goes through the proxy.
 * @param ttl Seconds: 1, or from 60 (30 with Enterprise) to 86400.
 * @throws Refusal `ttl_invalid`, also for a number in quotes.
 */
export const recordTtl = (ttl: unknown, { plan, proxied }: { readonly plan: PlanName; readonly proxied: boolean }): number => {
  const lowest = plans[plan].lowestTtl
  const value = ttl ?? automaticTtl
  if (typeof value !== 'number' || !Number.isInteger(value) || (value !== automaticTtl && (value < lowest || value > 86_400))) throw refuse('ttl_invalid', { lowest })
  return proxied ? automaticTtl : value
}
