import type { Zone, ZoneStore } from '@zonewright/zone'
import type { Context } from '../context.ts'
import { Failure } from '../failures.ts'
import { isIdentifier, zoneName } from '../zone-lookup.ts'
import { addressOf } from './address.ts'
import { type ApiName, apiTitles } from './names.ts'

/** Zones of the API that the command line speaks. */
export interface Target {
  readonly store: ZoneStore
  /** What tells this service from others with the same zones. */
  readonly service: string
  /** A zone given by name or identifier. @throws Failure when there is none. */
  zone(text: string): Promise<Zone>
}

const stores: Readonly<Record<ApiName, (context: Context) => Promise<ZoneStore>>> = {
  async v4(context) {
    const { zoneStore } = await import('@zonewright/v4/zone-store')
    return zoneStore(await context.client())
  },
  async legacy(context) {
    const { zoneStore } = await import('@zonewright/legacy-client/zone-store')
    return zoneStore(await context.client())
  },
  async host(context) {
    const { zoneStore } = await import('@zonewright/host-gw/zone-store')
    const { CLOUDFLARE_USER_KEY: userKey = '', CLOUDFLARE_EMAIL: email = '' } = context.io.env
    if (userKey === '') throw new Failure('--api host: whose zones? export CLOUDFLARE_USER_KEY with the user_key of the customer')
    return zoneStore(await context.client(), { user_key: userKey, ...(email === '' ? {} : { cloudflare_email: email }) })
  },
}

const byIdentifier = async (context: Context, id: string): Promise<Zone> => {
  const { get } = await import('@zonewright/v4/zones')
  const { zoneFromService } = await import('@zonewright/v4/zone-store')
  return zoneFromService(await (await context.client()).call(get, { zone_id: id }, context.call))
}

/** The zones behind the client of this run. */
export const targetOf = async (context: Context): Promise<Target> => {
  const { api = 'v4' } = context.global
  const store = await stores[api](context)
  return {
    store,
    service: addressOf(context),
    async zone(text) {
      if (isIdentifier(text)) {
        if (api !== 'v4') throw new Failure(`zone ${text}: ${apiTitles[api]} has no such identifiers; give the name of the zone`)
        return byIdentifier(context, text.toLowerCase())
      }
      const name = await zoneName(text)
      for await (const zone of store.zones({ name: `${name}.`, signal: context.call.signal })) return zone
      throw new Failure(`zone "${name}" was not found with these credentials; zw zones${api === 'v4' ? '' : ` --api ${api}`} lists those that are`)
    },
  }
}
