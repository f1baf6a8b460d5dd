import type { HostScene } from '../scene.ts'
import { issuedKey } from './issued-key.ts'
import type { Link } from './links.ts'

/** The user's key of the client API: their own, where passwords are kept, else one that this server gave out. */
export const apiKeyOf = ({ own, shelf }: HostScene, link: Link): string => own?.users.byEmail(link.email)?.apiKey ?? issuedKey(shelf, link)

/** What a host gets of a user that it has hold of. */
export const userAnswer = (scene: HostScene, link: Link, username?: string): Readonly<Record<string, string | null>> => ({
  cloudflare_email: link.email,
  user_key: link.userKey,
  unique_id: link.uniqueId,
  ...(username === undefined ? {} : { cloudflare_username: username }),
  user_api_key: apiKeyOf(scene, link),
})
