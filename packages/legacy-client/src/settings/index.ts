/**
 * Settings of a zone.
 * @module
 */
export { type CacheLevelSet, type DevelopmentMode, type DevelopmentModeSet, type Ipv6Set, type MinifySet, type MirageSet, type RocketLoaderSet, type SecurityLevelSet, type SettingsGet, get, setCacheLevel, setDevelopmentMode, setIpv6, setMinify, setMirage, setRocketLoader, setSecurityLevel } from './settings.ts'
export { type LoadedSettings, type ZoneSettings } from './zone-settings.ts'
