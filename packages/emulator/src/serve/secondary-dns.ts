import { isIP } from 'node:net'

import { secondaryDns } from '@zonewright/v4'

import { type ErrorKey, refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import type { Collection, Document } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'

type Fields = Readonly<Record<string, unknown>>

const invalid = (field: string, detail: string) => refuse('transfer_invalid', { field, detail })

/** The peers of an account. */
export const peersIn = (state: State): Collection<Fields> => state.documents.collection<Fields>('secondary_dns_peers')
const tsigsIn = (state: State): Collection<Fields> => state.documents.collection<Fields>('secondary_dns_tsigs')
const aclsIn = (state: State): Collection<Fields> => state.documents.collection<Fields>('secondary_dns_acls')

/** One kind of object of an account: where it is kept, and what is checked. */
interface Kind {
  readonly endpoints: typeof secondaryDns.peers | typeof secondaryDns.tsigs | typeof secondaryDns.acls
  readonly idName: string
  readonly missing: ErrorKey
  readonly keptIn: (state: State) => Collection<Fields>
  readonly defaults: Fields
  /** @throws Refusal for a whole object that is wrong. */
  readonly check: (object: Fields, context: Context) => void
  /** @throws Refusal when something needs the object. */
  readonly release: (id: string, context: Context) => void
}

const algorithms = /^hmac-(?:md5\.sig-alg\.reg\.int|sha1|sha224|sha256|sha384|sha512)\.?$/i

const checkRange = (range: string): void => {
  const [address = '', bits, more] = range.split('/')
  const family = isIP(address)
  const [least, most] = family === 4 ? [24, 32] : [64, 128]
  if (family === 0 || more !== undefined || (bits !== undefined && !/^\d{1,3}$/.test(bits))) throw invalid('ip_range', `${range} is no range of addresses`)
  if (bits !== undefined && (Number(bits) < least || Number(bits) > most)) throw invalid('ip_range', `must be between /${least} and /${most}`)
}

const peers: Kind = {
  endpoints: secondaryDns.peers,
  idName: 'peer_id',
  missing: 'transfer_peer_not_found',
  keptIn: peersIn,
  defaults: { port: 53, ixfr_enable: false },
  check({ ip, tsig_id: tsig }, context) {
    if (ip !== undefined && isIP(String(ip)) === 0) throw invalid('ip', `${String(ip)} is no address`)
    if (tsig !== undefined && tsigsIn(context.state).get(accountOf(context).id, String(tsig)) === undefined) throw invalid('tsig_id', `${String(tsig)} does not exist`)
  },
  release(id, context) {
    const { state } = context
    const used = state.zones.ofAccounts([accountOf(context).id]).some((zone) => transfersOf(state, zone.id).some((transfer) => (transfer['peers'] as readonly string[]).includes(id)))
    if (used) throw refuse('transfer_referenced', { what: 'peer' })
  },
}

const tsigs: Kind = {
  endpoints: secondaryDns.tsigs,
  idName: 'tsig_id',
  missing: 'transfer_tsig_not_found',
  keptIn: tsigsIn,
  defaults: {},
  check({ algo, secret }) {
    if (!algorithms.test(String(algo))) throw invalid('algo', `${String(algo)} is no algorithm of TSIG`)
    // The secret itself never stands in a refusal.
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(String(secret))) throw invalid('secret', 'must be Base64')
  },
  release(id, context) {
    if (peersIn(context.state).all(accountOf(context).id).some(({ value }) => value['tsig_id'] === id)) throw refuse('transfer_referenced', { what: 'TSIG' })
  },
}

const acls: Kind = {
  endpoints: secondaryDns.acls,
  idName: 'acl_id',
  missing: 'transfer_acl_not_found',
  keptIn: aclsIn,
  defaults: {},
  check: ({ ip_range: range }) => checkRange(String(range)),
  release: () => {},
}

/** What is kept of the incoming and the outgoing transfers of a zone. */
export const transfersIn = (state: State): Collection<Fields> => state.documents.collection<Fields>('zone_transfers')

const transfersOf = (state: State, zoneId: string): readonly Fields[] => transfersIn(state).all(zoneId).map(({ value }) => value)

const find = (context: Context, { keptIn, idName, missing }: Kind): Document<Fields> => {
  const id = String(context.input[idName])
  const value = keptIn(context.state).get(accountOf(context).id, id)
  if (value === undefined) throw refuse(missing)
  return { id, value }
}

const keep = (context: Context, kind: Kind, { id, value }: Document<Fields>) => {
  const object = { ...kind.defaults, ...value }
  kind.check(object, context)
  kind.keptIn(context.state).put(accountOf(context).id, id, object)
  return { result: { id, ...object } }
}

const handlersOf = (kind: Kind): readonly Handler[] => {
  const { endpoints, keptIn } = kind
  return [
    serve(endpoints.list, (context) => ({ result: keptIn(context.state).all(accountOf(context).id).map(({ id, value }) => ({ id, ...value })) })),
    serve(endpoints.create, (context) => keep(context, kind, { id: context.ids.next(), value: declaredInput(endpoints.create, context.input, invalid) })),
    serve(endpoints.get, (context) => {
      const { id, value } = find(context, kind)
      return { result: { id, ...value } }
    }),
    serve(endpoints.update, (context) => keep(context, kind, { id: find(context, kind).id, value: declaredInput(endpoints.update, context.input, invalid) })),
    serve(endpoints.remove, (context) => {
      const { id } = find(context, kind)
      kind.release(id, context)
      keptIn(context.state).remove(accountOf(context).id, id)
      return { result: { id } }
    }),
  ]
}

/** Handlers of peers, of TSIG keys and of addresses that may ask for transfers. */
export const secondaryDnsHandlers: readonly Handler[] = [peers, tsigs, acls].flatMap(handlersOf)
