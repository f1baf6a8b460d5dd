import type { zones } from '@zonewright/v4'
import type { Shelf } from '../../remember/shelf.ts'

/** A subscription that a host made for a zone. */
export interface HostSubscription {
  /** The zone that it is for. */
  readonly zoneId: string
  readonly zoneName: string
  readonly hostId: string
  /** Identifier in API v4. */
  readonly id: string
  readonly planTag: string
  readonly planName: string
  readonly price: string
  /** Milliseconds since 1970. */
  readonly activatedOn: number
  readonly cancelledOn?: number
}

const kind = 'host subscription'

/** The subscription of a zone; one at most. */
export const subscriptionOf = (shelf: Shelf, zoneId: string): HostSubscription | undefined => shelf.get(kind, zoneId) as HostSubscription | undefined

/** Keeps a subscription. */
export const keepSubscription = (shelf: Shelf, subscription: HostSubscription): void => shelf.put(kind, subscription.zoneId, subscription)

/** All subscriptions of a host. */
export const subscriptionsOf = (shelf: Shelf, hostId: string): readonly HostSubscription[] => shelf.all(kind).map(({ value }) => value as HostSubscription).filter((subscription) => subscription.hostId === hostId)

/** A subscription is active while nobody cancelled it here and the zone is still on a paid plan. */
export const isActive = (subscription: HostSubscription, zone: zones.Zone | undefined): boolean => subscription.cancelledOn === undefined && zone !== undefined && (zone.plan?.legacy_id ?? 'free') !== 'free'

/** A time as the API wrote it: the database's text, in UTC. */
export const databaseTime = (milliseconds: number): string => `${new Date(milliseconds).toISOString().replace('T', ' ').replace('Z', '000')}+00`
