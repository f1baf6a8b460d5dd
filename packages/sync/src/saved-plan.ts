import { textDigest } from './digest.ts'
import { SavedPlanError } from './errors.ts'
import type { Plan } from './plan.ts'

const advice = 'make it again with zw zone plan FILE ZONE --out PLAN.json'

/**
 * A plan as JSON to keep, to review and to apply later. It ends with the digest of its own text, so that what is applied is what was
 * reviewed.
 * @example const text = printPlan(makePlan({ store, zone: { id: zone_id, name: 'example.com.' }, held: [], desired: records }))
 */
export const printPlan = (plan: Plan): string => `${JSON.stringify({ plan, digest: textDigest(JSON.stringify(plan)) }, undefined, 2)}\n`

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a text looks like a saved plan rather than like a zone file. */
export const looksSaved = (text: string): boolean => /^\s*\{/.test(text)

/**
 * Reads what {@link printPlan} wrote.
 * @throws SavedPlanError when it is no plan, of another version, or not as it was saved.
 * @example const plan = readPlan(printPlan(makePlan({ store, zone: { id: zone_id, name: 'example.com.' }, held: [], desired: [] })))
 */
export const readPlan = (text: string): Plan => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new SavedPlanError(`it is no JSON; ${advice}`, { cause })
  }
  const plan = isObject(json) ? json['plan'] : undefined
  if (!isObject(json) || !isObject(plan) || typeof json['digest'] !== 'string') throw new SavedPlanError(`it is no saved plan; ${advice}`)
  if (plan['format'] !== 1) throw new SavedPlanError(`it is a plan of version ${String(plan['format'])}, this program reads version 1; ${advice}`)
  // The digest speaks for the shape of everything in it: we wrote it.
  if (textDigest(JSON.stringify(plan)) !== json['digest']) throw new SavedPlanError(`it was altered since it was saved; ${advice}`)
  return plan as unknown as Plan
}
