/** A visitor of a zone, as `zone_ips` lists it. */
export interface Visitor {
  readonly ip: string
  readonly classification: 'regular' | 'crawler' | 'threat'
  readonly hits: number
  readonly latitude?: number
  readonly longitude?: number
}

/** An end user who has a password. */
export interface PasswordUser {
  readonly email: string
  readonly username: string
  /** The account of API v4 that holds the user's zones. */
  readonly accountId: string
  /** Key for the client API: 37 hex digits. */
  readonly apiKey: string
}

/** A host made by another one. */
export interface ChildHost {
  readonly id: string
  readonly key: string
}

/**
 * What the old APIs had and API v4 has nothing for. Who has such a state hands it in; a bridge has none of it, and says so.
 * A method throws a `FormPostFault` where the API itself would refuse.
 */
export interface OwnState {
  /** Visitors of a zone in the last hours, most hits first. */
  visitors(zoneId: string, filter: { readonly hours: number; readonly kind?: Visitor['classification'] }): readonly Visitor[]
  /** What is known of an address: `BAD:<score>`, `SE:<name>`, or false. */
  reputation(ip: string): string | false
  /** Orders a new screenshot of the zone; gives the Unix time of the last one. @throws FormPostFault when one was ordered today. */
  screenshot(zoneId: string): number
  /** Empties the preloader's cache of a zone. */
  purgePreloader(zoneId: string): void
  /** Takes a report of a program on spam. @throws FormPostFault beyond 150 an hour. */
  report(email: string, kind: string, event: unknown): void
  readonly users: {
    byEmail(email: string): PasswordUser | undefined
    /** The user whose password this is. */
    verify(email: string, password: string): PasswordUser | undefined
    isNameTaken(username: string): boolean
    create(facts: { readonly email: string; readonly password: string; readonly username: string }): PasswordUser
  }
  readonly hosts: {
    /** Gives a host a new key; the old one is dead from now on. */
    changeKey(hostId: string): string
    /** Makes a host of a host. */
    addChild(hostId: string, facts: Readonly<Record<string, string>>): ChildHost
    /** False when this host has no such child. */
    stopChild(hostId: string, childId: string): boolean
  }
}
