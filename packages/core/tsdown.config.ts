import { library } from '../../tsdown.base.ts'

/** Files of undici that only its fetch and HTTP/2 need; requests here are HTTP/1.1 with text or bytes for a body. */
const unused = /[\\/](?:web[\\/]fetch[\\/]body|client-h2)\.js$/

export default library({
  entry: ['src/index.ts', 'src/schema.ts', 'src/form-post.ts', 'src/memory.ts'],
  // What is imported counts in files, not in code: zod's builders and undici's client are part of this package.
  // Their licences are in THIRD-PARTY-LICENSES.txt.
  deps: { alwaysBundle: ['zod', /^zod\//, 'undici', /^undici\//], onlyBundle: false },
  // What several entries share is one file: importing costs by the file.
  outputOptions: { advancedChunks: { groups: [{ name: 'shared', minShareCount: 2 }] } },
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
