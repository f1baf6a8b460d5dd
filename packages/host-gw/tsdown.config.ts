import { existsSync, readdirSync } from 'node:fs'
import { library } from '../../tsdown.base.ts'

// One file for each module: importing one of them loads no other.
const modules = readdirSync('src', { withFileTypes: true })
  .filter((entry) => existsSync(`src/${entry.name}/index.ts`))
  .map((entry) => entry.name)

// The package refers to its own modules by their published names.
export default library({ external: [/^@zonewright\/host-gw\//], entry: { index: 'src/index.ts', errors: 'src/errors.ts', protocol: 'src/protocol.ts', subdomains: 'src/subdomains.ts', 'zone-store': 'src/zone-store.ts', ...Object.fromEntries(modules.map((name) => [`${name}/index`, `src/${name}/index.ts`])) } })
