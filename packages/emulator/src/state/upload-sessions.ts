import { createHmac } from 'node:crypto'

import type { Collection } from './documents.ts'
import type { State } from './state.ts'

/** Who may upload what with a token that was made for that alone. */
export interface UploadSession {
  readonly userId: string
  readonly accountId: string
  /** What the token is for: files of a Worker, to name those in its metadata, or files of a site. */
  readonly use: 'worker_files' | 'worker_metadata' | 'site_files'
  /** Name of the Worker or project. */
  readonly subject: string
  /** Every file of a Worker by its path. */
  readonly manifest?: AssetManifest
  /** Until when it is valid, in milliseconds since 1970. */
  readonly ends: number
}

/** Files by their path, with their hash and size. */
export type AssetManifest = Readonly<Record<string, { readonly hash: string; readonly size: number }>>

const scope = 'tokens'

const sessionsIn = ({ documents }: State): Collection<UploadSession> => documents.collection('upload_sessions')

/** The session that a token stands for, as long as it is valid. */
export const uploadSession = (state: State, token: string, now: number): UploadSession | undefined => {
  const session = sessionsIn(state).get(scope, token)
  return session === undefined || session.ends <= now ? undefined : session
}

const part = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/**
 * Begins a session.
 * @param id 32 random hex digits, which make the token one that nobody can guess.
 * @returns Its token: a JWT, because programs look into it for the time of its end. It is looked up, so its signature is never checked.
 */
export const beginUpload = (state: State, session: UploadSession, id: string): string => {
  const content = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ exp: Math.floor(session.ends / 1000), account_id: session.accountId, sub: session.subject, jti: id })}`
  const token = `${content}.${createHmac('sha256', id).update(content).digest('base64url')}`
  sessionsIn(state).put(scope, token, session)
  return token
}
