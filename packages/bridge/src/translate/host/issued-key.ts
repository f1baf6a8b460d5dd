import { createHmac, randomBytes } from 'node:crypto'
import type { Shelf } from '../../remember/shelf.ts'
import { sameSecret } from '../../same-secret.ts'
import { type Link, linksByEmail } from './links.ts'

const secretOf = (shelf: Shelf): string =>
  shelf.together(() => {
    const known = shelf.get('secret', 'issued keys')
    if (typeof known === 'string') return known
    const made = randomBytes(32).toString('hex')
    shelf.put('secret', 'issued keys', made)
    return made
  })

/**
 * The key of the client API that a host's end user gets: 37 hex digits. It follows from the link and a secret of the
 * shelf's, so that the same one is given each time and none is kept.
 */
export const issuedKey = (shelf: Shelf, link: Link): string => createHmac('sha256', secretOf(shelf)).update(`${link.hostId} ${link.userKey}`).digest('hex').slice(0, 37)

/** Whose key this is; undefined for one that was never given out. */
export const issuedKeyOwner = (shelf: Shelf, email: string, key: string): Link | undefined => linksByEmail(shelf, email).find((link) => sameSecret(issuedKey(shelf, link), key))
