import type { HostScene } from './scene.ts'
import type { HostOutcome, Translation } from './translation.ts'

const all: readonly Translation<HostScene, HostOutcome>[] = []

/** The acts of the Hosting Provider API by name. */
export const hostActs: ReadonlyMap<string, Translation<HostScene, HostOutcome>> = new Map(all.flatMap((translation) => translation.forms.map(({ target }) => [target.path, translation] as const)))
