import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addressService } from '../address-service.ts'
import { demo, type Ended, type Scene } from '../scene.ts'
import { ended, equal, says } from './expect.ts'

/** Where the name server and the certificate authority of a run stand. */
const [dnsPort, authorityPort] = [5353, 14_000]

/** Certificates from an authority that is made for tests; it looks the challenges up by DNS, in the emulator's records. */
const certificates = async (scene: Scene): Promise<void> => {
  await scene.emulate()
  await scene.start('python3', [fileURLToPath(new URL('./names.py', import.meta.url)), String(dnsPort)], /ready/, { DEMO_TOKEN: demo.token })
  const settings = scene.file('pebble.json', JSON.stringify({ pebble: { listenAddress: `0.0.0.0:${authorityPort}`, managementListenAddress: `127.0.0.1:${authorityPort + 1000}`, certificate: scene.certificate.certificate, privateKey: scene.certificate.key, httpPort: 5002, tlsPort: 5001 } }))
  await scene.start('pebble', ['-config', settings, '-dnsserver', `127.0.0.1:${dnsPort}`], /ACME directory available/, { PEBBLE_VA_NOSLEEP: '1', PEBBLE_WFE_NONCEREJECT: '0' })
  const place = (name: string): string => join(scene.folder, 'certbot', name)
  const run = (domains: readonly string[], credentials: Readonly<Record<string, string>>): Promise<Ended> => {
    const file = scene.file('credentials.ini', Object.entries(credentials).map(([name, value]) => `dns_cloudflare_${name} = ${value}\n`).join(''))
    return scene.run('python3', [join(scene.folder, 'usr/bin/certbot'), 'certonly', '--non-interactive', '--agree-tos', '--email', demo.email, '--server', `https://${addressService.address}:${authorityPort}/dir`, '--config-dir', place('config'), '--work-dir', place('work'), '--logs-dir', place('logs'), '--dns-cloudflare', '--dns-cloudflare-credentials', file, '--dns-cloudflare-propagation-seconds', '0', ...domains.flatMap((domain) => ['--domain', domain])])
  }
  await scene.check('gets a certificate for a zone and all names below it, and cleans up', async () => {
    const got = await run(['example.com', '*.example.com'], { api_token: demo.token })
    ended(got)
    says(got, 'Successfully received certificate')
    equal(await scene.records(), [])
    equal(await scene.writes(), ['POST 200', 'POST 200', 'DELETE 200', 'DELETE 200'])
  })
  await scene.check('gets a certificate with e-mail and key', async () => {
    ended(await run(['deep.www.example.com'], { email: demo.email, api_key: demo.key }))
    equal(await scene.records(), [])
  })
  await scene.check('gets none with a token that nobody has', async () => says(await run(['www.example.com'], { api_token: 'x'.repeat(40) }), '9109', 'Did you enter a valid Cloudflare Token?'))
}

/** The plugin's hooks, on the answers of its own years and on today's; and the whole program before an authority. */
export const certbot = async (scene: Scene): Promise<void> => {
  for (const compat of ['2024', 'today'] as const) {
    await scene.emulate({ compat })
    await scene.script('python3', 'certbot_dns.py', compat)
  }
  await certificates(scene)
}
