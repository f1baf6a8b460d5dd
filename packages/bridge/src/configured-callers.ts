import { type Client, createClient, type Credentials, type Transport } from '@zonewright/core'

import type { Callers, HostCaller } from './callers.ts'
import type { BridgeConfig } from './config.ts'
import { refuseBeyondBudget } from './refuse-beyond-budget.ts'
import type { Shelf } from './remember/shelf.ts'
import { sameSecret } from './same-secret.ts'
import { issuedKeyOwner } from './translate/host/issued-key.ts'

/** How API v4 is reached. */
export interface Upstream {
  /** Base URL of API v4, such as `https://api.cloudflare.com/client/v4`. */
  readonly baseUrl: string
  /** Carries the calls; the built-in pool when not said. */
  readonly transport?: Transport
  /** Most time for one call, in milliseconds. Programs of the time gave up after 5 to 300 seconds. */
  readonly timeoutMs?: number
}

/** Who a config file lets in, and the end users of its hosts, whose keys this bridge gave out. */
export interface ConfiguredCallers extends Callers {
  /** Closes the connections. */
  close(): Promise<void>
}

/**
 * Makes the callers of a config file. Each entry has one client of API v4, so that all its programs share one budget.
 * @throws InputError when the base URL is not `https:` (or `http:` on loopback).
 * @example const callers = configuredCallers(readConfig(text, sources), { baseUrl: 'https://api.cloudflare.com/client/v4' }, shelf)
 */
export const configuredCallers = ({ clients, hosts }: BridgeConfig, { baseUrl, transport, timeoutMs = 30_000 }: Upstream, shelf: Shelf): ConfiguredCallers => {
  const opened: Client[] = []
  const open = (credentials?: Credentials): Client => {
    const client = createClient({ baseUrl, timeoutMs, plugins: [refuseBeyondBudget], ...(credentials === undefined ? {} : { credentials }), ...(transport === undefined ? {} : { transport }) })
    opened.push(client)
    return client
  }
  const programs = clients.map((entry) => ({ entry, v4: open(entry.credentials) }))
  const providers = hosts.map((entry): { readonly entry: typeof entry; readonly caller: HostCaller & { readonly v4: Client } } => {
    const v4 = open(entry.credentials)
    return { entry, caller: { id: entry.name, name: entry.name, v4, v4For: () => v4 } }
  })
  return {
    anyone: open(),
    client(email, key) {
      const program = programs.find(({ entry }) => entry.email.toLowerCase() === email.trim().toLowerCase() && sameSecret(entry.key, key.trim()))
      if (program !== undefined) return { email: program.entry.email, v4: program.v4, ...(program.entry.account === undefined ? {} : { accountId: program.entry.account }) }
      const owner = issuedKeyOwner(shelf, email.trim(), key.trim())
      const host = providers.find(({ caller }) => caller.id === owner?.hostId)
      return owner === undefined || host === undefined ? undefined : { email: owner.email, v4: host.caller.v4, accountId: owner.accountId }
    },
    host(key, address) {
      const provider = providers.find(({ entry }) => sameSecret(entry.key, key.trim()))
      if (provider === undefined) return undefined
      const { addresses } = provider.entry
      return addresses.length > 0 && (address === undefined || !addresses.includes(address.replace(/^::ffff:/, ''))) ? undefined : provider.caller
    },
    async close() {
      await Promise.all(opened.map((client) => client.close()))
    },
  }
}
