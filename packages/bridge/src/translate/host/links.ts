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
/** Keys of the links to a user, whichever host has them, by e-mail address in small letters: programs sign in by it. */
const byEmail = 'host links of email'
/** Key of a link by host and the host's own identifier of the user. */
const byUniqueId = 'host link of unique id'

const at = (shelf: Shelf, userKey: unknown): Link | undefined => (typeof userKey === 'string' ? (shelf.get(kind, userKey) as Link | undefined) : undefined)

/** All links of a host. */
export const linksOf = (shelf: Shelf, hostId: string): readonly Link[] => shelf.all(kind).map(({ value }) => value as Link).filter((link) => link.hostId === hostId)

/** The links to a user, in any case of the e-mail address, whichever host has them. */
export const linksByEmail = (shelf: Shelf, email: string): readonly Link[] => ((shelf.get(byEmail, email.toLowerCase()) ?? []) as readonly string[]).flatMap((userKey) => at(shelf, userKey) ?? [])

/**
 * What a `user_key` stands for with this host.
 * @throws FormPostFault 125.
 */
export const linkOf = ({ shelf, caller }: HostScene, userKey: string): Link => {
  const link = shelf.get(kind, userKey) as Link | undefined
  if (link?.hostId !== caller.id) throw hostFault(125, { user_key: userKey })
  return link
}

/** This host's link to a user by e-mail address, in any case. */
export const linkByEmail = ({ shelf, caller }: HostScene, email: string): Link | undefined => linksByEmail(shelf, email).find((link) => link.hostId === caller.id)

/** The link to a user by the host's own identifier. */
export const linkByUniqueId = ({ shelf, caller }: HostScene, uniqueId: string): Link | undefined => at(shelf, shelf.get(byUniqueId, `${caller.id} ${uniqueId}`))

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
    const { shelf, caller } = scene
    const email = link.email.toLowerCase()
    if (known === undefined) shelf.put(byEmail, email, [...linksByEmail(shelf, email).map(({ userKey }) => userKey), link.userKey])
    if (known?.uniqueId !== undefined && known.uniqueId !== null) shelf.remove(byUniqueId, `${caller.id} ${known.uniqueId}`)
    if (link.uniqueId !== null) shelf.put(byUniqueId, `${caller.id} ${link.uniqueId}`, link.userKey)
    shelf.put(kind, link.userKey, link)
    return link
  })
