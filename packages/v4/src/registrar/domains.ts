/**
 * Domains that are registered with the service.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { hexIdentifier, identifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const inAccount = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
}

const oneDomain = {
  ...inAccount,
  /** The domain, such as `example.com`. */
  domain_name: identifier,
}

/** A registered domain. */
const Domain = z.object({
  /** Identifier. Read-only. */
  id: z.optional(z.string()),
  /** The domain. Read-only. */
  name: z.optional(z.string()),
  /** Whether anybody could register it now. Read-only. */
  available: z.optional(z.boolean()),
  /** Whether it could be registered here. Read-only. */
  can_register: z.optional(z.boolean()),
  /** When it was registered, RFC 3339. Read-only. */
  created_at: z.optional(z.string()),
  /** When it was changed last, RFC 3339. Read-only. */
  updated_at: z.optional(z.string()),
  /** When the registration ends, RFC 3339. Read-only. */
  expires_at: z.optional(z.string()),
  /** Who registers it now. Read-only. */
  current_registrar: z.optional(z.string()),
  /** Statuses at the registry, separated by commas. Read-only. */
  registry_statuses: z.optional(z.string()),
  /** Whether its top-level domain is supported. Read-only. */
  supported_tld: z.optional(z.boolean()),
  /** Renew before it ends. */
  auto_renew: z.optional(z.boolean()),
  /** Refuse transfers to others. */
  locked: z.optional(z.boolean()),
  /** Hide the registrant in WHOIS. */
  privacy: z.optional(z.boolean()),
})
export interface Domain extends z.output<typeof Domain> {}

const DomainList = z.strictObject(inAccount)
export interface DomainList extends z.input<typeof DomainList> {}

/**
 * List the registered domains of an account, all at once.
 * @example const domains = await cf.registrar.domains.list({ account_id })
 */
export const list = endpoint<DomainList, Domain[]>('GET /accounts/{account_id}/registrar/domains', { input: DomainList, result: z.array(Domain), permission: '#registrar:read' })

const DomainGet = z.strictObject(oneDomain)
export interface DomainGet extends z.input<typeof DomainGet> {}

/**
 * Read one registered domain.
 * @example const { expires_at } = await cf.registrar.domains.get({ account_id, domain_name: 'example.com' })
 */
export const get = endpoint<DomainGet, Domain>('GET /accounts/{account_id}/registrar/domains/{domain_name}', { input: DomainGet, result: Domain, permission: '#registrar:read' })

const DomainUpdate = z.strictObject({
  ...oneDomain,
  /** Renew before it ends. */
  auto_renew: z.optional(z.boolean()),
  /** Refuse transfers to others. */
  locked: z.optional(z.boolean()),
  /** Hide the registrant in WHOIS. */
  privacy: z.optional(z.boolean()),
})
export interface DomainUpdate extends z.input<typeof DomainUpdate> {}

/**
 * Change renewal, lock or privacy of a registered domain; what is not said stays.
 * @example await cf.registrar.domains.update({ account_id, domain_name: 'example.com', auto_renew: true })
 */
export const update = endpoint<DomainUpdate, Domain>('PUT /accounts/{account_id}/registrar/domains/{domain_name}', { input: DomainUpdate, result: Domain, permission: '#registrar:edit' })
