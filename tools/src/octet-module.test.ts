import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { octetModule } from './generators.ts'
import { compileModule } from './octet-module.ts'
import { TemporaryFolder } from './sandbox/temporary.ts'
import { root } from './workspace.ts'

describe('the WebAssembly module of packages/bind', () => {
  it('is what its sources make, so that nobody runs an old one', async () => {
    expect(await octetModule.make()).toBe(readFileSync(join(root, octetModule.path), 'utf8'))
  }, 60_000)

  it('is not made of sources that do not compile, or with a warning, and what is wrong is said', async () => {
    using folder = new TemporaryFolder({ 'broken.ts': 'export function one(): i32 { return missing }\n', 'careless.ts': 'export function two(at: usize): i32 { return at }\n' })
    await expect(compileModule(join(folder.path, 'broken.ts'))).rejects.toThrow("Cannot find name 'missing'")
    await expect(compileModule(join(folder.path, 'careless.ts'))).rejects.toThrow('explicit cast')
  }, 60_000)
})
