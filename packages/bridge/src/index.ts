/**
 * A server of the two form-POST APIs over API v4.
 * @module
 */
export type { Allowance, FormPostLogEntry, FormPostServiceParts } from './asked.ts'
export type { Callers, ClientCaller, HostCaller } from './callers.ts'
export { type BridgeConfig, ConfigError, type ConfigSources, type ConfiguredClient, type ConfiguredHost, readConfig } from './config.ts'
export type { Upstream } from './configured-callers.ts'
export { FormPostFault, noCounterpart } from './fault.ts'
export type { ChildHost, OwnState, PasswordUser, Visitor } from './own-state.ts'
export { fileShelf, ShelfError } from './remember/file-shelf.ts'
export { memoryShelf } from './remember/memory-shelf.ts'
export { type Numbered, type Numbers, numbersOn } from './remember/numbers.ts'
export type { Shelf } from './remember/shelf.ts'
export { type Bridge, type BridgeOptions, startBridge, UnsafeAddressError } from './server.ts'
export { type FormPostService, formPostService } from './service.ts'
export type { FormPostAnswer, FormPostRequest } from './wire/message.ts'
