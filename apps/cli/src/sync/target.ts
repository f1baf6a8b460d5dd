import { get } from '@zonewright/v4/zones'
import { zoneFromService, zoneStore } from '@zonewright/v4/zone-store'
import type { Zone, ZoneStore } from '@zonewright/zone'
import { baseUrlFrom } from '../connection.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failures.ts'
import { isIdentifier, zoneName } from '../zone-lookup.ts'

/** Zones of the service that the command line speaks to. */
export interface Target {
  readonly store: ZoneStore
  /** What tells this service from others with the same zones. */
  readonly service: string
  /** A zone given by name or identifier. @throws Failure when there is none. */
  zone(text: string): Promise<Zone>
}

/** The service behind the client of this run. */
export const targetOf = async (context: Context): Promise<Target> => {
  const client = await context.client()
  const store = zoneStore(client)
  return {
    store,
    service: baseUrlFrom(context.global.baseUrl, context.io.env) ?? 'https://api.cloudflare.com/client/v4',
    async zone(text) {
      if (isIdentifier(text)) return zoneFromService(await client.call(get, { zone_id: text.toLowerCase() }, context.call))
      const name = await zoneName(text)
      for await (const zone of store.zones({ name: `${name}.`, signal: context.call.signal })) return zone
      throw new Failure(`zone "${name}" was not found with these credentials; zw zones lists those that are`)
    },
  }
}
