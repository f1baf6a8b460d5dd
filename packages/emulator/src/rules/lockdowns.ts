import { isIPv4, isIPv6 } from 'node:net'

import { refuse } from '../errors.ts'
import { rangeOf } from './address-text.ts'
import { contains, fieldsOf, type Filter, same } from './fields.ts'
import type { PlanName } from './plans.ts'

/** A lockdown as it is kept. */
export interface Lockdown {
  readonly urls: readonly string[]
  readonly configurations: readonly { readonly target: string; readonly value: string }[]
  readonly description: string
  readonly paused: boolean
  readonly priority?: number
  readonly created_on: string
  readonly modified_on: string
}

/** Lockdowns that a zone may have, by its plan. */
export const lockdownQuota: Readonly<Record<PlanName, number>> = { free: 0, pro: 3, business: 10, enterprise: 200 }

const invalid = (detail: string) => refuse('lockdown_invalid', { detail })

/** Host and path of a URL pattern: scheme away, a slash behind a host that stands alone. */
const urlOf = (value: unknown, zone: string): string => {
  if (typeof value !== 'string' || value === '' || value.length > 1024) throw invalid('invalid url')
  const text = value.replace(/^https?:\/\//i, '')
  const host = (text.split('/')[0] ?? '').toLowerCase()
  if (host !== zone && !host.endsWith(`.${zone}`) && host !== `*${zone}`) throw invalid(`url ${value} is not in zone ${zone}`)
  return text.includes('/') ? text : `${text}/`
}

const configurationOf = (value: unknown): Lockdown['configurations'][number] => {
  const { target, value: address } = fieldsOf(value)
  if (target !== 'ip' && target !== 'ip_range') throw invalid('invalid configuration target')
  if (typeof address !== 'string' || !(target === 'ip' ? isIPv4(address) || isIPv6(address) : rangeOf(address) !== undefined)) throw invalid(`invalid ${target} provided`)
  return { target, value: address }
}

/** What a lockdown says. @throws Refusal `lockdown_invalid`. */
export const lockdownOf = (input: Readonly<Record<string, unknown>>, zone: string): Omit<Lockdown, 'created_on' | 'modified_on'> => {
  const { urls, configurations, description = '', paused = false, priority } = input
  if (!Array.isArray(urls) || urls.length === 0) throw invalid('urls are required')
  if (!Array.isArray(configurations) || configurations.length === 0) throw invalid('configurations are required')
  if (typeof description !== 'string' || description.length > 1024) throw invalid('invalid description')
  if (typeof paused !== 'boolean') throw invalid('invalid paused')
  if (priority !== undefined && (typeof priority !== 'number' || !Number.isInteger(priority))) throw invalid('invalid priority')
  return { urls: urls.map((url) => urlOf(url, zone)), configurations: configurations.map(configurationOf), description, paused, ...(priority === undefined ? {} : { priority }) }
}

const someAddress = (target: string, test: (value: string, wanted: string) => boolean) => (lockdown: Lockdown, wanted: string) => lockdown.configurations.some((one) => one.target === target && test(one.value, wanted))
const day = (date: string, wanted: string): boolean => date.slice(0, 10) === wanted.slice(0, 10)

/** Filters of lists. */
export const lockdownFilters: readonly Filter<Lockdown>[] = [
  { name: 'description', test: (lockdown, wanted) => same(lockdown.description, wanted) },
  { name: 'description_search', test: (lockdown, wanted) => contains(lockdown.description, wanted) },
  { name: 'ip', test: someAddress('ip', same) },
  { name: 'ip_search', test: someAddress('ip', contains) },
  { name: 'ip_range_search', test: someAddress('ip_range', contains) },
  { name: 'uri_search', test: (lockdown, wanted) => lockdown.urls.some((url) => contains(url, wanted)) },
  { name: 'created_on', test: (lockdown, wanted) => day(lockdown.created_on, wanted) },
  { name: 'modified_on', test: (lockdown, wanted) => day(lockdown.modified_on, wanted) },
  { name: 'priority', test: (lockdown, wanted) => String(lockdown.priority) === wanted },
]
