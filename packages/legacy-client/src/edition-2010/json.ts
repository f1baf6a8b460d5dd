import * as z from '@zonewright/core/schema'
import { Done, basic, inZone, onOff } from '../common.ts'
import { clientJson2010, endpoint } from '../protocol.ts'
import { AddressLookUp, KnownAddresses, LoadedVisitors, visitorFilter } from '../traffic/traffic.ts'

const zoneName = z.string().check(z.minLength(1), z.maxLength(253))
const zoneId = z.int().check(z.gte(1))

/**
 * Look up what is known of an IP address, as edition 2010 lists it: the e-mail address travels as `u`.
 * @example const known = (await cf.edition2010.lookUp({ ip: '192.0.2.1' }))['192.0.2.1']
 */
export const lookUp = endpoint<AddressLookUp, KnownAddresses>('ip_lkup', { input: AddressLookUp, result: KnownAddresses, safety: 'read' }, clientJson2010)

const VisitorList = z.strictObject({
  ...basic,
  /** Identifier of the zone, from `zones.check`. */
  zid: zoneId,
  ...visitorFilter,
})
export interface VisitorList extends z.input<typeof VisitorList> {}

/**
 * Read who visited a zone, as edition 2010 lists it: by the number of the zone.
 * @example const { ips } = await cf.edition2010.visitors({ zid: 1099, class: 't' })
 */
export const visitors = endpoint<VisitorList, LoadedVisitors>('zone_ips', { input: VisitorList, result: LoadedVisitors, safety: 'read' })

const Screenshot = z.strictObject({
  ...basic,
  /** Identifier of the zone, from `zones.check`. */
  zid: zoneId,
})
export interface Screenshot extends z.input<typeof Screenshot> {}

const TakenScreenshot = z.object({
  /** Screenshots; later years leave the list out. */
  set: z.optional(
    z.array(
      z.object({
        /** Unix time at which it was asked for. */
        time: z.number(),
      }),
    ),
  ),
})
export interface TakenScreenshot extends z.output<typeof TakenScreenshot> {}

/**
 * Have a new screenshot of a zone taken: once a day for each zone, and it may take an hour. Edition 2010, and copies until 2013.
 * @example await cf.edition2010.screenshot({ zid: 1099 })
 */
export const screenshot = endpoint<Screenshot, TakenScreenshot>('zone_grab', { input: Screenshot, result: TakenScreenshot })

const RecordCreate = z.strictObject({
  ...basic,
  /** Name of the zone. */
  zone: zoneName,
  /** Record type. */
  type: z.enum(['A', 'CNAME']),
  /** Name of the record. */
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  /** Address or target. */
  content: z.string().check(z.minLength(1)),
  /** 1 sends traffic through Cloudflare (orange cloud), 0 does not (grey cloud). */
  service_mode: onOff,
})
export interface RecordCreate extends z.input<typeof RecordCreate> {}

/**
 * Create an A or CNAME record. Edition 2010; later `records.create`.
 * @example await cf.edition2010.createRecord({ zone: 'example.com', type: 'A', name: 'www', content: '192.0.2.1', service_mode: 1 })
 */
export const createRecord = endpoint<RecordCreate, Done>('rec_set', { input: RecordCreate, result: Done })

const RecordsRemove = z.strictObject({
  ...basic,
  /** Name of the zone. */
  zone: zoneName,
  /** Complete name, such as `www.example.com`; never the label alone. */
  name: z.string().check(z.regex(/^[^.\s]+\../)),
})
export interface RecordsRemove extends z.input<typeof RecordsRemove> {}

/**
 * Delete ALL records of a name, whatever their type. Edition 2010; later `records.remove`.
 * @example await cf.edition2010.removeRecords({ zone: 'example.com', name: 'www.example.com' })
 */
export const removeRecords = endpoint<RecordsRemove, Done>('rec_del', { input: RecordsRemove, result: Done, safety: 'idempotent' })

const PreloaderPurge = z.strictObject({
  ...basic,
  /** Name of the zone. */
  zone_name: zoneName,
})
export interface PreloaderPurge extends z.input<typeof PreloaderPurge> {}

/**
 * Make the preloader forget a zone; it may take an hour. Edition 2010.
 * @example await cf.edition2010.purgePreloader({ zone_name: 'example.com' })
 */
export const purgePreloader = endpoint<PreloaderPurge, Done>('pre_purge', { input: PreloaderPurge, result: Done, safety: 'idempotent' })

const Ipv6Set = z.strictObject({
  ...inZone,
  /** 1 on, 0 off. */
  v: onOff,
})
export interface Ipv6Set extends z.input<typeof Ipv6Set> {}

/**
 * Switch IPv6 of a zone, as edition 2010 lists it: 1 is on, and the e-mail address travels as `u`.
 * @example await cf.edition2010.setIpv6({ z: 'example.com', v: 1 })
 */
export const setIpv6 = endpoint<Ipv6Set, Done>('ipv46', { input: Ipv6Set, result: Done, safety: 'idempotent' }, clientJson2010)

const hosts = {
  /** The new IPv4 address. */
  ip: z.string().check(z.regex(/^\d{1,3}(?:\.\d{1,3}){3}$/)),
  /** Names of A records that exist; several travel with commas between. The service finds the zone. */
  hosts: z.array(z.string().check(z.minLength(1), z.regex(/^[^,\s]+$/))).check(z.minLength(1)),
}

const AddressUpdate = z.strictObject({ ...basic, ...hosts })
export interface AddressUpdate extends z.input<typeof AddressUpdate> {}

/** How addresses are updated at the address for plain text. */
export const AddressUpdateText = z.strictObject(hosts)
export interface AddressUpdateText extends z.input<typeof AddressUpdateText> {}

/**
 * Give A records a new address (dynamic DNS). Edition 2010; scripts used it to the end.
 * @example await cf.edition2010.updateAddress({ ip: '192.0.2.1', hosts: ['home.example.com'] })
 */
export const updateAddress = endpoint<AddressUpdate, Done>('DIUP', { input: AddressUpdate, result: Done, safety: 'idempotent' }, clientJson2010)
