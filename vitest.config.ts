import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Tests run on source: no build is needed before a test of one package.
  resolve: { conditions: ['@zonewright/source'] },
  ssr: { resolve: { conditions: ['@zonewright/source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/**/src/**/*.test.ts', 'tools/src/**/*.test.ts', 'bench/src/**/*.test.ts'],
    setupFiles: ['./tools/src/properties/seed.ts'],
    reporters: ['default', './.ci/closing-line.ts'],
    maxWorkers: 2,
    // Compilers and generators on a busy machine take their time; this ends what hangs.
    testTimeout: 120_000,
  },
})
