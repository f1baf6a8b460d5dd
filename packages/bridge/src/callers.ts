import type { Client } from '@zonewright/core'

/** A program that has signed in to the client API. */
export interface ClientCaller {
  readonly email: string
  /** API v4 with what this program's e-mail address and key stand for. */
  readonly v4: Client
  /** Zones of this account alone; absent when the credentials say it themselves. */
  readonly accountId?: string
}

/** A hosting provider that has signed in to the Hosting Provider API. */
export interface HostCaller {
  /** Stays the same when the key is changed. */
  readonly id: string
  /** Name shown to the public. */
  readonly name: string
  /** API v4 with the right to make accounts; absent where accounts are made otherwise. */
  readonly v4?: Client
  /** API v4 for the zones of one of this host's users. */
  v4For(accountId: string): Client
}

/** Who may ask, and what their old credentials stand for in API v4. Nobody else is ever forwarded. */
export interface Callers {
  /** API v4 without credentials, for what it tells everybody. */
  readonly anyone: Client
  client(email: string, key: string): ClientCaller | undefined
  /** `stopped` for a host that is known and may no longer ask. */
  host(key: string, address?: string): HostCaller | 'stopped' | undefined
}
