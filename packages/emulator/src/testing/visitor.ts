import { type AnyEndpoint, type Bytes, type Client, createClient, type Credentials, type Download, type Endpoint, globalKey, type Listing, token } from '@zonewright/core'
import { onTestFinished } from 'vitest'

import { defaultSeed, parseSeed, seededIds } from '../seed.ts'
import { demo, manualClock, type ManualClock, startTest, zoneId } from './start.ts'

/** The inputs of a call, or an object of a result. */
export type Fields = Readonly<Record<string, unknown>>

/** Calls endpoints and remembers which of them were answered with a success. */
export interface Visitor {
  readonly clock: ManualClock
  /** Calls an endpoint; identifiers in its path that are known need not be said. The first item stands for a list. */
  readonly visit: (endpoint: AnyEndpoint, input?: Fields) => Promise<Fields>
  /** All items of a listing. */
  readonly all: (listing: AnyEndpoint, input?: Fields) => Promise<readonly Fields[]>
  /** Says what identifiers stand for from now on. */
  readonly know: (values: Readonly<Record<string, unknown>>) => void
  /** Lets something be done when all stories are told, the last one first. */
  readonly later: (end: () => Promise<unknown>) => void
  /** The same visitor with other credentials. */
  readonly as: (credentials: Credentials) => Visitor
  /** Does what was left for later. */
  readonly end: () => Promise<void>
  readonly visited: ReadonlySet<AnyEndpoint>
}

/** A second user, who belongs to no account yet. */
export const secondUser = { email: 'two@example.com', api_key: 'c2547eb745079dac9320b638f5e225cf483cc' } as const

/** A zone whose records come from name servers elsewhere. */
const secondaryName = 'secondary.example'
export const secondaryZoneId = seededIds.zone(secondaryName)

/** Starts an emulator whose zone has the largest plan, and a visitor to it who refuses every result that is not as declared. */
export const startVisitor = async (): Promise<Visitor> => {
  const clock = manualClock()
  const zones = [{ name: secondaryName, type: 'secondary' }, { name: 'example.com', plan: 'enterprise', status: 'active', findable: [{ type: 'A', name: 'found', content: '192.0.2.9' }, { type: 'A', name: 'other', content: '192.0.2.8' }] }]
  const emulator = await startTest({ clock, seed: parseSeed({ ...defaultSeed, users: [...defaultSeed.users, secondUser], zones }) })
  const account = seededIds.account(defaultSeed.accounts[0]?.name ?? '')
  const known: Record<string, unknown> = { zone_id: zoneId, account_id: account, organization_id: account }
  const visited = new Set<AnyEndpoint>()
  const ends: (() => Promise<unknown>)[] = []
  const client = createClient({ baseUrl: emulator.url, credentials: token(demo.token), validate: 'throw', retry: false, throttle: false })
  onTestFinished(() => client.close())

  const answer = async (asked: Client, endpoint: AnyEndpoint, input: Fields, options: { readonly credentials?: Credentials }): Promise<unknown> => {
    if (endpoint.kind === 'list') return asked.list(endpoint as Listing, input as never, options).all({ limit: 1000 })
    if (endpoint.kind === 'stream') return ((await asked.download(endpoint as Download, input as never, options)) as Bytes).text()
    return asked.call(endpoint as Endpoint, input as never, options)
  }

  const visitorAs = (options: { readonly credentials?: Credentials }): Visitor => {
    const result = async (endpoint: AnyEndpoint, input: Fields = {}): Promise<unknown> => {
      const path = Object.fromEntries(endpoint.target.parameters.map((name) => [name, input[name] ?? known[name]]))
      const given = await answer(client, endpoint, { ...input, ...path }, options)
      visited.add(endpoint)
      return given
    }
    return {
      clock,
      visited,
      visit: async (endpoint, input) => {
        const given = await result(endpoint, input)
        return ((Array.isArray(given) ? given[0] : given) ?? {}) as Fields
      },
      all: async (listing, input) => (await result(listing, input)) as readonly Fields[],
      know: (values) => void Object.assign(known, values),
      later: (end) => void ends.push(end),
      as: (credentials) => visitorAs({ credentials }),
      async end() {
        for (const end of ends.splice(0).toReversed()) await end()
      },
    }
  }
  return visitorAs({})
}

/** The second user's credentials. */
export const secondCredentials = (): Credentials => globalKey(secondUser.email, secondUser.api_key)

/** Calls that many resources have. */
type Resource = Readonly<Partial<Record<'create' | 'get' | 'list' | 'edit' | 'update' | 'remove', AnyEndpoint>>>

/** Creates an object, reads, lists, changes and replaces it as far as its resource has calls for that, and deletes it at the end of all. Its identifier, a parameter of paths, is read from a field of what was made. */
export const visitResource = async ({ visit, know, later }: Visitor, resource: Resource, { id, from = 'id', create, edit, update }: { readonly id: string; readonly from?: string; readonly create: Fields; readonly edit?: Fields; readonly update?: Fields }): Promise<Fields> => {
  const made = resource.create === undefined ? {} : await visit(resource.create, create)
  const named = { [id]: made[from] }
  know(named)
  const { get, list, remove } = resource
  if (resource.edit !== undefined && edit !== undefined) await visit(resource.edit, edit)
  if (resource.update !== undefined && update !== undefined) await visit(resource.update, update)
  if (get !== undefined) await visit(get)
  if (list !== undefined) await visit(list)
  if (remove !== undefined) later(() => visit(remove, named))
  return made
}
