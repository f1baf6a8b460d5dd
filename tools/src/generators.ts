import { join } from 'node:path'
import { brokenLaws } from './manifest/laws.ts'
import { manifestOf, namespaceOf } from './manifest/manifest.ts'
import { Prose } from './manifest/prose.ts'
import { readMember, root } from './workspace.ts'

/** A file that is made, not written. */
export interface Generator {
  /** Path below the workspace's root. */
  readonly path: string
  make(): Promise<string>
}

/** The manifest of every endpoint of API v4: what commands, documents and tests read. */
export const v4Manifest: Generator = {
  path: 'packages/v4/manifest.json',
  async make() {
    const member = readMember(join(root, 'packages/v4'))
    const all = (await import('@zonewright/v4')) as Readonly<Record<string, object>>
    const modules = member.entries.flatMap((entry) => {
      const module = all[namespaceOf(entry.subpath.slice(2))]
      return module === undefined ? [] : [{ entry, module }]
    })
    const lost = Object.keys(all).filter((name) => !modules.some(({ entry }) => namespaceOf(entry.subpath.slice(2)) === name))
    if (lost.length > 0) throw new Error(`no subpath of @zonewright/v4 leads to ${lost.join(', ')}: add it to exports in packages/v4/package.json and to packages/v4/tsdown.config.ts`)
    const manifest = manifestOf(modules, new Prose(member))
    const faults = brokenLaws(manifest)
    if (faults.length > 0) throw new Error(faults.join('\n'))
    return `${JSON.stringify(manifest, null, 2)}\n`
  },
}

/** Everything that is generated. */
export const generators: readonly Generator[] = [v4Manifest]
