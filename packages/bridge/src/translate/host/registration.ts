import type { Shelf } from '../../remember/shelf.ts'

/** How a zone came to a host. */
export interface Registration {
  readonly zoneId: string
  readonly zoneName: string
  readonly hostId: string
  readonly hostName: string
  readonly userKey: string
  readonly email: string
  readonly accountId: string
  readonly form: 'full' | 'partial'
  /** Where traffic of a partial zone goes when its name says nothing else. */
  readonly resolveTo?: string
  /** Complete names that were set up here. */
  readonly hosted: readonly string[]
  /** When it was deleted here, RFC 3339. */
  readonly deletedOn?: string
}

const kind = 'host zone'

/** How a zone came to its host; undefined for one that no host set up. */
export const registrationOf = (shelf: Shelf, zoneId: string): Registration | undefined => shelf.get(kind, zoneId) as Registration | undefined

/** Keeps how a zone came to its host. */
export const keepRegistration = (shelf: Shelf, registration: Registration): void => shelf.put(kind, registration.zoneId, registration)

/** All zones of a host, the deleted ones too. */
export const registrationsOf = (shelf: Shelf, hostId: string): readonly Registration[] => shelf.all(kind).map(({ value }) => value as Registration).filter((registration) => registration.hostId === hostId)
