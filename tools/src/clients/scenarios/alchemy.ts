import { fileURLToPath } from 'node:url'
import { demo, type Ended, type Result, type Scene } from '../scene.ts'
import { ended, equal, lines } from './expect.ts'

/** Resources that a program declares; the library asks the service by itself and remembers in a folder what it made. */
export const alchemy = async (scene: Scene): Promise<void> => {
  await scene.emulate()
  const program = fileURLToPath(new URL('./alchemy.mjs', import.meta.url))
  const run = (phase: 'up' | 'destroy', address = ''): Promise<Ended> => scene.run(process.execPath, [program, phase, address], { CLOUDFLARE_API_TOKEN: demo.token, ALCHEMY_TELEMETRY_DISABLED: '1' })
  const [account] = await scene.api<readonly Result[]>('GET', '/accounts')
  const list = (path: string): Promise<readonly Result[]> => scene.api<readonly Result[]>('GET', path)
  /** Everything that the program declares in the account, in one line each. */
  const made = async (): Promise<readonly string[]> => {
    const inAccount = ['storage/kv/namespaces', 'd1/database', 'queues', 'cfd_tunnel?is_deleted=false', 'tokens']
    const found = await Promise.all(inAccount.map((path) => list(`/accounts/${String(account?.['id'])}/${path}`)))
    return found.flat().map(({ title, queue_name: queue, name }) => String(title ?? queue ?? name)).sort()
  }
  const zone = async (): Promise<string | undefined> => (await list('/zones?name=made.example'))[0]?.['id'] as string | undefined
  const records = async (): Promise<readonly string[]> => lines(await list(`/zones/${await zone()}/dns_records`))
  await scene.check('makes all that a program declares', async () => {
    ended(await run('up', '192.0.2.1'))
    equal(await records(), ['A www.made.example 192.0.2.1', 'MX made.example mail.made.example'])
    equal((await scene.api(`GET`, `/zones/${await zone()}/settings/min_tls_version`))['value'], '1.2')
    equal(await made(), ['data', 'queue', 'reader', 'tunnel', 'values'])
  })
  await scene.check('changes what it declares otherwise, and nothing else', async () => {
    await scene.admin('DELETE', 'requests')
    ended(await run('up', '192.0.2.2'))
    equal(await records(), ['A www.made.example 192.0.2.2'])
    equal((await scene.writes()).toSorted(), ['DELETE 200', 'PUT 200'])
  })
  await scene.check('removes everything', async () => {
    ended(await run('destroy'))
    equal([await zone(), await made()], [undefined, []])
  })
}
