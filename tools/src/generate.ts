/**
 * Makes the generated files again; with `--check`, only says which of them differ. The command behind `pnpm gen`.
 * @module
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root, sourceCondition } from './workspace.ts'

const condition = `--conditions=${sourceCondition}`

const run = async (check: boolean): Promise<number> => {
  const { generators } = await import('./generators.ts')
  let stale = 0
  for (const { path, make } of generators) {
    const text = await make()
    const target = join(root, path)
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue
    stale++
    if (check) process.stderr.write(`${path} is not what its sources make: run \`pnpm gen\` and commit it\n`)
    else {
      writeFileSync(target, text)
      process.stdout.write(`${path} written\n`)
    }
  }
  return check && stale > 0 ? 1 : 0
}

// Facts come from importing the modules themselves, as source: that takes a condition which only a new process can have.
process.exitCode = process.execArgv.includes(condition)
  ? await run(process.argv.includes('--check')).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      return 1
    })
  : (spawnSync(process.execPath, [condition, fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1)
