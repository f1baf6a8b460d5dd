/**
 * Zones of the account.
 * @module
 */
export { type ChangedZone, type LegacyZone, type ZoneProperties } from './zone.ts'
export { type CheckedZones, type LoadedZone, type ZoneCheck, type ZoneGet, type ZoneList, check, get, list } from './zones.ts'
