#!/usr/bin/env node
/**
 * The entry: small, and in words that an old Node understands, so that it can say that it is too old.
 * @module
 */
import module from 'node:module'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(`zw: Node ${process.versions.node} is too old: zw needs 22.13 or newer; install one, or run it as npx -y -p node@24 -p zonewright zw\n`)
  process.exitCode = 1
} else {
  // The second start then costs no compilation.
  module.enableCompileCache?.()
  // The list of processes then shows no arguments.
  process.title = 'zw'
  const { main } = await import('./main.ts')
  await main()
}
