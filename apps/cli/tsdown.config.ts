import { readFileSync } from 'node:fs'
import license from 'rollup-plugin-license'
import { library } from '../../tsdown.base.ts'

/** Commander can start programs as subcommands; we have none, and loading child_process costs a tenth of our start. */
const withoutChildProcess = {
  name: 'commander-without-child-process',
  resolveId: (source: string, importer: string | undefined) => (source === 'node:child_process' && importer?.includes('/commander/') === true ? '\0no-child-process' : undefined),
  load: (id: string) => (id === '\0no-child-process' ? 'export {}' : undefined),
}

/** What is bundled keeps its licences: their texts are published beside the program, with those of what core bundles. */
const licences = license({
  thirdParty: {
    includePrivate: false,
    output: {
      file: 'dist/THIRD-PARTY-LICENSES.txt',
      template: (dependencies) =>
        [...dependencies.filter(({ name }) => name?.startsWith('@zonewright/') === false).map((dependency) => dependency.text()), readFileSync('../../packages/core/THIRD-PARTY-LICENSES.txt', 'utf8')].join('\n\n---\n\n'),
    },
  },
})

// A program, not a library: everything it uses is bundled, so that it installs as one small package and starts at once.
export default library({ entry: { zw: 'src/zw.ts' }, target: 'node22.13', plugins: [withoutChildProcess, licences] })
