import type { AnyCommandData, CommandData } from '../command.ts'
import { kebab, optionFor } from './flags.ts'
import { type ManifestEndpoint, endpoints } from './manifest.ts'

const groupSummaries: Readonly<Record<string, string>> = {
  accounts: 'accounts, their members and roles',
  ai: 'models that run at the edge',
  argo: 'smart routing and tiered caching',
  billing: 'bills and subscriptions',
  cache: 'the cache in front of a zone, its tiers and its reserve',
  'client-certificates': 'client certificates of a zone',
  'custom-certificates': 'certificates of your own',
  'custom-hostnames': "hostnames of a provider's customers",
  'custom-pages': 'error pages of your own',
  d1: 'SQL databases',
  dns: 'DNS records',
  'dns-firewall': 'clusters in front of name servers',
  'email-routing': 'mail for addresses of a zone',
  firewall: 'access rules, rate limits, WAF packages and other firewall rules',
  graphql: 'analytics, asked in GraphQL',
  healthchecks: 'health checks of origins',
  historic: 'what the service no longer answers',
  ips: 'addresses of the service',
  'keyless-certificates': 'key servers of your own',
  kv: 'Workers KV: namespaces, keys and values',
  'load-balancers': 'load balancers, pools and monitors',
  logpush: 'jobs that deliver logs',
  memberships: 'accounts that the user is a member of',
  'origin-ca-certificates': 'certificates for origins',
  'page-rules': 'page rules of a zone',
  pages: 'Pages: projects and their deployments',
  queues: 'queues, their messages and consumers',
  r2: 'buckets of objects',
  registrar: 'registered domains',
  rules: 'lists that rules use',
  rulesets: 'rulesets of accounts and zones',
  'secondary-dns': 'zones transferred from elsewhere or to elsewhere',
  ssl: 'edge certificates of a zone',
  tunnels: 'tunnels from servers of your own',
  turnstile: 'widgets that tell people from programs',
  user: 'the user who asks, and tokens',
  workers: 'Workers: scripts, routes, domains',
  zones: 'zones and their settings',
}

const plain = (text: string): string => text.replaceAll(/`|\{@link ([^}]+)\}/g, '$1').replaceAll(/\s+/g, ' ').replace(/\.$/, '')

const summaryOf = (endpoint: ManifestEndpoint): string => plain(endpoint.summary || `${endpoint.method} ${endpoint.route}`)

const descriptionOf = (endpoint: ManifestEndpoint): string => {
  const facts = [
    `${endpoint.method} ${endpoint.route}`,
    ...(endpoint.permission == null ? [] : [`permission ${endpoint.permission}`]),
    ...(endpoint.safety === 'unsafe' ? ['never repeated by itself'] : []),
    ...(endpoint.sunset == null ? [] : [`the service stopped answering it on ${endpoint.sunset}`]),
  ]
  return `${plain([summaryOf(endpoint), endpoint.description ?? ''].filter((text) => text !== '').join('. '))}.\n\n${facts.join(', ')}`
}

const commandOf = (endpoint: ManifestEndpoint, name: string): CommandData => ({
  name: kebab(name),
  summary: summaryOf(endpoint),
  description: descriptionOf(endpoint),
  options: [
    ...endpoint.input.map(optionFor),
    { flags: '--input <file>', description: 'JSON file with inputs; flags win; - reads stdin' },
    ...(endpoint.kind === 'list' ? [{ flags: '--max-items <number>', description: 'stop after so many', kind: 'count' } as const] : []),
  ],
  load: async () => {
    const { actionFor } = await import('./action.ts')
    return { run: actionFor(endpoint) }
  },
})

const branch = (all: readonly ManifestEndpoint[], depth: number): AnyCommandData[] => {
  const names = [...new Set(all.map((endpoint) => endpoint.path[depth] as string))]
  return names.flatMap((name): AnyCommandData[] => {
    const here = all.filter((endpoint) => endpoint.path[depth] === name)
    const leaf = here.find((endpoint) => endpoint.path.length === depth + 1)
    const below = here.filter((endpoint) => endpoint.path.length > depth + 1)
    // Only the branch that the command line goes into is made: there may be thousands of endpoints.
    const group = below.length === 0 ? [] : [{ name: kebab(name), summary: `${below.length} calls`, commands: () => Promise.resolve(branch(below, depth + 1)) }]
    return leaf === undefined ? group : [commandOf(leaf, name), ...group]
  })
}

/** Endpoints as a tree of commands: product, resource, verb. */
export const treeOf = (all: readonly ManifestEndpoint[]): AnyCommandData[] =>
  [...new Set(all.map((endpoint) => endpoint.module))].sort().map((name) => {
    const here = all.filter((endpoint) => endpoint.module === name)
    return { name: kebab(name), summary: `${groupSummaries[name] ?? name} (${here.length} ${here.length === 1 ? 'call' : 'calls'})`, commands: () => Promise.resolve(branch(here, 0)) }
  })

/** The commands of `zw api`. */
export const apiCommands = async (): Promise<AnyCommandData[]> => treeOf(await endpoints())
