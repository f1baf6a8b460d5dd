import { spawnSync } from 'node:child_process'

const counter = `
import { registerHooks } from 'node:module'
const files = []
registerHooks({ load(url, context, next) { if (url.startsWith('file:')) files.push(url); return next(url, context) } })
process.on('exit', () => process.stdout.write(JSON.stringify(files)))
`

/** The files that Node loads for a program that stands in a folder, other than the program itself. */
export const loadedFiles = (folder: string, program: string): string[] => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(counter)}`, '--input-type=module', '-e', program], { cwd: folder, encoding: 'utf8', env: {} })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as string[]
}
