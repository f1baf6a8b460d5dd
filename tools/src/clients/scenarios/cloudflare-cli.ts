import { join } from 'node:path'
import { demo, type Ended, type Scene } from '../scene.ts'
import { ended, equal, lines, says } from './expect.ts'

const story = async (scene: Scene, compat: 'today' | '2024'): Promise<void> => {
  const title = (text: string): string => `${text} (answers of ${compat})`
  const program = join(scene.folder, 'node_modules/.bin/cfcli')
  const run = (...parameters: string[]): Promise<Ended> => scene.run(process.execPath, [program, ...parameters], { CF_API_KEY: demo.token, CF_API_DOMAIN: demo.zone })
  const done = async (...parameters: string[]): Promise<Ended> => {
    const result = await run(...parameters)
    ended(result)
    return result
  }
  await scene.emulate({ compat })
  await scene.check(title('lists zones'), async () => says(await done('zones'), 'example.com', 'example.org', 'active', 'Pro Website'))
  await scene.check(title('makes records of several types'), async () => {
    await done('-a', '-t', 'A', 'add', 'mail', '192.0.2.2')
    await done('-t', 'MX', '-p', '10', 'add', 'example.com', 'mail.example.com')
    await done('-t', 'TXT', 'add', 'note', 'some words')
    await done('-t', 'CAA', 'add', 'example.com', '0', 'issue', 'ca.example')
    await done('add', 'docs', 'www.example.com')
    equal(lines(await scene.records()), ['A mail.example.com 192.0.2.2', 'CAA example.com 0 issue "ca.example"', 'CNAME docs.example.com www.example.com', 'MX example.com mail.example.com', 'TXT note.example.com some words'])
  })
  await scene.check(title('makes an SRV record of its parts'), async () => {
    await done('-t', 'SRV', 'add', '_sip._tcp.example.com', '1', '1', '1', 'example.com')
    says(await done('find', '-q', 'type:SRV'), '_sip._tcp.example.com')
  })
  await scene.check(title('finds, changes and removes records'), async () => {
    says(await done('find', '-q', 'content:192.0.2.2'), 'mail.example.com')
    await done('--ttl', '120', '-t', 'A', 'edit', 'mail', '192.0.2.3')
    says(await done('-f', 'csv', 'find', 'mail'), 'A,mail.example.com,192.0.2.3')
    await done('enable', 'docs')
    await done('rm', 'note')
    says(await run('rm', 'nothing'), 'No matching records found')
  })
  await scene.check(title(compat === '2024' ? 'gives a record another type' : 'is told that a record keeps its type'), async () => {
    ended(await run('-t', 'A', '-n', 'CNAME', 'edit', 'mail', 'example.net'), compat === '2024' ? 0 : 1)
    equal(lines(await scene.records()).find((line) => line.includes(' mail.')), compat === '2024' ? 'CNAME mail.example.com example.net' : 'A mail.example.com 192.0.2.3')
  })
  await scene.check(title('changes settings, purges and makes a zone'), async () => {
    says(await done('devmode', 'on'), 'Dev mode changed to on')
    await done('always-use-https', 'on')
    says(await done('purge'), 'Purged cache successfully')
    await done('purge', 'https://www.example.com/a.css')
    says(await done('zone-add', 'made.example'), 'Added zone made.example')
  })
  await scene.check(title('hands on what is wrong'), async () => {
    says(await run('-t', 'A', 'add', 'wrong', 'nowhere'), 'Error response received')
    says(await run('-k', 'half', 'zones'), 'Invalid request headers')
    says(await run('-k', 'x'.repeat(40), 'zones'), 'Invalid access token')
    says(await run('-d', 'nowhere.net', 'ls'), 'No matching zones found')
  })
}

/** The command `cfcli`, on the answers of its own years and on today's. */
export const cloudflareCli = async (scene: Scene): Promise<void> => {
  await story(scene, '2024')
  await story(scene, 'today')
}
