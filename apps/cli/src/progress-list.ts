import { ListrLogger, ProcessOutput } from 'listr2'

/** How a list of tasks is shown: on stderr, because results go to stdout, and also when stdout is no terminal; the library would write to it then. */
export const listOptions = () => {
  const rendererOptions = { logger: new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) }), collapseErrors: false, showErrorMessage: false }
  return { renderer: 'default', rendererOptions, fallbackRenderer: 'default', fallbackRendererOptions: rendererOptions, registerSignalListeners: false } as const
}
