import { library } from '../../tsdown.base.ts'

/** Commander can start programs as subcommands; we have none, and loading child_process costs a tenth of our start. */
const withoutChildProcess = {
  name: 'commander-without-child-process',
  resolveId: (source: string, importer: string | undefined) => (source === 'node:child_process' && importer?.includes('/commander/') === true ? '\0no-child-process' : undefined),
  load: (id: string) => (id === '\0no-child-process' ? 'export {}' : undefined),
}

// A program, not a library: everything it uses is bundled, so that it installs as one small package and starts at once.
export default library({ entry: { zw: 'src/zw.ts' }, target: 'node22.13', plugins: [withoutChildProcess] })
