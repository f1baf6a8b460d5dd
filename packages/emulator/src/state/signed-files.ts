import { createHash } from 'node:crypto'

import type { Collection } from './documents.ts'
import type { State } from './state.ts'

/** Path behind which files stand that are fetched or uploaded by a signed address rather than by credentials. */
export const signedFilePrefix = '/_emulator/files/'

/** How long an address is valid, in milliseconds. */
const validMs = 60 * 60 * 1000

const scope = 'signed-files'

const addressesIn = ({ documents }: State): Collection<{ readonly ends: number }> => documents.collection('signed_files')

/** Content of a file that was uploaded or offered. */
export const signedFile = ({ blobs }: State, name: string): Uint8Array | undefined => blobs.get(scope, name)

/**
 * Makes an address that nobody can guess, and offers a file there when its content is given.
 * @param name 32 random hex digits.
 * @returns The path of the address.
 */
export const signAddress = (state: State, { name, now, content }: { readonly name: string; readonly now: number; readonly content?: Uint8Array }): string => {
  addressesIn(state).put(scope, name, { ends: now + validMs })
  if (content !== undefined) state.blobs.put(scope, name, content)
  return signedFilePrefix + name
}

/** What is asked at a signed address. */
export interface FileRequest {
  readonly method: string
  /** Path, such as `/_emulator/files/0123…`. */
  readonly target: string
  readonly body: Uint8Array
  readonly now: number
}

/** What is answered there. */
export interface FileAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | string
}

/** Takes or gives the file of a signed address, as a store of objects does. */
export const answerFile = (state: State, { method, target, body, now }: FileRequest): FileAnswer => {
  const name = target.slice(signedFilePrefix.length).replace(/\?.*$/s, '')
  const address = addressesIn(state).get(scope, name)
  if (address === undefined || address.ends <= now) return { status: 403, headers: {}, body: 'The address is not signed, or its time is over.\n' }
  if (method === 'PUT') {
    state.transaction(() => state.blobs.put(scope, name, body))
    return { status: 200, headers: { etag: `"${createHash('md5').update(body).digest('hex')}"` }, body: '' }
  }
  const content = signedFile(state, name)
  return content === undefined ? { status: 404, headers: {}, body: 'There is no file yet.\n' } : { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: content }
}
