import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brokenLaws } from './manifest/laws.ts'
import { manifestOf, namespaceOf } from './manifest/manifest.ts'
import { Prose } from './manifest/prose.ts'
import { compileModule } from './octet-module.ts'
import { readMember, root } from './workspace.ts'

/** A file that is made, not written. */
export interface Generator {
  /** Path below the workspace's root. */
  readonly path: string
  make(): Promise<string>
}

/** The WebAssembly module that reads lines of zone files, as a module of the package that uses it. */
export const octetModule: Generator = {
  path: 'packages/bind/src/octet-module.ts',
  make: async () => `// Made by \`pnpm gen\` from packages/bind/octets.\n\n/** The module that reads lines, in base64. */\nexport const octetModule =\n  '${await compileModule('packages/bind/octets/index.ts')}'\n`,
}

/** The manifest of every endpoint of a package: what commands, documents and tests read. Each namespace is a subpath. */
const manifestGenerator = (folder: string): Generator => ({
  path: `${folder}/manifest.json`,
  async make() {
    const member = readMember(join(root, folder))
    const index = member.entries.find(({ subpath }) => subpath === '.')
    if (index === undefined) throw new Error(`${member.name} has no entry of its own: add "." to exports in ${folder}/package.json`)
    const namespaces = (await import(pathToFileURL(index.source).href)) as Readonly<Record<string, object>>
    const modules = member.entries.flatMap((entry) => {
      const module = namespaces[namespaceOf(entry.subpath.slice(2))]
      return module === undefined ? [] : [{ entry, module }]
    })
    const lost = Object.keys(namespaces).filter((name) => !modules.some(({ entry }) => namespaceOf(entry.subpath.slice(2)) === name))
    if (lost.length > 0) throw new Error(`no subpath of ${member.name} leads to ${lost.join(', ')}: add it to exports in ${folder}/package.json and to ${folder}/tsdown.config.ts`)
    const manifest = manifestOf(modules, new Prose(member))
    const faults = brokenLaws(manifest)
    if (faults.length > 0) throw new Error(faults.join('\n'))
    return `${JSON.stringify(manifest, null, 2)}\n`
  },
})

/** The manifest of API v4. */
export const v4Manifest: Generator = manifestGenerator('packages/v4')

/** The manifest of the client API. */
export const legacyClientManifest: Generator = manifestGenerator('packages/legacy-client')

/** The manifest of the hosting provider API. */
export const hostGatewayManifest: Generator = manifestGenerator('packages/host-gw')

/** Everything that is generated. */
export const generators: readonly Generator[] = [octetModule, v4Manifest, legacyClientManifest, hostGatewayManifest]
