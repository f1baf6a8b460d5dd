/** A bridge as a process of its own, for tests: data directory, upstream, e-mail address, key and host key as arguments; its port on standard output. */
import { fileShelf, startBridge } from '@zonewright/bridge'
import { globalKey } from '@zonewright/core'
import { flushCompileCache } from 'node:module'

const [data, baseUrl, email, key, hostKey] = process.argv.slice(2)
if (data === undefined || baseUrl === undefined || email === undefined || key === undefined || hostKey === undefined) throw new Error('usage: bridge.ts DIRECTORY UPSTREAM EMAIL KEY HOST-KEY')
try {
  const credentials = globalKey(email, key)
  const bridge = await startBridge({ upstream: { baseUrl }, shelf: fileShelf(data), config: { clients: [{ email, key, credentials }], hosts: [{ name: 'A Host', key: hostKey, credentials, addresses: [] }] } })
  process.stdout.write(`${bridge.port}\n`)
  flushCompileCache()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
