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

/** Identifiers of the zones of a user, by `user_key`. */
const ofUser = 'host zones of user'

const zoneIdsOf = (shelf: Shelf, userKey: string): readonly string[] => (shelf.get(ofUser, userKey) ?? []) as readonly string[]

/** Keeps how a zone came to its host. */
export const keepRegistration = (shelf: Shelf, registration: Registration): void =>
  shelf.together(() => {
    const { userKey, zoneId } = registration
    const known = zoneIdsOf(shelf, userKey)
    if (!known.includes(zoneId)) shelf.put(ofUser, userKey, [...known, zoneId])
    shelf.put(kind, zoneId, registration)
  })

/** All zones that were set up for a user, the deleted ones too. */
export const registrationsOfUser = (shelf: Shelf, userKey: string): readonly Registration[] =>
  zoneIdsOf(shelf, userKey)
    .flatMap((zoneId) => registrationOf(shelf, zoneId) ?? [])
    // A zone that was set up anew for somebody else is theirs.
    .filter((registration) => registration.userKey === userKey)

/** All zones of a host, the deleted ones too. */
export const registrationsOf = (shelf: Shelf, hostId: string): readonly Registration[] => shelf.all(kind).map(({ value }) => value as Registration).filter((registration) => registration.hostId === hostId)
