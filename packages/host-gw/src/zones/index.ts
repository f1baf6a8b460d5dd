/**
 * Zones of a host's customers.
 * @module
 */
export { type FullZoneSet, type SetFullZone, type SetZone, type ZoneSet, nameServersIn, set, setFull } from './set-up.ts'
export { type HostedZone, type ListedZone, type RemovedZone, type ZoneList, type ZoneLookUp, type ZoneRemove, list, lookUp, remove } from './zones.ts'
