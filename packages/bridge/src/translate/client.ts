import type { ClientScene } from './scene.ts'
import type { ClientOutcome, Translation } from './translation.ts'

const all: readonly Translation<ClientScene, ClientOutcome>[] = []

/** The actions of the client API by name. */
export const clientActions: ReadonlyMap<string, Translation<ClientScene, ClientOutcome>> = new Map(all.flatMap((translation) => translation.forms.map(({ target }) => [target.path, translation] as const)))
