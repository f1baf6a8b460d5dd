import { isIP } from 'node:net'

import type { AnyEndpoint } from '@zonewright/core'
import { dnsFirewall, historic } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import type { Collection, Document } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import { accountFor } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { paged } from './paged.ts'

type Fields = Readonly<Record<string, unknown>>

const clustersIn = (state: State): Collection<Fields> => state.documents.collection<Fields>('dns_firewall')

const invalid = (field: string, detail: string) => refuse('dns_firewall_invalid', { field, detail })

const defaults = { deprecate_any_requests: false, ecs_fallback: false, maximum_cache_ttl: 900, minimum_cache_ttl: 60, negative_cache_ttl: null, ratelimit: null, retries: 2, attack_mitigation: null }

/** Addresses of a cluster, from ranges kept for documentation; the same for the same cluster. */
const addressesOf = (id: string): readonly string[] => {
  const [a, b, c] = [0, 2, 4].map((at) => Number.parseInt(id.slice(at, at + 2), 16)) as [number, number, number]
  return [`198.51.100.${a}`, `203.0.113.${b}`, `2001:db8:${id.slice(0, 4)}::${(c + 1).toString(16)}`]
}

/** One way in which clusters are shown and written: as today, or under their former name with former names of fields. */
interface Form {
  readonly scope: (context: Context) => string
  readonly idName: string
  readonly shown: (cluster: Document<Fields>) => Fields
  /** Former names of fields as those of today. */
  readonly read: (given: Fields) => Fields
}

const find = ({ state, input }: Context, form: Form, scope: string): Document<Fields> => {
  const id = String(input[form.idName])
  const value = clustersIn(state).get(scope, id)
  if (value === undefined) throw refuse('dns_firewall_not_found')
  return { id, value }
}

const keep = (context: Context, form: Form, given: Fields, id: string) => {
  const cluster: Fields = { ...defaults, ...given }
  const upstream = cluster['upstream_ips'] as readonly string[]
  const wrong = upstream.find((address) => isIP(address) === 0)
  if (wrong !== undefined) throw invalid('upstream_ips', `${wrong} is no address`)
  if (Number(cluster['minimum_cache_ttl']) > Number(cluster['maximum_cache_ttl'])) throw invalid('minimum_cache_ttl', 'must not be above maximum_cache_ttl')
  const value: Fields = { ...cluster, dns_firewall_ips: addressesOf(id), modified_on: microsecondDate(context.clock.now()) }
  clustersIn(context.state).put(form.scope(context), id, value)
  return { result: form.shown({ id, value }) }
}

const handlersOf = (endpoints: Readonly<Record<'list' | 'create' | 'get' | 'edit' | 'remove', AnyEndpoint>>, form: Form): readonly Handler[] => [
  serve(endpoints.list, (context) => paged(clustersIn(context.state).all(form.scope(context)).map(form.shown), context.input, { perPage: 20, most: 100 })),
  serve(endpoints.create, (context) => keep(context, form, form.read(declaredInput(endpoints.create, context.input, invalid)), context.ids.next())),
  serve(endpoints.get, (context) => ({ result: form.shown(find(context, form, form.scope(context))) })),
  serve(endpoints.edit, (context) => {
    const { id, value } = find(context, form, form.scope(context))
    return keep(context, form, { ...value, ...form.read(declaredInput(endpoints.edit, context.input, invalid)) }, id)
  }),
  serve(endpoints.remove, (context) => {
    const { id } = find(context, form, form.scope(context))
    clustersIn(context.state).remove(form.scope(context), id)
    return { result: { id } }
  }),
]

const today: Form = { scope: (context) => accountFor(context, context.input['account_id']).id, idName: 'dns_firewall_id', shown: ({ id, value }) => ({ id, ...value }), read: (given) => given }

const former: Omit<Form, 'scope'> = {
  idName: 'virtual_dns_id',
  shown: ({ id, value }) => ({ id, name: value['name'], origin_ips: value['upstream_ips'], virtual_dns_ips: value['dns_firewall_ips'], minimum_cache_ttl: value['minimum_cache_ttl'], maximum_cache_ttl: value['maximum_cache_ttl'], deprecate_any_requests: value['deprecate_any_requests'], modified_on: value['modified_on'] }),
  read: ({ origin_ips: upstream, ...given }) => ({ ...given, ...(upstream === undefined ? {} : { upstream_ips: upstream }) }),
}

/** What belonged to a user belongs to the first of their accounts today. */
const firstAccount = ({ state, actor }: Context): string => {
  const [account] = state.accounts.ofUser(actor.user.id)
  if (account === undefined) throw refuse('account_not_found')
  return account.id
}

/** Handlers of DNS Firewall, under that name and under its former one: the same clusters. */
export const dnsFirewallHandlers: readonly Handler[] = [
  ...handlersOf(dnsFirewall, today),
  ...handlersOf(historic.organizationVirtualDns, { ...former, scope: (context) => accountFor(context, context.input['organization_id']).id }),
  ...handlersOf(historic.userVirtualDns, { ...former, scope: firstAccount }),
]
