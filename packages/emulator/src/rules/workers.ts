import { refuse } from '../errors.ts'
import { isCron } from './cron.ts'

type Fields = Readonly<Record<string, unknown>>

/** What the code reaches by name; a secret has no text here. */
export type Binding = Readonly<Record<string, unknown>> & { readonly name: string; readonly type: string }

/** Settings of a Worker as they are kept. */
export interface WorkerSettings {
  readonly bindings: readonly Binding[]
  readonly compatibility_date?: string
  readonly compatibility_flags: readonly string[]
  readonly usage_model: string
  readonly logpush: boolean
  readonly tags: readonly string[]
  readonly placement: Fields
  readonly tail_consumers: readonly Fields[] | null
}

/** What uploaded a Worker, as the service tells it by the program that called: its own tools by their names, all else as `api`. */
export const sourceOf = (userAgent = ''): string => (/^wrangler\//i.test(userAgent) ? 'wrangler' : /terraform/i.test(userAgent) ? 'terraform' : 'api')

/** What a new Worker has. */
export const firstSettings: WorkerSettings = { bindings: [], compatibility_flags: [], usage_model: 'standard', logpush: false, tags: [], placement: {}, tail_consumers: null }

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string')

const wrong = (setting: string): never => {
  throw refuse('worker_setting', { setting })
}

const bindingsOf = (given: unknown): readonly Binding[] => {
  if (!Array.isArray(given)) return wrong('bindings')
  return given.map((one: unknown) => {
    if (!isObject(one) || typeof one['name'] !== 'string' || one['name'] === '' || typeof one['type'] !== 'string') return wrong('bindings')
    // The text of a secret goes nowhere: it can't be read, so it need not be kept.
    const { text, ...shown } = one
    return (one['type'] === 'secret_text' || text === undefined ? shown : one) as Binding
  })
}

const checks: Readonly<Record<Exclude<keyof WorkerSettings, 'bindings'>, (value: unknown) => boolean>> = {
  compatibility_date: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
  compatibility_flags: isTexts,
  usage_model: (value) => value === 'standard' || value === 'bundled' || value === 'unbound',
  logpush: (value) => typeof value === 'boolean',
  tags: (value) => isTexts(value) && value.length <= 8,
  placement: isObject,
  tail_consumers: (value) => Array.isArray(value) && value.every((one) => isObject(one) && typeof one['service'] === 'string'),
}

/**
 * Settings after a change; what is not said stays.
 * @throws Refusal `worker_setting`.
 */
export const changedSettings = (before: WorkerSettings, change: Fields): WorkerSettings => {
  const after: Record<string, unknown> = { ...before }
  for (const [name, accepts] of Object.entries(checks)) {
    const value = change[name]
    if (value === undefined) continue
    if (value === null) after[name] = firstSettings[name as keyof WorkerSettings]
    else if (accepts(value)) after[name] = value
    else wrong(name)
  }
  if (change['bindings'] !== undefined) after['bindings'] = bindingsOf(change['bindings'])
  return after as unknown as WorkerSettings
}

/** Settings after an upload: all from its metadata, but bindings of the kinds that it keeps. */
export const uploadedSettings = (before: WorkerSettings | undefined, metadata: Fields): WorkerSettings => {
  const kept = isTexts(metadata['keep_bindings']) ? metadata['keep_bindings'] : []
  const after = changedSettings(firstSettings, metadata)
  const old = (before?.bindings ?? []).filter(({ name, type }) => (kept.includes(type) || type === 'secret_text') && !after.bindings.some((one) => one.name === name))
  return { ...after, bindings: [...after.bindings, ...old] }
}

/**
 * The tag after a change of Durable Object classes: it must say which tag it comes from, so that none is applied twice.
 * @throws Refusal `worker_migration`.
 */
export const migrationTag = (current: string | undefined, given: unknown): string | undefined => {
  if (!isObject(given) || typeof given['new_tag'] !== 'string') return current
  if ((given['old_tag'] ?? undefined) !== current) throw refuse('worker_migration', { tag: current ?? 'none' })
  return given['new_tag']
}

/**
 * Schedules as they were given.
 * @throws Refusal `worker_cron`, `request_invalid` when it is no list.
 */
export const cronsOf = (given: unknown): readonly string[] => {
  if (!Array.isArray(given)) throw refuse('request_invalid')
  return given.map((one: unknown) => {
    const cron = isObject(one) ? one['cron'] : undefined
    if (typeof cron !== 'string' || !isCron(cron)) throw refuse('worker_cron')
    return cron
  })
}

/**
 * A route's pattern: its host is the zone, or below it, or stands for such hosts.
 * @throws Refusal `worker_route_pattern`.
 */
export const routePattern = (pattern: unknown, zone: string): string => {
  const host = typeof pattern === 'string' ? pattern.replace(/^(?:https?|\*):\/\//, '').replace(/[/?#].*$/s, '').replace(/:\d+$/, '').replace(/^\*\.?/, '').toLowerCase() : ''
  if (typeof pattern !== 'string' || /\s/.test(pattern) || host.includes('*') || (host !== zone && !host.endsWith(`.${zone}`))) throw refuse('worker_route_pattern', { pattern: String(pattern), zone })
  return pattern
}
