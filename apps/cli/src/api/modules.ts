import type { AnyEndpoint } from '@zonewright/core'
import type { ManifestEndpoint } from './manifest.ts'

/** The modules of endpoints, each loaded when one of its commands runs. */
const modules: Readonly<Record<string, () => Promise<object>>> = {
  accounts: () => import('@zonewright/v4/accounts'),
  ai: () => import('@zonewright/v4/ai'),
  argo: () => import('@zonewright/v4/argo'),
  billing: () => import('@zonewright/v4/billing'),
  cache: () => import('@zonewright/v4/cache'),
  'client-certificates': () => import('@zonewright/v4/client-certificates'),
  'custom-certificates': () => import('@zonewright/v4/custom-certificates'),
  'custom-hostnames': () => import('@zonewright/v4/custom-hostnames'),
  'custom-pages': () => import('@zonewright/v4/custom-pages'),
  d1: () => import('@zonewright/v4/d1'),
  dns: () => import('@zonewright/v4/dns'),
  'dns-firewall': () => import('@zonewright/v4/dns-firewall'),
  'email-routing': () => import('@zonewright/v4/email-routing'),
  firewall: () => import('@zonewright/v4/firewall'),
  graphql: () => import('@zonewright/v4/graphql'),
  healthchecks: () => import('@zonewright/v4/healthchecks'),
  historic: () => import('@zonewright/v4/historic'),
  ips: () => import('@zonewright/v4/ips'),
  'keyless-certificates': () => import('@zonewright/v4/keyless-certificates'),
  kv: () => import('@zonewright/v4/kv'),
  'load-balancers': () => import('@zonewright/v4/load-balancers'),
  logpush: () => import('@zonewright/v4/logpush'),
  memberships: () => import('@zonewright/v4/memberships'),
  'origin-ca-certificates': () => import('@zonewright/v4/origin-ca-certificates'),
  'page-rules': () => import('@zonewright/v4/page-rules'),
  pages: () => import('@zonewright/v4/pages'),
  queues: () => import('@zonewright/v4/queues'),
  r2: () => import('@zonewright/v4/r2'),
  registrar: () => import('@zonewright/v4/registrar'),
  rules: () => import('@zonewright/v4/rules'),
  rulesets: () => import('@zonewright/v4/rulesets'),
  'secondary-dns': () => import('@zonewright/v4/secondary-dns'),
  ssl: () => import('@zonewright/v4/ssl'),
  turnstile: () => import('@zonewright/v4/turnstile'),
  tunnels: () => import('@zonewright/v4/tunnels'),
  user: () => import('@zonewright/v4/user'),
  workers: () => import('@zonewright/v4/workers'),
  zones: () => import('@zonewright/v4/zones'),
}

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
