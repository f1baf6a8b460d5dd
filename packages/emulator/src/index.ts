/**
 * A whole Cloudflare API v4 on loopback: durable, strict and faithful to the real answers.
 * @module
 */
export type { RequestLog, SeenRequest } from './admin.ts'
export { type Clock, microsecondDate, systemClock } from './clock.ts'
export { closeOnSignals, type Emulator, type EmulatorOptions, startEmulator, type Variance } from './emulator.ts'
export { type ErrorKey, type ErrorRow, type ErrorSource, errorTable } from './errors.ts'
export { FaultError, type FaultKind, type FaultQueue, type InjectedFault, parseFaults } from './faults.ts'
export { type Ids, randomIds } from './ids.ts'
export type { RatelimitHeader } from './response-headers.ts'
export type { Compat } from './rules/compat.ts'
export { documentedLimit, type RateLimit } from './rules/rate-limit.ts'
export { defaultSeed, loadSeed, parseSeed, type Seed, seededIds, type SeedAccount, type SeedToken, type SeedUser, type SeedZone } from './seed.ts'
export { SeedError } from './seed-reader.ts'
export type { LogEntry, ServerCertificate } from './server.ts'
export { DataDirectoryError } from './state/data-directory-error.ts'
export { NodeVersionError } from './state/node-version-error.ts'
export { openState, type State } from './state/state.ts'
