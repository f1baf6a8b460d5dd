/** cloudflare-client: an HTTP client without dependencies. */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { check, email, equal, key, refusal, token } from './check.mjs'

const folder = `${process.cwd()}/node_modules/cloudflare-client/`
const { exports } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'))
const Cloudflare = await import(pathToFileURL(folder + exports['.'].default).href)
const get = async (path) => (await (await fetch(`https://api.cloudflare.com/client/v4${path}`, { headers: { authorization: `Bearer ${token}` } })).json()).result
const [{ id: zoneId }] = await get('/zones?name=example.com')
const [{ id: accountId }] = await get('/accounts')
const records = Cloudflare.dnsRecords({ zoneId, accessToken: token })

await check('knows the user by token and by key', async () => {
  equal((await Cloudflare.user({ accessToken: token }).get()).email, email)
  equal((await Cloudflare.user({ authKey: key, authEmail: email }).get()).email, email)
  equal((await Cloudflare.userTokens({ accessToken: token }).verify()).status, 'active')
})
await check('makes, finds, replaces and deletes records', async () => {
  const made = await records.create({ type: 'A', name: 'www', content: '192.0.2.1', ttl: 1 })
  equal(made.name, 'www.example.com')
  equal((await records.update(made.id, { type: 'A', name: 'www', content: '192.0.2.3', ttl: 120 })).ttl, 120)
  equal((await records.find({ type: 'A' }).first()).id, made.id)
  await records.create({ type: 'TXT', name: 'note', content: 'words', ttl: 1 })
  equal((await records.find().all()).map(({ name }) => name).sort(), ['note.example.com', 'www.example.com'])
  equal((await records.delete(made.id)).id, made.id)
})
await check('keeps namespaces and values', async () => {
  const kv = Cloudflare.kv({ accountId, accessToken: token })
  const space = await kv.create('things')
  equal((await kv.find().all()).map(({ title }) => title), ['things'])
  const values = kv.namespace(space.id)
  await values.set('first', { word: 'one' })
  equal(await values.get('first'), { word: 'one' })
  await values.delete('first')
  await kv.delete(space.id)
})
await check('throws what is wrong', async () => {
  const error = await refusal(records.create({ type: 'A', name: 'wrong', content: 'nowhere', ttl: 1 }))
  equal([error.name, error.code, error.response.status], ['FetchError', 9005, 400])
})
console.log('DONE')
