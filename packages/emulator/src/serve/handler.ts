import type { AnyEndpoint } from '@zonewright/core'

import type { Actor } from '../auth.ts'
import type { Clock } from '../clock.ts'
import type { Ids } from '../ids.ts'
import type { Compat } from '../rules/compat.ts'
import type { ConflictOptions } from '../rules/conflicts.ts'
import type { Buckets } from '../rules/rate-limit.ts'
import type { Variance } from '../rules/variance.ts'
import type { State } from '../state/state.ts'
import type { UploadSession } from '../state/upload-sessions.ts'
import type { Zone } from '../state/zones.ts'
import type { Outcome } from '../wire/v4-json.ts'

/** What all handlers share. */
export interface World {
  readonly state: State
  readonly clock: Clock
  readonly ids: Ids
  readonly compat: Compat
  readonly conflicts: ConflictOptions
  /** Budgets of the purge calls; absent when limits are not enforced. */
  readonly purgeBuckets?: Buckets
  /** Ways in which answers depart from the rules; none when not said. */
  readonly variance?: Variance
  /** What the service has given up is refused, where an endpoint alone doesn't tell. */
  readonly refusesGone?: boolean
}

/** One call on its way through a handler. */
export interface OpenContext extends World {
  readonly input: Readonly<Record<string, unknown>>
}

/** A call of somebody who has shown credentials. */
export interface Context extends OpenContext {
  readonly actor: Actor
  /** The program that asks, as its `User-Agent` says. */
  readonly userAgent?: string
  /** Where the asker reaches this server, such as `http://127.0.0.1:8787`. */
  readonly origin?: string
}

/** A call about a zone that the actor may reach. */
export interface ZoneContext extends Context {
  readonly zone: Zone
}

/** A call of somebody who shows the token of an upload in the place of credentials. */
export interface UploadContext extends Context {
  readonly session: UploadSession
}

/** A handler of one endpoint. It runs in one piece; what it writes is one transaction. */
export type Handler =
  | { readonly kind: 'open'; readonly endpoint: AnyEndpoint; readonly handle: (context: OpenContext) => Outcome }
  | { readonly kind: 'actor'; readonly endpoint: AnyEndpoint; readonly handle: (context: Context) => Outcome }
  | { readonly kind: 'upload'; readonly endpoint: AnyEndpoint; readonly handle: (context: UploadContext) => Outcome }
  | { readonly kind: 'zone'; readonly endpoint: AnyEndpoint; readonly handle: (context: ZoneContext) => Outcome }

/** Serves an endpoint that needs no credentials. */
export const serveOpen = (endpoint: AnyEndpoint, handle: (context: OpenContext) => Outcome): Handler => ({ kind: 'open', endpoint, handle })

/**
 * Serves an endpoint for whoever has shown credentials and holds the declared permission.
 * @example serve(user.get, ({ actor }) => ({ result: { id: actor.user.id } }))
 */
export const serve = (endpoint: AnyEndpoint, handle: (context: Context) => Outcome): Handler => ({ kind: 'actor', endpoint, handle })

/** Serves an endpoint for whoever shows the token of an upload; the session is looked up before. */
export const serveUpload = (endpoint: AnyEndpoint, handle: (context: UploadContext) => Outcome): Handler => ({ kind: 'upload', endpoint, handle })

/**
 * Serves an endpoint with `{zone_id}` in its path; the zone is looked up and checked before.
 * @example serveZone(dns.records.remove, ({ zone, input }) => ({ result: { id: input['dns_record_id'], zone: zone.name } }))
 */
export const serveZone = (endpoint: AnyEndpoint, handle: (context: ZoneContext) => Outcome): Handler => ({ kind: 'zone', endpoint, handle })
