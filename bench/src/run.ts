// Runs every bench after the other and prints their JSON lines: `pnpm bench`, or `pnpm bench call-cost` for one.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const wanted = process.argv.slice(2)
const names = readdirSync(here)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts' && !file.endsWith('.test.ts'))
  .map((file) => basename(file, '.ts'))
  .filter((name) => wanted.length === 0 || wanted.includes(name))

if (names.length === 0) {
  console.error(`no bench is called ${wanted.join(', ')}`)
  process.exitCode = 64
}
for (const name of names) {
  const { status } = spawnSync(process.execPath, [`${here}${name}.ts`], { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`bench ${name} failed`)
    process.exitCode = 1
  }
}
