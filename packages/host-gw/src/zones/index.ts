/**
 * Zones of a host's customers.
 * @module
 */
export { type FullZoneSet, type SetFullZone, type SetZone, type ZoneSet, nameServersIn, set, setFull } from './set-up.ts'
export { type HostedZone, type ListedZone, type RemovedZone, type ZoneList, type ZoneGet, type ZoneRemove, get, list, remove } from './zones.ts'
