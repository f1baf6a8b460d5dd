import { defineConfig, type UserConfig } from 'tsdown'

/** Every library is built the same way: ES modules for Node 20.19 (whose `require` loads them too), declarations made apart by `tools/`. */
export const library = (config: UserConfig): ReturnType<typeof defineConfig> =>
  defineConfig({
    format: ['esm'],
    platform: 'node',
    target: 'node20.19',
    dts: false,
    sourcemap: false,
    clean: true,
    fixedExtension: false,
    // A published package refers to its neighbours by name; only in the workspace do names lead to source.
    outExtensions: () => ({ js: '.js' }),
    ...config,
  })
