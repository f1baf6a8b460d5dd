/**
 * The part of a run that happens in a network namespace without a way out: names lead to this machine, and each client goes
 * through its scenario. `run.ts` starts it.
 * @module
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressService, type OwnAddress, serveAddresses } from './address-service.ts'
import type { Certificate } from './certificate.ts'
import { clients } from './clients.ts'
import { Scene } from './scene.ts'

/** What the run hands over, as a JSON file. */
export interface Plan {
  readonly folder: string
  readonly certificate: Certificate
  readonly obtained: readonly { readonly name: string; readonly folder: string; readonly version: string }[]
}

const setUp = (folder: string): void => {
  const hosts = join(folder, 'hosts')
  writeFileSync(hosts, [`127.0.0.1 localhost api.cloudflare.com www.cloudflare.com`, `::1 localhost`, `${addressService.address} ${[...addressService.ipv4, ...addressService.ipv6].join(' ')}`, ''].join('\n'))
  for (const [program, ...parameters] of [
    ['ip', 'link', 'set', 'lo', 'up'],
    ['ip', 'address', 'add', `${addressService.address}/32`, 'dev', 'lo'],
    ['mount', '--bind', hosts, '/etc/hosts'],
  ] as const) execFileSync(program, parameters, { stdio: 'pipe' })
}

const main = async (path: string): Promise<void> => {
  const { folder, certificate, obtained } = JSON.parse(readFileSync(path, 'utf8')) as Plan
  setUp(folder)
  const own: OwnAddress = { ipv4: '198.51.100.7', ipv6: '2001:db8::7' }
  await serveAddresses(own, certificate)
  for (const { name, folder: place, version } of obtained) {
    const client = clients.find((one) => one.name === name)
    const report = (passed: boolean, title: string, reason?: string): void => void process.stdout.write(`${passed ? 'PASS' : 'FAIL'} ${name} ${version}: ${title}${reason === undefined ? '' : `: ${reason}`}\n`)
    const scene = new Scene({ folder: place, own, certificate, report })
    try {
      await client?.scenario(scene)
    } catch (error) {
      report(false, 'the scenario runs to its end', error instanceof Error ? error.message : String(error))
    } finally {
      await scene.end()
    }
  }
}

await main(process.argv[2] ?? '')
process.stdout.write('END\n')
process.exit(0)
