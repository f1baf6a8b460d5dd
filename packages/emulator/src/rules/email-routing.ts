import type { State } from '../state/state.ts'

/** Form of an e-mail address, as far as it is looked at. */
export const emailAddressForm = /^[^@\s]+@[^@\s]+\.[^@\s]+$/

/** Nobody reads letters here: the owner of an address is taken to agree after a minute. */
const agreedMs = 60_000

/** When the owner of an address verified it, in milliseconds since 1970: at once for the addresses of users. Undefined before. */
export const verifiedAt = ({ email, createdAt }: { readonly email: string; readonly createdAt: number }, state: State, now: number): number | undefined => {
  if (state.users.byEmail(email) !== undefined) return createdAt
  return now >= createdAt + agreedMs ? createdAt + agreedMs : undefined
}

/** A record that a zone needs for its mail to be routed. */
export interface EmailRecord {
  readonly type: 'MX' | 'TXT'
  readonly name: string
  readonly content: string
  readonly ttl: 1
  readonly priority?: number
}

/** The records that a zone needs for its mail to be routed: three servers, and who may send. */
export const emailRecords = (zone: string): readonly EmailRecord[] => [
  ...[
    [1, 13],
    [2, 86],
    [3, 24],
  ].map(([number, priority]): EmailRecord => ({ type: 'MX', name: zone, content: `route${number}.mx.cloudflare.net`, ttl: 1, priority: priority ?? 0 })),
  { type: 'TXT', name: zone, content: '"v=spf1 include:_spf.mx.cloudflare.net ~all"', ttl: 1 },
]
