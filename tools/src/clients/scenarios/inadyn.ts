import { demo, type Ended, type Scene } from '../scene.ts'
import { ended, equal, lines, says } from './expect.ts'

// One name for each provider: what was sent is remembered by name.
const host = 'router.example.com'
const other = 'router6.example.com'

/** As in the example that comes with the program; only the authority is named beside it. */
const settings = (scene: Scene, password: string): string => `
allow-ipv6 = true
ca-trust-file = ${scene.authority}
provider cloudflare.com:1 {
    checkip-server = 1.1.1.1
    checkip-path = /cdn-cgi/trace
    username = ${demo.zone}
    password = ${password}
    hostname = ${host}
    ttl = 1
    proxied = false
}
provider cloudflare.com:2 {
    checkip-server = dns64.cloudflare-dns.com
    checkip-path = /cdn-cgi/trace
    username = ${demo.zone}
    password = ${password}
    hostname = ${other}
    ttl = 1
    proxied = false
}
`

/** The daemon run once in the foreground; it speaks HTTP/1.0 and sends NULs after its requests. */
export const inadyn = async (scene: Scene): Promise<void> => {
  const path = scene.file('inadyn.conf', settings(scene, demo.token))
  const once = (...more: string[]): Promise<Ended> => scene.run('inadyn', ['--once', '--foreground', '--no-pidfile', '--loglevel=debug', '--config', path, '--cache-dir', scene.folder, ...more])
  const wanted = (): string[] => [`A ${host} ${scene.own.ipv4}`, `AAAA ${other} ${scene.own.ipv6}`]
  await scene.emulate()
  await scene.check('makes the A and the AAAA record', async () => {
    ended(await once())
    equal(lines(await scene.records()), wanted())
    equal(await scene.writes(), ['POST 200', 'POST 200'])
  })
  await scene.check('sends nothing when its addresses are the same', async () => {
    await scene.admin('DELETE', 'requests')
    ended(await once())
    equal(await scene.writes(), [])
    equal(lines(await scene.records()), wanted())
  })
  await scene.check('follows a change of its addresses', async () => {
    Object.assign(scene.own, { ipv4: '198.51.100.18', ipv6: '2001:db8::18' })
    await scene.admin('DELETE', 'requests')
    ended(await once())
    equal(lines(await scene.records()), wanted())
    equal(await scene.writes(), ['PUT 200', 'PUT 200'])
  })
  await scene.check('fails with a token that nobody has', async () => {
    Object.assign(scene.own, { ipv4: '198.51.100.19', ipv6: '2001:db8::19' })
    scene.file('inadyn.conf', settings(scene, 'x'.repeat(40)))
    const run = await once()
    ended(run, 1)
    equal(lines(await scene.records()).includes(`A ${host} 198.51.100.19`), false)
    says(run, /Cloudflare says|Authentication|error|failed/i)
  })
}

