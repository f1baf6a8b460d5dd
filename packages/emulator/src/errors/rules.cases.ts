import type { ErrorCase } from '../testing/error-case.ts'

/** A request for every refusal of the firewall, page rules, rulesets and lists. */
export const ruleErrorCases: readonly ErrorCase[] = []
