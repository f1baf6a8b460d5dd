/** A program for alchemy: what it declares is made, changed or, with `destroy`, removed; the library ends the process. */
import { pathToFileURL } from 'node:url'

const library = (path) => import(pathToFileURL(`${process.cwd()}/node_modules/alchemy/lib/${path}`).href)
const { default: alchemy } = await library('index.js')
const cloudflare = await library('cloudflare/index.js')
const [phase, address] = process.argv.slice(2)
const app = await alchemy('tried', { phase, stage: 'test', password: 'for tests', noTrack: true, rootDir: process.cwd() })
const zone = await cloudflare.Zone('zone', { name: 'made.example', jumpStart: false, settings: { ssl: 'full', tls13: 'on', minTlsVersion: '1.2' } })
const records = [
  { type: 'A', name: 'www.made.example', content: address, proxied: true, comment: 'kept' },
  { type: 'MX', name: 'made.example', content: 'mail.made.example', priority: 10 },
]
await cloudflare.DnsRecords('records', { zoneId: zone.id, records: address === '192.0.2.1' ? records : records.slice(0, 1) })
await cloudflare.KVNamespace('values', { title: 'values', values: [{ key: 'first', value: 'one' }] })
await cloudflare.D1Database('data', { name: 'data' })
await cloudflare.Queue('queue', { name: 'queue' })
await cloudflare.Tunnel('tunnel', { name: 'tunnel', ingress: [{ service: 'http://localhost:8080' }] })
await cloudflare.AccountApiToken('token', { name: 'reader', policies: [{ effect: 'allow', permissionGroups: ['Zone Read'], resources: { 'com.cloudflare.api.account.zone.*': '*' } }] })
await cloudflare.RedirectRule('redirect', { zone: zone.id, requestUrl: 'https://old.made.example/*', targetUrl: 'https://www.made.example/${1}', statusCode: 301 })
await cloudflare.EmailRouting('mail', { zone: 'example.com' })
await cloudflare.EmailRule('rule', { zone: 'example.com', name: 'drop', enabled: true, matchers: [{ type: 'literal', field: 'to', value: 'nobody@example.com' }], actions: [{ type: 'drop' }] })
await app.finalize()
