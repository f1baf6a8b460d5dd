import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mapFaults, undocumented } from './check-exports.ts'
import { TemporaryFolder } from './sandbox/temporary.ts'
import { readMember, root } from './workspace.ts'

const target = { '@zonewright/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' }
const sample = (exports: unknown, files: Readonly<Record<string, string>>): TemporaryFolder =>
  new TemporaryFolder({ 'package.json': JSON.stringify({ name: 'sample', type: 'module', exports }), 'tsconfig.json': JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions: { types: [] } }), ...files })
const built = { 'src/index.ts': '', 'dist/index.d.ts': '', 'dist/index.js': '' }

describe('the exports map', () => {
  it('passes when every file is there and types stand beside code', () => {
    using folder = sample({ '.': target, './package.json': './package.json' }, built)
    expect(mapFaults(readMember(folder.path))).toEqual([])
  })

  it('fails for files that are missing, conditions out of order and types elsewhere', () => {
    using missing = sample({ '.': target, './package.json': './package.json' }, { 'src/index.ts': '', 'dist/index.js': '' })
    expect(mapFaults(readMember(missing.path))).toEqual(['sample .: ./dist/index.d.ts is missing; run `pnpm build`'])
    using elsewhere = sample({ '.': { ...target, types: './dist/other.d.ts' }, './package.json': './package.json' }, { ...built, 'dist/other.d.ts': '' })
    expect(mapFaults(readMember(elsewhere.path))).toEqual(['sample .: types (./dist/other.d.ts) must stand beside the code (./dist/index.js)'])
    using unordered = sample({ '.': { types: './dist/index.d.ts', '@zonewright/source': './src/index.ts', default: './dist/index.js' } }, built)
    expect(mapFaults(readMember(unordered.path))).toHaveLength(2)
  })

  it('fails for built code that still leads to source', () => {
    using folder = sample({ '.': target, './package.json': './package.json' }, { ...built, 'dist/index.js': "import { a } from './a.ts'" })
    expect(mapFaults(readMember(folder.path))).toEqual(['sample .: ./dist/index.js imports source'])
  })
})

describe('public names', () => {
  it('need a doc comment, and functions an example, also below namespaces', () => {
    using folder = sample({ '.': target }, {
      'src/index.ts': "export * as inner from './inner.ts'\nexport { shown } from './shown.ts'\nexport const bare = 1\n",
      'src/inner.ts': '/** Adds one. */\nexport const add = (n: number): number => n + 1\nexport interface Loose {\n  readonly a: 1\n}\n',
      'src/shown.ts': '/**\n * Shows.\n * @example shown()\n */\nexport function shown(): void {}\nexport const hidden = 1\n',
    })
    expect(undocumented(readMember(folder.path))).toEqual(['sample.inner.add is a function without an @example', 'sample.inner.Loose has no doc comment', 'sample.bare has no doc comment'])
  })
})
