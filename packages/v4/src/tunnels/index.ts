/**
 * Tunnels: servers that reach out to the service instead of being reached.
 * @module
 */
export * as configurations from './configurations.ts'
export * as connections from './connections.ts'
export { type Tunnel, type TunnelConnection } from './tunnel.ts'
export { type TunnelCreate, type TunnelDelete, type TunnelEdit, type TunnelGet, type TunnelList, type TunnelToken, create, edit, get, list, remove, token } from './tunnels.ts'
