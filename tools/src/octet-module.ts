import asc from 'assemblyscript/asc'
import { PAGES, SPARE } from '../../packages/bind/src/octet-memory.ts'
import { root } from './workspace.ts'

/**
 * Compiles AssemblyScript below the workspace's root to a WebAssembly module in base64.
 * @throws Error with what the compiler says.
 */
export const compileModule = async (path: string): Promise<string> => {
  let compiled = new Uint8Array(0)
  let told = ''
  const write = (text: string): void => {
    told += text
  }
  const { error } = await asc.main(
    // No runtime: the module has no objects, and all of its memory is laid out by hand.
    [path, '--baseDir', root, '--outFile', 'module.wasm', '-O3', '--converge', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '--zeroFilledMemory', '--memoryBase', String(SPARE), '--initialMemory', String(PAGES), '--maximumMemory', String(PAGES)],
    {
      stdout: { write },
      stderr: { write },
      writeFile(_name: string, contents: Uint8Array | string) {
        if (typeof contents !== 'string') compiled = new Uint8Array(contents)
      },
    },
  )
  if (error !== null || told !== '') throw new Error(`${path} does not compile: ${told || error?.message}`)
  return Buffer.from(compiled).toString('base64')
}
