import { createHash } from 'node:crypto'

import { tunnels } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { instant } from '../rules/dates.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { filtered } from '../rules/sorting.ts'
import { toUuid } from '../rules/uuid.ts'
import type { Collection, Document } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { paged } from './paged.ts'

type Fields = Readonly<Record<string, unknown>>

/** A tunnel as it is kept. */
interface Tunnel {
  readonly name: string
  readonly configSource: 'local' | 'cloudflare'
  /** Base64. */
  readonly secret: string
  readonly createdAt: string
  readonly deletedAt: string | null
  readonly configuration?: { readonly config: unknown; readonly version: number; readonly createdAt: string }
}

const tunnelsIn = (state: State): Collection<Tunnel> => state.documents.collection<Tunnel>('tunnels')

const invalid = (field: string, detail: string) => refuse('tunnel_invalid', { field, detail })

const find = (context: Context): Document<Tunnel> => {
  const id = String(context.input['tunnel_id'])
  const value = tunnelsIn(context.state).get(accountOf(context).id, id)
  if (value === undefined) throw refuse('tunnel_not_found')
  return { id, value }
}

const findRunning = (context: Context): Document<Tunnel> => {
  const found = find(context)
  if (found.value.deletedAt !== null) throw refuse('tunnel_deleted')
  return found
}

/** No program runs here that could hold a connection, so a tunnel stays as inactive as it was made. */
const shown = (context: Context, { id, value }: Document<Tunnel>): Fields => ({
  id,
  account_tag: accountOf(context).id,
  created_at: value.createdAt,
  deleted_at: value.deletedAt,
  name: value.name,
  connections: [],
  conns_active_at: null,
  conns_inactive_at: value.createdAt,
  tun_type: 'cfd_tunnel',
  metadata: {},
  status: 'inactive',
  remote_config: value.configSource === 'cloudflare',
  config_src: value.configSource,
})

const keep = (context: Context, tunnel: Document<Tunnel>) => {
  tunnelsIn(context.state).put(accountOf(context).id, tunnel.id, tunnel.value)
  return { result: shown(context, tunnel) }
}

const checkName = (context: Context, name: string, own?: string): void => {
  const twin = tunnelsIn(context.state).all(accountOf(context).id).find(({ id, value }) => id !== own && value.deletedAt === null && value.name === name)
  if (twin !== undefined) throw refuse('tunnel_twin')
}

const checkSecret = (secret: string): string => {
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(secret)
  if (!isBase64 || Buffer.from(secret, 'base64').length < 32) throw invalid('tunnel_secret', 'must be at least 32 octets in Base64')
  return secret
}

const create = (context: Context) => {
  const { ids, clock } = context
  const { name, config_src: source = 'local', tunnel_secret: secret } = declaredInput(tunnels.create, context.input, invalid)
  checkName(context, String(name))
  // Without a secret of the client's, 32 octets of the emulator's.
  const made = typeof secret === 'string' ? checkSecret(secret) : createHash('sha256').update(`${ids.next()}${ids.next()}`).digest('base64')
  return keep(context, { id: toUuid(ids.next()), value: { name: String(name), configSource: source as Tunnel['configSource'], secret: made, createdAt: microsecondDate(clock.now()), deletedAt: null } })
}

const edit = (context: Context) => {
  const { id, value } = findRunning(context)
  const { name = value.name, tunnel_secret: secret } = declaredInput(tunnels.edit, context.input, invalid)
  checkName(context, String(name), id)
  return keep(context, { id, value: { ...value, name: String(name), ...(typeof secret === 'string' ? { secret: checkSecret(secret) } : {}) } })
}

const moment = (input: Fields, field: string): number | undefined => {
  const value = input[field]
  if (value === undefined || value === '') return undefined
  const time = instant(value)
  if (time === undefined) throw refuse('query_invalid', { detail: `${field} must be a time such as 2030-01-01T00:00:00Z` })
  return time
}

const list = (context: Context) => {
  const { state, input } = context
  const existed = moment(input, 'existed_at')
  const active = moment(input, 'was_active_at')
  const inactive = moment(input, 'was_inactive_at')
  const deleted = input['is_deleted']
  const all = tunnelsIn(state).all(accountOf(context).id).filter(({ value }) => {
    const thereAt = (time: number): boolean => Date.parse(value.createdAt) <= time && (value.deletedAt === null || time < Date.parse(value.deletedAt))
    if (typeof deleted === 'boolean' && (value.deletedAt !== null) !== deleted) return false
    return active === undefined && (existed === undefined || thereAt(existed)) && (inactive === undefined || thereAt(inactive))
  })
  const rows = filtered(all, { ...input, match: undefined }, {
    name: ({ value }, name) => value.name === name,
    uuid: ({ id }, uuid) => id === uuid,
    status: (_, status) => status === 'inactive',
    include_prefix: ({ value }, prefix) => value.name.startsWith(prefix),
    exclude_prefix: ({ value }, prefix) => !value.name.startsWith(prefix),
  })
  return paged(rows.map((tunnel) => shown(context, tunnel)), input, { perPage: 20, most: 1000 })
}

const configurationOf = (context: Context, { id, value }: Document<Tunnel>) => ({
  result: {
    account_id: accountOf(context).id,
    tunnel_id: id,
    version: value.configuration?.version ?? 0,
    config: value.configuration?.config ?? null,
    source: value.configSource,
    created_at: value.configuration?.createdAt ?? value.createdAt,
  },
})

/** What the program at the servers' end would refuse to run with. */
const checkIngress = (config: Fields): void => {
  const ingress = config['ingress'] as readonly Fields[] | undefined
  if (ingress === undefined) return
  const last = ingress.at(-1)
  if (last === undefined) throw refuse('tunnel_ingress', { detail: 'there are no ingress rules' })
  if ((last['hostname'] !== undefined && last['hostname'] !== '' && last['hostname'] !== '*') || (last['path'] !== undefined && last['path'] !== '')) throw refuse('tunnel_ingress', { detail: 'The last ingress rule must match all URLs (i.e. it should not have a hostname or path filter)' })
  const early = ingress.slice(0, -1).findIndex((rule) => (rule['hostname'] ?? '') === '' && (rule['path'] ?? '') === '')
  if (early >= 0) throw refuse('tunnel_ingress', { detail: `Rule #${early + 1} is matching all URLs, so the rules after it are never used` })
}

const updateConfiguration = (context: Context) => {
  const tunnel = findRunning(context)
  if (tunnel.value.configSource === 'local') throw refuse('tunnel_local')
  const { config } = declaredInput(tunnels.configurations.update, context.input, invalid)
  checkIngress(config as Fields)
  const value: Tunnel = { ...tunnel.value, configuration: { config, version: (tunnel.value.configuration?.version ?? 0) + 1, createdAt: microsecondDate(context.clock.now()) } }
  tunnelsIn(context.state).put(accountOf(context).id, tunnel.id, value)
  return configurationOf(context, { id: tunnel.id, value })
}

/** Handlers of tunnels. */
export const tunnelHandlers: readonly Handler[] = [
  serve(tunnels.list, list),
  serve(tunnels.create, create),
  serve(tunnels.get, (context) => ({ result: shown(context, find(context)) })),
  serve(tunnels.edit, edit),
  serve(tunnels.remove, (context) => {
    const { id, value } = findRunning(context)
    return keep(context, { id, value: { ...value, deletedAt: microsecondDate(context.clock.now()) } })
  }),
  serve(tunnels.token, (context) => {
    const { id, value } = findRunning(context)
    return { result: Buffer.from(JSON.stringify({ a: accountOf(context).id, t: id, s: value.secret })).toString('base64') }
  }),
  serve(tunnels.configurations.get, (context) => configurationOf(context, find(context))),
  serve(tunnels.configurations.update, updateConfiguration),
  serve(tunnels.connections.list, (context) => {
    find(context)
    return { result: [] }
  }),
  serve(tunnels.connections.remove, (context) => {
    findRunning(context)
    return { result: {} }
  }),
]
