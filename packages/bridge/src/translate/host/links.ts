import { randomBytes } from 'node:crypto'
import type { Shelf } from '../../remember/shelf.ts'
import type { HostScene } from '../scene.ts'
import { hostFault } from './host-fault.ts'

/** A host's hold on an end user: what a `user_key` stands for. */
export interface Link {
  readonly userKey: string
  readonly hostId: string
  readonly email: string
  readonly username?: string
  /** The account of API v4 that holds the user's zones. */
  readonly accountId: string
  /** The host's own identifier of the user. */
  readonly uniqueId: string | null
}

const kind = 'host link'

/** All links of a host. */
export const linksOf = (shelf: Shelf, hostId: string): readonly Link[] => shelf.all(kind).map(({ value }) => value as Link).filter((link) => link.hostId === hostId)

/** All links of anybody's, for keys that were given out. */
export const allLinks = (shelf: Shelf): readonly Link[] => shelf.all(kind).map(({ value }) => value as Link)

/**
 * What a `user_key` stands for with this host.
 * @throws FormPostFault 125.
 */
export const linkOf = ({ shelf, caller }: HostScene, userKey: string): Link => {
  const link = shelf.get(kind, userKey) as Link | undefined
  if (link?.hostId !== caller.id) throw hostFault(125, { user_key: userKey })
  return link
}

/** The link to a user by e-mail address, in any case. */
export const linkByEmail = ({ shelf, caller }: HostScene, email: string): Link | undefined => linksOf(shelf, caller.id).find((link) => link.email.toLowerCase() === email.toLowerCase())

/** The link to a user by the host's own identifier. */
export const linkByUniqueId = ({ shelf, caller }: HostScene, uniqueId: string): Link | undefined => linksOf(shelf, caller.id).find((link) => link.uniqueId === uniqueId)

/**
 * Keeps a link; the one that is there for the same user stays and may get another identifier.
 * @throws FormPostFault 117 when the identifier is another user's and may not be taken from them.
 */
export const keepLink = (scene: HostScene, facts: Omit<Link, 'userKey' | 'hostId' | 'uniqueId'>, { uniqueId, clobber }: { readonly uniqueId?: string; readonly clobber: boolean }): Link =>
  scene.shelf.together(() => {
    const holder = uniqueId === undefined ? undefined : linkByUniqueId(scene, uniqueId)
    const known = linkByEmail(scene, facts.email)
    if (uniqueId !== undefined && holder !== undefined && holder.userKey !== known?.userKey) {
      if (!clobber) throw hostFault(117, { unique_id: uniqueId })
      scene.shelf.put(kind, holder.userKey, { ...holder, uniqueId: null })
    }
    const link: Link = { userKey: known?.userKey ?? randomBytes(16).toString('hex'), hostId: scene.caller.id, ...facts, uniqueId: uniqueId ?? known?.uniqueId ?? null }
    scene.shelf.put(kind, link.userKey, link)
    return link
  })
