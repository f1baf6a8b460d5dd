import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { demo, type Ended, type Result, type Scene } from '../scene.ts'
import { ended, equal } from './expect.ts'

/** The daemon with both of its actions, whose curl lines stay as they are. The notes of one have no blank: the line that lifts a ban puts them into a URL unescaped. */
export const fail2ban = async (scene: Scene): Promise<void> => {
  await scene.emulate()
  const zone = await scene.zone()
  const settings = join(scene.folder, 'settings')
  cpSync(join(scene.folder, 'etc/fail2ban'), settings, { recursive: true })
  const log = scene.file('log', '')
  scene.file('settings/jail.d/defaults-debian.conf', '')
  scene.file('settings/fail2ban.local', `[Definition]\ndbfile = ${join(scene.folder, 'database')}\n`)
  scene.file('settings/jail.local', `[DEFAULT]
banaction =
[door]
enabled = true
filter =
backend = polling
logpath = ${log}
action = cloudflare-token[name=zone, notes=fail2ban-zone, cfzone=${zone.split('/')[2] ?? ''}, cftoken=${demo.token}]
         cloudflare[name=user, cfuser=${demo.email}, cftoken=${demo.key}]
`)
  const socket = join(scene.folder, 'socket')
  const common = ['-c', settings, '-s', socket, '-p', join(scene.folder, 'pid')]
  const client = (...words: string[]): Promise<Ended> => scene.run('python3', [join(scene.folder, 'usr/bin/fail2ban-client'), ...common, ...words])
  await scene.start('python3', [join(scene.folder, 'usr/bin/fail2ban-server'), ...common, '-f', '--logtarget', 'stdout', 'start'], /Server ready|Jail 'door' started/)
  const rules = async (path: string): Promise<readonly string[]> => (await scene.api<readonly Result[]>('GET', `${path}/firewall/access_rules/rules`)).map(({ mode, notes, configuration }) => `${String(mode)} ${(configuration as Result)['value'] as string} ${String(notes)}`).sort()
  // The daemon acts a moment after it was told.
  const become = async (wanted: readonly string[]): Promise<void> => {
    const all = async (): Promise<readonly string[]> => [...new Set([...(await rules(zone)), ...(await rules('/user'))])].sort()
    for (let tries = 0; tries < 100 && (await all()).length !== wanted.length; tries++) await wait(100)
    equal(await all(), wanted)
  }
  await scene.check('bans an IPv4 and an IPv6 address in a zone and for a user', async () => {
    ended(await client('set', 'door', 'banip', '192.0.2.9', '2001:db8::9'))
    const v6 = '2001:0db8:0000:0000:0000:0000:0000:0009'
    await become(['block 192.0.2.9 Fail2Ban user', 'block 192.0.2.9 fail2ban-zone', `block ${v6} Fail2Ban user`, `block ${v6} fail2ban-zone`])
  })
  await scene.check('lifts the bans: finds each rule by its address and notes, and deletes it', async () => {
    ended(await client('set', 'door', 'unbanip', '192.0.2.9'))
    ended(await client('set', 'door', 'unbanip', '2001:db8::9'))
    await become([])
  })
}
