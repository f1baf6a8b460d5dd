import { refuse } from '../errors.ts'
import { type PlanName, plans } from './plans.ts'

/** What a purge takes out of the cache; the files may carry headers that are part of their cache key. */
export type PurgeRequest =
  | { readonly purge_everything: true }
  | { readonly files: readonly unknown[] }
  | { readonly tags: readonly string[] }
  | { readonly hosts: readonly string[] }
  | { readonly prefixes: readonly string[] }

const kinds = ['purge_everything', 'files', 'tags', 'hosts', 'prefixes'] as const
const most = 100

const inZone = (host: string, zone: string): boolean => host === zone || host.endsWith(`.${zone}`)

const urlOf = (file: unknown): string => {
  const url = typeof file === 'object' && file !== null ? (file as { url?: unknown }).url : file
  return typeof url === 'string' ? url : ''
}

const hostOf = (url: string): string => {
  const parsed = URL.canParse(url) ? new URL(url) : URL.canParse(`https://${url}`) ? new URL(`https://${url}`) : undefined
  return parsed?.hostname ?? ''
}

/**
 * The purge that a request asks for: exactly one kind, at most 100 entries (500 files with Enterprise), all of them in the zone.
 * @throws Refusal `purge_nothing`, `purge_combination`, `purge_everything`, `purge_list`, `purge_too_many`, `purge_foreign`, `purge_tag`.
 */
export const purgeRequest = (body: Readonly<Record<string, unknown>>, zone: { readonly name: string; readonly plan: PlanName }): PurgeRequest => {
  const given = kinds.filter((kind) => body[kind] !== undefined && body[kind] !== null)
  const [kind] = given
  if (kind === undefined) throw refuse('purge_nothing')
  if (given.length > 1) throw refuse('purge_combination')
  const value = body[kind]
  if (kind === 'purge_everything') {
    if (value !== true) throw refuse('purge_everything')
    return { purge_everything: true }
  }
  if (!Array.isArray(value)) throw refuse('purge_list', { field: kind })
  if (value.length === 0) throw refuse('purge_nothing')
  const limit = kind === 'files' ? plans[zone.plan].purgeFiles : most
  if (value.length > limit) throw refuse('purge_too_many', { field: kind, limit })
  if (kind === 'files') {
    const foreign = value.find((file) => !inZone(hostOf(urlOf(file)), zone.name))
    if (foreign !== undefined) throw refuse('purge_foreign', { url: urlOf(foreign) })
    return { files: value }
  }
  const texts = value.map(String)
  if (kind === 'tags') {
    if (texts.some((tag) => tag.length > 1024 || tag === '')) throw refuse('purge_tag')
    return { tags: texts }
  }
  const foreign = texts.find((text) => !inZone(hostOf(text), zone.name))
  if (foreign !== undefined) throw refuse('purge_foreign', { url: foreign })
  return kind === 'hosts' ? { hosts: texts } : { prefixes: texts }
}
