export * as shapes from './shapes/index.ts'
export { type Runner, type ZoneStoreSetting, zoneStoreContract } from './zone-store-contract.ts'
