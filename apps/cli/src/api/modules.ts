import type { AnyEndpoint } from '@zonewright/core'
import type { ManifestEndpoint } from './manifest.ts'

/** The modules of endpoints, each loaded when one of its commands runs. */
const modules: Readonly<Record<string, () => Promise<object>>> = {
  accounts: () => import('@zonewright/v4/accounts'),
  cache: () => import('@zonewright/v4/cache'),
  dns: () => import('@zonewright/v4/dns'),
  ips: () => import('@zonewright/v4/ips'),
  user: () => import('@zonewright/v4/user'),
  zones: () => import('@zonewright/v4/zones'),
}

/** Names of the modules that commands can be made for. */
export const moduleNames: readonly string[] = Object.keys(modules)

/**
 * The declaration of an endpoint of the manifest.
 * @throws Error when the manifest and the modules do not fit together.
 */
export const declarationOf = async (endpoint: ManifestEndpoint): Promise<AnyEndpoint> => {
  const load = modules[endpoint.module]
  if (load === undefined) throw new Error(`no module for ${endpoint.id}`)
  let found: unknown = await load()
  for (const key of endpoint.path) found = (found as Record<string, unknown> | undefined)?.[key]
  if (typeof found !== 'object' || found === null || !('route' in found)) throw new Error(`${endpoint.id} is not in its module`)
  return found as AnyEndpoint
}
