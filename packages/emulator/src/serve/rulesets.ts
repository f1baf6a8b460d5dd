import { rulesets } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { cursorPage } from '../rules/cursor-paging.ts'
import { type ChangeOptions, labelsOf, nextVersion, positioned, refuseField, refuseRule, refuseSecond, ruleOf, type Ruleset, rulesOf } from '../rules/rulesets.ts'
import { rulesetsIn } from '../state/rulesets.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountFor } from './account-scope.ts'
import { type Context, type Handler, serve, serveZone } from './handler.ts'

/** A zone or an account: where its rulesets are kept, and which kind runs by itself there. */
interface Level {
  readonly scope: string
  readonly entryPoint: 'zone' | 'root'
}

interface Found extends Ruleset {
  readonly id: string
}

const shown = ({ id, name, description, kind, version, rules, last_updated, phase }: Found): Record<string, unknown> => ({ id, name, description, kind, version, rules, last_updated, phase })

const all = ({ state }: Context, { scope }: Level): readonly Found[] => rulesetsIn(state).all(scope).map(({ id, value }) => ({ id, ...value }))

const list = (context: Context, level: Level): Outcome => {
  const { items, info } = cursorPage(all(context, level), context.input, 50)
  return { result: items.map(({ rules: _rules, ...ruleset }) => ruleset), info }
}

const find = (context: Context, level: Level): Found => {
  const id = String(context.input['ruleset_id'])
  const found = rulesetsIn(context.state).get(level.scope, id)
  if (found === undefined) throw refuse('ruleset_not_found', { id })
  return { id, ...found }
}

const entryPointOf = (context: Context, level: Level, phase: unknown): Found | undefined => all(context, level).find((ruleset) => ruleset.phase === phase && ruleset.kind === level.entryPoint)

const keep = ({ state }: Context, { scope }: Level, { id, ...ruleset }: Found): Outcome => {
  rulesetsIn(state).put(scope, id, ruleset)
  return { result: shown({ id, ...ruleset }) }
}

const optionsOf = ({ clock, ids }: Context, phase: string): ChangeOptions => ({ phase, now: microsecondDate(clock.now()), newId: () => ids.next() })

const phaseForm = /^(?:ddos|http|magic)_[a-z0-9_]+$/

const phaseOf = (value: unknown): string => {
  if (typeof value !== 'string' || !phaseForm.test(value)) throw refuseField('/phase', value, 'it is not a phase')
  return value
}

const create = (context: Context, level: Level): Outcome => {
  const { input, ids } = context
  const { kind } = input
  const phase = phaseOf(input['phase'])
  if (typeof kind !== 'string' || (kind !== 'custom' && kind !== level.entryPoint)) throw refuseField('/kind', kind, `it must be ${level.entryPoint} or custom`)
  if (kind === level.entryPoint && entryPointOf(context, level, phase) !== undefined) throw refuseSecond(kind, phase)
  const options = optionsOf(context, phase)
  return keep(context, level, { id: ids.next(), ...labelsOf(input, { name: '', description: '' }), kind, version: '1', rules: rulesOf(input['rules'], [], options), last_updated: options.now, phase })
}

const replace = (context: Context, level: Level, before: Found): Outcome => {
  const options = optionsOf(context, before.phase)
  return keep(context, level, { id: before.id, ...nextVersion(before, { ...labelsOf(context.input, before), rules: rulesOf(context.input['rules'], before.rules, options) }, options.now) })
}

const remove = (context: Context, level: Level): Outcome => {
  rulesetsIn(context.state).remove(level.scope, find(context, level).id)
  return { result: undefined, empty: true }
}

const entryPoint = (context: Context, level: Level): Outcome => {
  const phase = phaseOf(context.input['ruleset_phase'])
  const found = entryPointOf(context, level, phase)
  if (found === undefined) throw refuse('ruleset_entry_point_missing', { phase })
  return { result: shown(found) }
}

const updateEntryPoint = (context: Context, level: Level): Outcome => {
  const phase = phaseOf(context.input['ruleset_phase'])
  const fresh = (): Found => ({ id: context.ids.next(), name: 'default', description: '', kind: level.entryPoint, version: '0', rules: [], last_updated: '', phase })
  return replace(context, level, entryPointOf(context, level, phase) ?? fresh())
}

const createRule = (context: Context, level: Level): Outcome => {
  const ruleset = find(context, level)
  const options = optionsOf(context, ruleset.phase)
  const rules = positioned(ruleset.rules, ruleOf(context.input, options), { position: context.input['position'], place: ruleset.rules.length })
  return keep(context, level, { id: ruleset.id, ...nextVersion(ruleset, { rules }, options.now) })
}

/** What of an input is no content of a rule. */
const addressing: ReadonlySet<string> = new Set(['zone_id', 'account_id', 'ruleset_id', 'rule_id', 'id', 'position'])

const editRule = (context: Context, level: Level): Outcome => {
  const { input } = context
  const ruleset = find(context, level)
  const place = ruleset.rules.findIndex(({ id }) => id === input['rule_id'])
  const before = ruleset.rules[place]
  if (before === undefined) throw refuseRule(input['rule_id'], ruleset.id)
  const options = optionsOf(context, ruleset.phase)
  // A position alone moves the rule; anything else replaces it.
  const moves = input['position'] !== undefined && Object.keys(input).every((name) => addressing.has(name))
  const rules = positioned(ruleset.rules.toSpliced(place, 1), moves ? before : ruleOf(input, options, { before }), { position: input['position'], place })
  return keep(context, level, { id: ruleset.id, ...nextVersion(ruleset, { rules }, options.now) })
}

const removeRule = (context: Context, level: Level): Outcome => {
  const ruleset = find(context, level)
  const rules = ruleset.rules.filter(({ id }) => id !== context.input['rule_id'])
  if (rules.length === ruleset.rules.length) throw refuseRule(context.input['rule_id'], ruleset.id)
  return keep(context, level, { id: ruleset.id, ...nextVersion(ruleset, { rules }, microsecondDate(context.clock.now())) })
}

const get = (context: Context, level: Level): Outcome => ({ result: shown(find(context, level)) })
const update = (context: Context, level: Level): Outcome => replace(context, level, find(context, level))

/** What the modules of zones and of accounts have in common. */
type Module = typeof rulesets.zone | typeof rulesets.account

const calls = [
  [(at: Module) => at.list, list],
  [(at: Module) => at.create, create],
  [(at: Module) => at.get, get],
  [(at: Module) => at.update, update],
  [(at: Module) => at.remove, remove],
  [(at: Module) => at.phases.get, entryPoint],
  [(at: Module) => at.phases.update, updateEntryPoint],
  [(at: Module) => at.rules.create, createRule],
  [(at: Module) => at.rules.edit, editRule],
  [(at: Module) => at.rules.remove, removeRule],
] as const

/** Handlers of rulesets; zones and accounts have the same calls. */
export const rulesetHandlers: readonly Handler[] = calls.flatMap(([endpointOf, handle]) => [
  serveZone(endpointOf(rulesets.zone), (context) => handle(context, { scope: context.zone.id, entryPoint: 'zone' })),
  serve(endpointOf(rulesets.account), (context) => handle(context, { scope: accountFor(context, context.input['account_id']).id, entryPoint: 'root' })),
])
