import type { Shelf } from '@zonewright/bridge'

import type { State } from '../state/state.ts'

/** All kinds of things on the shelf stand in one scope. */
const scope = 'form-post'

/** What the old APIs remember, kept with everything else that the emulator remembers. */
export const stateShelf = (state: State): Shelf => {
  const kept = (kind: string) => state.documents.collection<unknown>(`form-post ${kind}`)
  return {
    get: (kind, key) => kept(kind).get(scope, key),
    put: (kind, key, value) => kept(kind).put(scope, key, value),
    remove: (kind, key) => kept(kind).remove(scope, key),
    all: (kind) => kept(kind).all(scope).map(({ id, value }) => ({ key: id, value })),
    together: (work) => state.transaction(work),
    close: () => undefined,
  }
}
