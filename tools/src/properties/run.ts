/**
 * Looks for counterexamples with new samples: `pnpm test:properties [rounds] [first seed]`. Each round runs every test
 * file that holds a property with the next seed; the first that fails ends it and says how to see it again.
 * @module
 */
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'

const [rounds = 10, first = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number)
const files = globSync('{packages,apps,tools}/**/src/**/*.test.ts', { exclude: ['**/node_modules/**'] }).filter((file) => readFileSync(file, 'utf8').includes('fast-check'))

for (let seed = first; seed < first + rounds; seed++) {
  const { status, stdout, stderr } = spawnSync('vitest', ['run', ...files], { encoding: 'utf8', env: { ...process.env, PROPERTY_SEED: `${seed}` } })
  if (status !== 0) {
    console.error(`${stdout}${stderr}\nA property does not hold. To see it again: PROPERTY_SEED=${seed} pnpm exec vitest run FILE`)
    process.exit(1)
  }
  console.log(`seed ${seed}: ${files.length} files hold`)
}
