import { type UserConfig, defineConfig } from 'tsdown'

/** A node of a syntax tree, as far as it is looked at here. */
interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly id?: Node
  readonly init?: Node | null
  readonly declaration?: Node | null
  readonly declarations?: readonly Node[]
  readonly body?: readonly Node[]
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

const isFunction = ({ type }: Node): boolean => /Function|Class/.test(type)

/** Whether evaluating an expression runs other code, as far as a bundler can tell. */
const runs = (node: Node): boolean => !isFunction(node) && (/^(?:CallExpression|NewExpression|SpreadElement|TaggedTemplateExpression)$/.test(node.type) || Object.values(node).some((part) => (Array.isArray(part) ? part.some((one) => isNode(one) && runs(one)) : isNode(part) && runs(part))))

/**
 * Marks what stands at the top of our modules as free of side effects, so that a bundler drops the declarations that a program
 * does not use. The packages promise it (`sideEffects` in package.json), but a bundler that keeps a file asks call by call,
 * and takes a spread for a call too: therefore the whole of a value is wrapped.
 */
const pureDeclarations = {
  name: 'pure-declarations',
  transform: {
    filter: { id: { include: /[\\/]src[\\/][^?]*\.ts$/, exclude: /[\\/]node_modules[\\/]/ } },
    handler(this: { parse(code: string, options: { readonly lang: 'ts' }): unknown }, code: string) {
      const { body = [] } = this.parse(code, { lang: 'ts' }) as Node
      const values = body
        .map((statement) => (statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement))
        .flatMap((statement) => (statement?.type === 'VariableDeclaration' ? (statement.declarations ?? []) : []))
        .flatMap(({ id, init }) => (id?.type === 'Identifier' && init !== undefined && init !== null && runs(init) ? [init] : []))
      let marked = code
      for (const { start, end } of values.toReversed()) marked = `${marked.slice(0, start)}/* @__PURE__ */ (() => (${marked.slice(start, end)}))()${marked.slice(end)}`
      return { code: marked }
    },
  },
}

/** Every library is built the same way: ES modules for Node 20.19 (whose `require` loads them too), declarations made apart by `tools/`. */
export const library = ({ plugins = [], ...config }: UserConfig): ReturnType<typeof defineConfig> =>
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
    plugins: [pureDeclarations, plugins],
    ...config,
  })
