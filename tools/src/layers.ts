/** What a member of the workspace may import. */
export interface Layer {
  /** Neighbours, by the end of their names. */
  readonly neighbours: readonly string[]
  /** Packages from a registry. */
  readonly external?: readonly string[]
  /** Source files and folders that may import `node:*`; `''` is all of them. */
  readonly node?: readonly string[]
}

/** Who may import whom. No arrow runs upwards; the name of a family ends with `*`. */
export const layers: Readonly<Record<string, Layer>> = {
  zone: { neighbours: [] },
  bind: { neighbours: ['zone'], node: ['include'] },
  sync: { neighbours: ['zone'], external: ['picomatch', 'proper-lockfile'], node: ['digest', 'journal', 'lease'] },
  // Both are built in: a program that installs core installs neither.
  core: { neighbours: [], external: ['zod', 'undici'], node: ['transport'] },
  v4: { neighbours: ['core', 'zone'] },
  'legacy-client': { neighbours: ['core', 'zone'] },
  'host-gw': { neighbours: ['core', 'zone'] },
  'plugin-*': { neighbours: ['core'] },
  bridge: { neighbours: ['core', 'v4', 'legacy-client', 'host-gw', 'zone'], external: ['yaml'], node: [''] },
  emulator: { neighbours: ['core', 'v4', 'legacy-client', 'host-gw', 'bridge', 'zone', 'bind'], node: [''] },
  testing: { neighbours: ['core', 'zone', 'v4'] },
}

/** The layer of a package by the end of its name. */
export const layerOf = (name: string): Layer | undefined => layers[name] ?? Object.entries(layers).find(([family]) => family.endsWith('*') && name.startsWith(family.slice(0, -1)))?.[1]

/** What tests may import beside what their package may. */
export const forTests: readonly string[] = ['testing']
