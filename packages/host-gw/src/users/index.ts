/**
 * The customers of a host.
 * @module
 */
export { type AuthorizedUser, type HostedUser, type UserAuthorize, type UserCreate, type UserGet, authorize, create, get } from './users.ts'
