import type { Callers, HostCaller } from '@zonewright/bridge'
import { type Client, createClient, globalKey } from '@zonewright/core'

import type { Engine } from '../engine.ts'
import type { State } from '../state/state.ts'
import type { User } from '../state/users.ts'
import { engineBaseUrl, engineTransport } from './engine-transport.ts'

/** Who may ask at the old addresses: users with their global key, and hosts with theirs. Each user has one client of API v4. */
export const stateCallers = (state: State, engine: Engine): Callers => {
  const transport = engineTransport(engine)
  const clients = new Map<string, Client>()
  const clientOf = ({ email, apiKey }: User): Client => {
    const known = clients.get(apiKey)
    if (known !== undefined) return known
    // Nothing is lost between here and there, and limits are counted by the engine.
    const made = createClient({ baseUrl: engineBaseUrl, transport, credentials: globalKey(email, apiKey), retry: false, throttle: false })
    clients.set(apiKey, made)
    return made
  }
  const ownerOf = (accountId: string): User => {
    const owner = state.accounts.usersOf(accountId).map((id) => state.users.byId(id)).find((user) => user !== undefined)
    if (owner === undefined) throw new Error(`account ${accountId} has no user`)
    return owner
  }
  return {
    anyone: createClient({ baseUrl: engineBaseUrl, transport, retry: false, throttle: false }),
    client(email, key) {
      const user = state.users.byEmail(email.trim())
      return user === undefined || user.apiKey !== key.trim() ? undefined : { email: user.email, v4: clientOf(user) }
    },
    host(key): HostCaller | 'stopped' | undefined {
      const host = state.hostKeys.byKey(key.trim())
      if (host === undefined) return undefined
      if (host.details?.stopped === true) return 'stopped'
      return { id: host.id, name: host.name, v4For: (accountId) => clientOf(ownerOf(accountId)) }
    },
  }
}
