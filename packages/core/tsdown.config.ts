import { library } from '../../tsdown.base.ts'

/** Files of undici that only its fetch and HTTP/2 need; requests here are HTTP/1.1 with text or bytes for a body. */
const unused = /[\\/](?:web[\\/]fetch[\\/]body|client-h2)\.js$/

/** What is loaded by every program, and what its declarations are made with. */
const start = /[\\/]core[\\/]src[\\/](?:address|bytes|client|credentials|deferred|endpoint|errors|headers|limits|page-strategies|pages|protocol|route|schema|secret|set-up|snapshot|transport)\.ts$/

export default library({
  entry: ['src/index.ts', 'src/schema.ts', 'src/plain.ts', 'src/zod.ts', 'src/plugins.ts', 'src/wire.ts', 'src/form-post.ts', 'src/memory.ts'],
  // What is imported counts in files, not in code: zod's builders and undici's client are part of this package.
  // Their licences are in THIRD-PARTY-LICENSES.txt.
  deps: { alwaysBundle: ['zod', /^zod\//, 'undici', /^undici\//], onlyBundle: false },
  // Importing costs by the file, and a bundler that splits takes a file or leaves it: what every program has before its first
  // call is one, what only calls need is another, and zod is a third. The index names nothing of the latter two, else they
  // would come along with it.
  outputOptions: { codeSplitting: { groups: [{ name: 'zod', test: /[\\/](?:zod[\\/]|builders\.ts$)/ }, { name: 'start', test: start }, { name: 'calls', minShareCount: 2 }] } },
  plugins: [
    {
      name: 'leave-out-fetch',
      resolveId(source: string, importer: string | undefined) {
        return importer?.includes('undici') === true && unused.test(source) ? { id: '\0unused', external: false } : null
      },
      load: (id: string) => (id === '\0unused' ? 'export default () => { throw new Error("not part of this package") }' : null),
    },
  ],
})
