import { demo, type Ended, type Result, type Scene } from '../scene.ts'
import { ended, equal, lines, says } from './expect.ts'

/** A command that keeps one TXT record; it looks for zone and record on every page. */
export const dnslink = async (scene: Scene): Promise<void> => {
  const link = (path: string, credentials: Readonly<Record<string, string>>, ...more: readonly string[]): Promise<Ended> => scene.run(process.execPath, ['node_modules/dnslink-cloudflare/bin/index.js', '--domain', demo.zone, '--link', path, ...more], credentials)
  const token = { CF_API_TOKEN: demo.token }
  await scene.emulate()
  const records = `${await scene.zone()}/dns_records`
  await scene.check('makes the record behind a page of others, and changes it', async () => {
    await scene.api('POST', `${records}/batch`, { posts: Array.from({ length: 120 }, (_, index) => ({ type: 'TXT', name: `a${index}`, content: 'x' })) })
    ended(await link('/ipfs/one', token, '--record', 'z'))
    ended(await link('/ipfs/two', token, '--record', 'z'))
    equal(lines(await scene.api<readonly Result[]>('GET', `${records}?name=z.example.com`)), ['TXT z.example.com dnslink=/ipfs/two'])
    equal((await scene.writes()).slice(1), ['POST 200', 'PATCH 200'])
  })
  await scene.check('works with e-mail and key', async () => {
    ended(await link('/ipfs/three', { CF_API_EMAIL: demo.email, CF_API_KEY: demo.key }))
    equal(lines(await scene.api<readonly Result[]>('GET', `${records}?name=example.com`)), ['TXT example.com dnslink=/ipfs/three'])
  })
  await scene.check('fails with a token that nobody has', async () => {
    const run = await link('/ipfs/four', { CF_API_TOKEN: 'x'.repeat(40) })
    ended(run, 1)
    says(run, '403')
  })
}
