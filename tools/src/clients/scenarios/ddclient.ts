import { join } from 'node:path'
import { demo, type Ended, type Scene } from '../scene.ts'
import { ended, equal, lines, says } from './expect.ts'

const host = 'home.example.com'

const settings = (scene: Scene, { login, password }: { readonly login: string; readonly password: string }): string => `
syslog=no
ssl=yes
ssl_ca_file=${scene.authority}
cache=${join(scene.folder, 'ddclient.cache')}
pid=${join(scene.folder, 'ddclient.pid')}
usev4=webv4, webv4=dyndns
usev6=cmdv6, cmdv6=${join(scene.folder, 'own-address-6')}
protocol=cloudflare
zone=${demo.zone}
ttl=1
login=${login}
password=${password}
${host}
`

/** The daemon run once, as a timer would. It asks for its IPv4 address at its default place, and for the other one by a command, because not every machine speaks IPv6. */
export const ddclient = async (scene: Scene): Promise<void> => {
  const path = scene.file('ddclient.conf', settings(scene, { login: 'token', password: demo.token }))
  const move = (last: number): void => {
    Object.assign(scene.own, { ipv4: `198.51.100.${last}`, ipv6: `2001:db8::${last}` })
    scene.file('own-address-6', `#!/bin/sh\necho ${scene.own.ipv6}\n`, 0o700)
  }
  const once = (...more: string[]): Promise<Ended> => scene.run('ddclient', ['-file', path, '-verbose', '-daemon=0', '-noquiet', ...more])
  const wanted = (): string[] => [`A ${host} ${scene.own.ipv4}`, `AAAA ${host} ${scene.own.ipv6}`]
  move(7)
  await scene.emulate()
  await scene.check('says that a record which is not there cannot be set', async () => {
    const first = await once()
    says(first, "No 'A' record at Cloudflare")
    equal(await scene.writes(), [])
  })
  const zone = await scene.zone()
  await scene.api('POST', `${zone}/dns_records`, { type: 'A', name: host, content: '192.0.2.1', proxied: true })
  await scene.api('POST', `${zone}/dns_records`, { type: 'AAAA', name: host, content: '2001:db8::1' })
  await scene.admin('DELETE', 'requests')
  await scene.check('sets the A and the AAAA record to its own addresses', async () => {
    const run = await once('-force')
    ended(run)
    says(run, `IPv4 address set to ${scene.own.ipv4}`, `IPv6 address set to ${scene.own.ipv6}`)
    equal(lines(await scene.records()), wanted())
    equal(await scene.writes(), ['PATCH 200', 'PATCH 200'])
  })
  await scene.check('leaves what it did not say as it was', async () => {
    equal((await scene.records()).map(({ proxied }) => proxied).sort(), [false, true])
  })
  await scene.check('sends nothing when its addresses are the same', async () => {
    await scene.admin('DELETE', 'requests')
    ended(await once())
    equal(await scene.writes(), [])
  })
  await scene.check('follows a change of its addresses, with e-mail and key', async () => {
    move(8)
    scene.file('ddclient.conf', settings(scene, { login: demo.email, password: demo.key }))
    const run = await once('-force')
    ended(run)
    equal(lines(await scene.records()), wanted())
  })
  await scene.check('fails with a token that nobody has', async () => {
    move(9)
    scene.file('ddclient.conf', settings(scene, { login: 'token', password: 'x'.repeat(40) }))
    says(await once('-force'), /FAILED:\s+updating home\.example\.com/)
    equal(lines(await scene.records()).includes(`A ${host} 198.51.100.8`), true)
  })
}
