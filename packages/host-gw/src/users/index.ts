/**
 * The customers of a host.
 * @module
 */
export { type AuthorizedUser, type HostedUser, type UserAuthorize, type UserCreate, type UserLookUp, authorize, create, lookUp } from './users.ts'
