import { relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { root } from '../workspace.ts'

/** What a program weighs when it is bundled for use. */
export interface BundleSize {
  /** Minified, of all that is loaded at start: the transport comes later, with the first request. */
  readonly bytes: number
  readonly gzip: number
  /** The heaviest parts, bytes in the bundle by file. */
  readonly parts: readonly (readonly [path: string, bytes: number])[]
}

/** Bundles a program that stands in a folder and weighs it. */
export const bundleSize = async (folder: string, program: string): Promise<BundleSize> => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: folder, loader: 'ts' },
    bundle: true,
    minify: true,
    splitting: true,
    treeShaking: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const outputs = Object.entries(metafile.outputs)
  const reached = new Set<string>()
  const reach = (path: string): void => {
    if (reached.has(path)) return
    reached.add(path)
    for (const { path: next, kind } of metafile.outputs[path]?.imports ?? []) if (kind === 'import-statement') reach(next)
  }
  for (const [path, { entryPoint }] of outputs) if (entryPoint === '<stdin>') reach(path)
  const loaded = outputFiles.filter(({ path }) => [...reached].some((name) => path.endsWith(`/${name}`)))
  const parts = new Map<string, number>()
  for (const path of reached) for (const [input, { bytesInOutput }] of Object.entries(metafile.outputs[path]?.inputs ?? {})) parts.set(relative(root, input), (parts.get(relative(root, input)) ?? 0) + bytesInOutput)
  return {
    bytes: loaded.reduce((sum, { contents }) => sum + contents.length, 0),
    gzip: loaded.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0),
    parts: [...parts].toSorted(([, one], [, other]) => other - one).slice(0, 12),
  }
}
