/**
 * An API as large as the whole of Cloudflare's, made in the form of ours: what shows early that a change of the form
 * or of the declarations would cost users of the real one.
 */
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { TemporaryFolder } from './sandbox/temporary.ts'
import { root } from './workspace.ts'

/** How large the API is. */
export interface SyntheticSize {
  readonly modules: number
  /** Endpoints in each module; the ten shapes in turn. */
  readonly endpoints: number
}

const fields = (number: number): string => `  /** Name of the thing, at most 255 characters. */
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  /** What it is. */
  kind: z.enum(['plain', 'paged', 'kind-${number}']),
  /** Whether it is on. Default false. */
  enabled: z.optional(z.boolean()),
  /** Order among the things, 0 to 65535. */
  priority: z.optional(z.int().check(z.gte(0), z.lte(65535))),
  /** Comment, or null. */
  comment: z.optional(z.nullable(z.string())),
  /** Tags in \`name:value\` form. */
  tags: z.optional(z.array(z.string())),
  /** Settings of the thing. */
  settings: z.optional(z.object({
    /** Seconds that it lasts. */
    ttl: z.optional(z.int()),
    /** How it behaves. */
    mode: z.optional(z.enum(['on', 'off', 'simulate'])),
  })),
`

const place = (withId: boolean): string => `  /** Identifier of the zone. */
  zone_id: z.string(),
${withId ? '  /** Identifier of the thing. */\n  thing_id: z.string(),\n' : ''}`

interface Shape {
  readonly maker: 'endpoint' | 'listing' | 'download'
  readonly method: string
  readonly input: (number: number) => string
  readonly one: boolean
  readonly facts?: string
}

const shapes: readonly Shape[] = [
  { maker: 'endpoint', method: 'GET', one: true, input: () => place(true) },
  { maker: 'listing', method: 'GET', one: false, input: () => `${place(false)}  /** Part of the name. */\n  name: z.optional(z.string()),\n`, facts: 'page: pageNumber({ perPage: 50 })' },
  { maker: 'listing', method: 'GET', one: false, input: () => `${place(false)}  /** Where to go on. */\n  cursor: z.optional(z.string()),\n`, facts: 'page: cursor({ limit: 1000 })' },
  { maker: 'endpoint', method: 'POST', one: false, input: (number) => place(false) + fields(number) },
  { maker: 'endpoint', method: 'PUT', one: true, input: (number) => place(true) + fields(number) },
  { maker: 'endpoint', method: 'DELETE', one: true, input: () => `${place(true)}  /** What else to delete. */\n  cascade: z.optional(z.enum(['none', 'all'])),\n` },
  { maker: 'endpoint', method: 'POST', one: false, input: () => `${place(false)}  /** File to add. */\n  file: z.upload(),\n`, facts: "body: { files: ['file'] }" },
  { maker: 'endpoint', method: 'PUT', one: true, input: () => `${place(true)}  /** Source; the whole body. */\n  script: z.upload(),\n`, facts: "body: { raw: 'script', type: 'application/javascript' }" },
  { maker: 'download', method: 'GET', one: true, input: () => place(true), facts: "answer: 'text'" },
  { maker: 'endpoint', method: 'POST', one: false, input: () => `${place(false)}  /** Query text. */\n  query: z.string(),\n`, facts: "answer: 'bare'" },
]

const declaration = (module: number, number: number): string => {
  const shape = shapes[number % shapes.length] as Shape
  const name = `Input${number}`
  const types = shape.maker === 'download' ? name : `${name}, Thing`
  const schemas = shape.maker === 'download' ? `input: ${name}` : `input: ${name}, ${shape.maker === 'listing' ? 'item' : 'result'}: Thing`
  return `const ${name} = z.strictObject({\n${shape.input(number)}})
export interface ${name} extends z.input<typeof ${name}> {}

/**
 * Does what number ${number} of module ${module} does.
 * @example await cf.module${module}.call${number}({ zone_id })
 */
export const call${number} = ${shape.maker}<${types}>('${shape.method} /zones/{zone_id}/module${module}/part${number}${shape.one ? '/{thing_id}' : ''}', { ${schemas}${shape.facts === undefined ? '' : `, ${shape.facts}`}, permission: '#thing:edit' })
`
}

const moduleText = (module: number, endpoints: number): string => `/**
 * Things of module ${module}.
 * @module
 */
import { cursor, pageNumber } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { download, endpoint, listing } from '@zonewright/v4/protocol'

const Thing = z.object({
  /** Identifier of the thing. Read-only. */
  id: z.string(),
${fields(module)}  /** When it was created, RFC 3339. Read-only. */
  created_on: z.string(),
})
export interface Thing extends z.output<typeof Thing> {}

${Array.from({ length: endpoints }, (_, number) => declaration(module, number)).join('\n')}`

/** Writes the package of an API of this size into a folder that goes away with `using`. */
export const syntheticPackage = ({ modules, endpoints }: SyntheticSize): TemporaryFolder => {
  const numbers = Array.from({ length: modules }, (_, module) => module)
  const exports = Object.fromEntries(['index', ...numbers.map((module) => `module${module}`)].map((name) => [name === 'index' ? '.' : `./${name}`, { '@zonewright/source': `./src/${name}.ts`, types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` }]))
  const folder = new TemporaryFolder({
    'package.json': JSON.stringify({ name: '@zonewright/synthetic', type: 'module', sideEffects: false, files: ['dist'], exports }),
    'tsconfig.json': JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions: { types: [] } }),
    'src/index.ts': numbers.map((module) => `export * as module${module} from './module${module}.ts'\n`).join(''),
    ...Object.fromEntries(numbers.map((module) => [`src/module${module}.ts`, moduleText(module, endpoints)])),
  })
  mkdirSync(join(folder.path, 'node_modules/@zonewright'), { recursive: true })
  for (const name of ['core', 'v4']) symlinkSync(join(root, 'packages', name), join(folder.path, 'node_modules/@zonewright', name))
  return folder
}

/** Builds the code of such a package, one file a module as the products of ours are. */
export const buildSynthetic = async (library: TemporaryFolder): Promise<void> => {
  const code = await build({ entryPoints: readdirSync(join(library.path, 'src')).map((name) => join(library.path, 'src', name)), outdir: join(library.path, 'dist'), format: 'esm', target: 'node20.19', write: false })
  for (const { path, text } of code.outputFiles) library.write(path.slice(library.path.length + 1), text.replaceAll(/(from ".\/\w+)\.ts"/g, '$1.js"'))
}
