import { refuse, type Refusal } from '../errors.ts'
import type { Collection, Document } from '../state/documents.ts'
import type { State } from '../state/state.ts'

/** The fields of an object of load balancing. */
export type Fields = Readonly<Record<string, unknown>>

/** Kinds of objects of load balancing; names of collections on disk. */
type Kind = 'load_balancers' | 'load_balancer_pools' | 'load_balancer_monitors' | 'load_balancer_maps'

/** The objects of one kind. */
export const keptIn = (state: State, kind: Kind): Collection<Fields> => state.documents.collection<Fields>(kind)

/** The pools of an account. */
export const accountPools = (state: State, accountId: string): readonly Document<Fields>[] => keptIn(state, 'load_balancer_pools').all(accountId)

/** The refusal of a field's value. */
export const invalid = (field: string, detail: string): Refusal => refuse('balancing_invalid', { detail: `${field} ${detail}` })

/** The refusal of an identifier that names nothing. */
export const missing = (what: string): Refusal => refuse('balancing_not_found', { what })
