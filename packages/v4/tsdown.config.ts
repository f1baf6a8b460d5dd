import { existsSync, readdirSync } from 'node:fs'
import { library } from '../../tsdown.base.ts'

// One file for each product: importing one of them loads no other.
const products = readdirSync('src', { withFileTypes: true })
  .filter((entry) => existsSync(`src/${entry.name}/index.ts`))
  .map((entry) => entry.name)

// The package refers to its own products by their published names.
export default library({ external: [/^@zonewright\/v4\//], entry: { index: 'src/index.ts', protocol: 'src/protocol.ts', wire: 'src/wire.ts', request: 'src/request.ts', 'zone-store': 'src/zone-store.ts', ...Object.fromEntries(products.map((product) => [`${product}/index`, `src/${product}/index.ts`])) } })
