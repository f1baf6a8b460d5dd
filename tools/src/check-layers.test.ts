import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLayers, layerFaults } from './check-layers.ts'
import { readMember, root } from './workspace.ts'

const faultsIn = (path: string, text: string): string[] => {
  const folder = join(root, path.split('/').slice(0, 2).join('/'))
  return layerFaults({ member: readMember(folder), path: join(root, path), text })
}

describe('the layers', () => {
  it('hold in the whole workspace', () => {
    expect(checkLayers()).toEqual([])
  })

  it('refuse an arrow that runs upwards', () => {
    expect(faultsIn('packages/zone/src/a.ts', "import { createClient } from '@zonewright/core'")).toEqual(['packages/zone/src/a.ts: @zonewright/core is not below @zonewright/zone, which may import no neighbour (tools/src/layers.ts)'])
    expect(faultsIn('packages/v4/src/a.ts', "export type { X } from '@zonewright/emulator'")).toHaveLength(1)
    expect(faultsIn('packages/v4/src/a.ts', "const x = await import('@zonewright/bind')")).toHaveLength(1)
  })

  it('let a family of packages share a row', () => {
    expect(faultsIn('packages/plugin-hello/src/a.ts', "import { retry } from '@zonewright/core'")).toEqual([])
    expect(faultsIn('packages/plugin-hello/src/a.ts', "import * as v4 from '@zonewright/v4'")).toHaveLength(1)
  })

  it('keep the shared suites for tests', () => {
    const text = "import { zoneStoreContract } from '@zonewright/testing'"
    expect(faultsIn('packages/v4/src/a.ts', text)).toEqual(['packages/v4/src/a.ts: @zonewright/testing is for tests only'])
    expect(faultsIn('packages/v4/src/a.test.ts', text)).toEqual([])
    expect(faultsIn('packages/v4/src/a.cases.ts', text)).toEqual([])
    expect(faultsIn('packages/v4/src/a.ts', "import { cases } from './a.cases.ts'")).toHaveLength(1)
    expect(faultsIn('packages/v4/src/a.ts', "import { server } from './test-kit/server.ts'")).toEqual(['packages/v4/src/a.ts: ./test-kit/server.ts is for tests only'])
  })

  it('keep Node out of what needs no Node', () => {
    expect(faultsIn('packages/zone/src/a.ts', "import { readFileSync } from 'node:fs'")).toHaveLength(1)
    expect(faultsIn('packages/core/src/client.ts', "import { connect } from 'node:net'")).toHaveLength(1)
    expect(faultsIn('packages/core/src/transport/pool.ts', "import { connect } from 'node:net'")).toEqual([])
    expect(faultsIn('packages/zone/src/a.test.ts', "import { readFileSync } from 'node:fs'")).toEqual([])
  })

  it('refuse dependencies, paths out of the package, blind exports and long files', () => {
    expect(faultsIn('packages/v4/src/a.ts', "import * as z from 'zod/mini'")).toEqual(['packages/v4/src/a.ts: zod/mini is a dependency that this package must not have'])
    expect(faultsIn('packages/v4/src/a.ts', "import { x } from '../../core/src/index.ts'")).toHaveLength(1)
    expect(faultsIn('packages/v4/src/a.ts', "export * from './b.ts'")).toHaveLength(1)
    expect(faultsIn('packages/v4/src/a.ts', "export * as b from './b.ts'")).toEqual([])
    expect(faultsIn('packages/v4/src/a.ts', 'x\n'.repeat(401))).toEqual(['packages/v4/src/a.ts: 401 lines, at most 400: one concept, one file'])
  })
})
