import { fileURLToPath } from 'node:url'
import { demo, type Ended, type Scene } from '../scene.ts'
import { ended, equal, lines, says } from './expect.ts'

const host = 'home.example.com'

/** Where the program asks for names, whatever the machine says; it trusts the machine's authorities alone. */
const [nameServer, trusted] = ['104.16.248.249', '/etc/ssl/certs/ca-certificates.crt']

/** A program in C++ for one record, and its library: it asks for both types at once and reads answers into a fixed space. */
export const cloudflareDdns = async (scene: Scene): Promise<void> => {
  const once = (...parameters: readonly string[]): Promise<Ended> => scene.run('cloudflare-ddns', parameters)
  for (const command of [['ip', 'address', 'add', `${nameServer}/32`, 'dev', 'lo'], ['mount', '--bind', scene.authority, trusted]]) ended(await scene.run(command[0] ?? '', command.slice(1)))
  await scene.emulate()
  await scene.start('python3', [fileURLToPath(new URL('./names_over_https.py', import.meta.url)), nameServer, scene.certificate.certificate, scene.certificate.key], /ready/)
  await scene.check('says that a record which is not there cannot be set', async () => {
    const run = await once(demo.token, host)
    ended(run, 1)
    says(run, "doesn't point to any A or AAAA record")
  })
  await scene.api('POST', `${await scene.zone()}/dns_records`, { type: 'A', name: host, content: '192.0.2.1', proxied: true, comment: 'kept' })
  await scene.admin('DELETE', 'requests')
  await scene.check('sets the record to its own address and leaves the rest as it was', async () => {
    Object.assign(scene.own, { ipv4: '198.51.100.27' })
    const run = await once(demo.token, host)
    ended(run)
    says(run, 'New IPv4: 198.51.100.27')
    equal((await scene.records()).map(({ content, proxied, comment }) => [content, proxied, comment]), [['198.51.100.27', true, 'kept']])
    equal(await scene.writes(), ['PATCH 200'])
  })
  await scene.check('sends nothing when its address is the same', async () => {
    await scene.admin('DELETE', 'requests')
    says(await once(demo.token, host), 'The A record is up to date')
    equal(await scene.writes(), [])
  })
  await scene.check('follows a change of its address, with a file of settings', async () => {
    Object.assign(scene.own, { ipv4: '198.51.100.28' })
    ended(await once('--config', scene.file('ddns.ini', `[ddns]\napi_token = ${demo.token}\nrecord_name = ${host}\n`)))
    equal(lines(await scene.records()), [`A ${host} 198.51.100.28`])
  })
  await scene.check('finds no zone for a foreign name, nor with a token that nobody has', async () => {
    for (const parameters of [[demo.token, 'home.example.net'], ['x'.repeat(40), host]]) {
      const run = await once(...parameters)
      ended(run, 1)
      says(run, 'Error getting the Zone ID')
    }
  })
}
