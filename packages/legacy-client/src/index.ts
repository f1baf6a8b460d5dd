// By their published names: each module stays a file of its own, and none of its parts becomes an export by accident.
export * as access from '@zonewright/legacy-client/access'
export * as cache from '@zonewright/legacy-client/cache'
export * as edition2010 from '@zonewright/legacy-client/edition-2010'
export * as records from '@zonewright/legacy-client/records'
export * as settings from '@zonewright/legacy-client/settings'
export * as traffic from '@zonewright/legacy-client/traffic'
export * as zones from '@zonewright/legacy-client/zones'
