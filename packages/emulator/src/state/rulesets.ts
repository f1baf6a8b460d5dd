import type { Ruleset } from '../rules/rulesets.ts'
import type { Collection } from './documents.ts'
import type { State } from './state.ts'

/** The rulesets of zones and accounts. */
export const rulesetsIn = (state: State): Collection<Ruleset> => state.documents.collection<Ruleset>('rulesets')

/** How many rules of an account and its zones refer to a list, as `$name`. */
export const referencesTo = (state: State, accountId: string, name: string): number => {
  const reference = new RegExp(`\\$${name}(?![A-Za-z0-9_.])`)
  const scopes = [accountId, ...state.zones.ofAccounts([accountId]).map((zone) => zone.id)]
  return scopes.flatMap((scope) => rulesetsIn(state).all(scope)).flatMap(({ value }) => value.rules).filter(({ expression }) => reference.test(expression)).length
}
