import { isIPv4, isIPv6 } from 'node:net'

import { refuse } from '../errors.ts'
import { rangeOf } from './address-text.ts'
import { contains, fieldsOf } from './fields.ts'

/** A list as it is kept. */
export interface RuleList {
  readonly name: string
  readonly description: string
  readonly kind: string
  readonly created_on: string
  readonly modified_on: string
}

/** An item of a list. */
export interface ListItem {
  readonly id: string
  readonly created_on: string
  readonly modified_on: string
  readonly comment?: string
  readonly [kind: string]: unknown
}

/** What lists hold. */
export const listKinds: readonly unknown[] = ['ip', 'redirect', 'hostname', 'asn']

const invalid = (detail: string) => refuse('list_item_invalid', { detail })

const addressOf = (value: unknown): string => {
  const text = String(value).trim().toLowerCase()
  const range = rangeOf(text)
  if (isIPv4(text) || isIPv6(text) || (range !== undefined && (range.family === 4 ? range.prefix >= 8 : range.prefix >= 4 && range.prefix <= 64))) return text
  throw invalid(`'${text}' is not an address or a range`)
}

const hostForm = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/i

const hostOf = (value: unknown): Readonly<Record<string, unknown>> => {
  const { url_hostname: host, exclude_exact_hostname: exclude } = fieldsOf(value)
  if (typeof host !== 'string' || !hostForm.test(host)) throw invalid('url_hostname is not the name of a host')
  if (exclude !== undefined && typeof exclude !== 'boolean') throw invalid('exclude_exact_hostname must be true or false')
  return { url_hostname: host.toLowerCase(), ...(exclude === undefined ? {} : { exclude_exact_hostname: exclude }) }
}

const switches = ['include_subdomains', 'subpath_matching', 'preserve_query_string', 'preserve_path_suffix'] as const

const redirectOf = (value: unknown): Readonly<Record<string, unknown>> => {
  const fields = fieldsOf(value)
  const { source_url: source, target_url: target, status_code: status = 301 } = fields
  if (typeof source !== 'string' || !/^(?:https?:\/\/)?[^\s/?#]+\.[^\s?#]+$/i.test(source)) throw invalid('source_url is not a URL without query')
  if (typeof target !== 'string' || !/^https?:\/\/\S+$/i.test(target)) throw invalid('target_url is not a URL')
  if (![301, 302, 307, 308].includes(Number(status))) throw invalid('status_code must be 301, 302, 307 or 308')
  for (const name of switches) if (fields[name] !== undefined && typeof fields[name] !== 'boolean') throw invalid(`${name} must be true or false`)
  return { source_url: source, target_url: target, status_code: status, ...Object.fromEntries(switches.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]])) }
}

const networkOf = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 4_294_967_295) throw invalid('asn must be a whole number of 32 bits')
  return value
}

const readers: Readonly<Record<string, (value: unknown) => unknown>> = { ip: addressOf, redirect: redirectOf, hostname: hostOf, asn: networkOf }

/** What makes two items the same. */
const keyOf = (kind: string, item: Readonly<Record<string, unknown>>): string => {
  const value = item[kind]
  return kind === 'hostname' ? String(fieldsOf(value)['url_hostname']) : kind === 'redirect' ? String(fieldsOf(value)['source_url']).replace(/\/$/, '') : String(value)
}

/** Items of a request, checked. @throws Refusal `list_item_invalid`, `list_invalid`. */
export const itemsOf = (value: unknown, kind: string, { now, newId }: { readonly now: string; readonly newId: () => string }): readonly ListItem[] => {
  if (!Array.isArray(value)) throw refuse('list_invalid')
  return value.map((one: unknown) => {
    const { comment, [kind]: content } = fieldsOf(one)
    const read = readers[kind]
    if (content === undefined || read === undefined) throw invalid(`an item of this list must have ${kind}`)
    if (comment !== undefined && (typeof comment !== 'string' || comment.length > 500)) throw invalid('comment must be a text of at most 500 characters')
    return { id: newId(), [kind]: read(content), ...(comment === undefined ? {} : { comment }), created_on: now, modified_on: now }
  })
}

/** Items with others added: one that says the same as an older one takes its place. */
export const merged = (before: readonly ListItem[], added: readonly ListItem[], kind: string): readonly ListItem[] => {
  const items = new Map(before.map((item) => [keyOf(kind, item), item]))
  for (const item of added) {
    const key = keyOf(kind, item)
    const old = items.get(key)
    items.set(key, old === undefined ? item : { ...item, id: old.id, created_on: old.created_on })
  }
  return [...items.values()]
}

/** Test of a search: the start of an address, part of a host or redirect, all of a network's number. */
export const found = (item: ListItem, kind: string, search: string): boolean => {
  const key = keyOf(kind, item)
  if (kind === 'ip') return key.startsWith(search.toLowerCase())
  return kind === 'asn' ? key === search : contains(kind === 'redirect' ? `${key} ${String(fieldsOf(item['redirect'])['target_url'])}` : key, search)
}
