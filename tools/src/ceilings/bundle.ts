import { relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, type OutputFile, build } from 'esbuild'
import { root } from '../workspace.ts'

/** Bytes, minified, and packed file by file. */
export interface Weight {
  readonly bytes: number
  readonly gzip: number
}

/** What a program weighs when it is bundled for use. */
export interface BundleSize {
  /** All that is loaded at start. */
  readonly start: Weight
  /** What the first call loads beside it: zod, the protocol, built-in plugins. */
  readonly firstCall: Weight
  /** What the first request over a real network loads: undici's part. */
  readonly transport: Weight
  /** Start and first call by a bundler that does not split, which can drop nothing for later; without undici's part. */
  readonly unsplit: Weight
  /** The heaviest parts of the start, bytes in the bundle by file. */
  readonly parts: readonly (readonly [path: string, bytes: number])[]
}

/** The file of undici's part, in the published package and in the source. */
const transportFile = /[\\/]pool(?:-[\w-]+)?\.[jt]s$/

const weigh = (files: readonly OutputFile[]): Weight => ({ bytes: files.reduce((sum, { contents }) => sum + contents.length, 0), gzip: files.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0) })

const optionsFor = (folder: string, program: string) => ({ stdin: { contents: program, resolveDir: folder, loader: 'ts' }, bundle: true, minify: true, treeShaking: true, format: 'esm', platform: 'node', target: 'node20.19', outdir: 'out', write: false, metafile: true, logLevel: 'silent' }) as const satisfies BuildOptions

const without = (names: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> => new Set([...names].filter((name) => !others.has(name)))

/** Bundles a program that stands in a folder and weighs it. */
export const bundleSize = async (folder: string, program: string): Promise<BundleSize> => {
  const { outputFiles, metafile } = await build({ ...optionsFor(folder, program), splitting: true })
  const reachedFrom = (entry: string, reached = new Set<string>()): ReadonlySet<string> => {
    if (reached.has(entry)) return reached
    reached.add(entry)
    for (const { path, kind } of metafile.outputs[entry]?.imports ?? []) if (kind === 'import-statement' && path in metafile.outputs) reachedFrom(path, reached)
    return reached
  }
  const entries = Object.entries(metafile.outputs).flatMap(([path, { entryPoint }]) => (entryPoint === undefined ? [] : [{ path, entryPoint }]))
  const filesOf = (wanted: (entryPoint: string) => boolean): ReadonlySet<string> => new Set(entries.filter(({ entryPoint }) => wanted(entryPoint)).flatMap(({ path }) => [...reachedFrom(path)]))
  const start = filesOf((entryPoint) => entryPoint === '<stdin>')
  const byFirstCall = filesOf((entryPoint) => !transportFile.test(entryPoint))
  const firstCall = without(byFirstCall, start)
  const transport = without(filesOf((entryPoint) => transportFile.test(entryPoint)), byFirstCall)
  const weightOf = (names: ReadonlySet<string>): Weight => weigh(outputFiles.filter(({ path }) => [...names].some((name) => path.endsWith(`/${name}`))))

  const withoutTransport = { name: 'without-transport', setup: ({ onResolve }: { onResolve(filter: { filter: RegExp }, act: (file: { path: string }) => { path: string; external: true }): void }) => onResolve({ filter: transportFile }, ({ path }) => ({ path, external: true })) }
  const whole = await build({ ...optionsFor(folder, program), plugins: [withoutTransport] })

  const parts = new Map<string, number>()
  for (const path of start) for (const [input, { bytesInOutput }] of Object.entries(metafile.outputs[path]?.inputs ?? {})) parts.set(relative(root, input), (parts.get(relative(root, input)) ?? 0) + bytesInOutput)
  return {
    start: weightOf(start),
    firstCall: weightOf(firstCall),
    transport: weightOf(transport),
    unsplit: weigh(whole.outputFiles),
    parts: [...parts].toSorted(([, one], [, other]) => other - one).slice(0, 12),
  }
}
