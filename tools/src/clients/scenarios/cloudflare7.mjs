/** The official client of today, cloudflare@7, and those of its making before: from 4 on only the order of a few parameters differs. */
import { createRequire } from 'node:module'
import { check, email, equal, key, order, refusal, seen, token } from './check.mjs'

const { default: Cloudflare } = createRequire(`${process.cwd()}/`)('cloudflare')
const cf = new Cloudflare({ apiToken: token })
const all = async (pages) => {
  const items = []
  for await (const item of pages) items.push(item)
  return items
}
const [zone] = await all(cf.zones.list({ name: 'example.com' }))
const zone_id = zone.id
const missing = 'f'.repeat(32)
const major = Number(process.argv[2])
const codes = (error) => error.errors.map(({ code }) => code)
const one = { zone_id, type: 'A', name: 'www', content: '192.0.2.1', ttl: 120 }

await check('lists, makes, changes and removes zones', async () => {
  equal((await all(cf.zones.list())).map(({ name }) => name), ['example.com', 'example.org'])
  equal((await all(cf.zones.list({ per_page: 5, 'account.id': zone.account.id, status: 'active', order: 'name', direction: 'desc' }))).map(({ name }) => name), ['example.org', 'example.com'])
  const made = await cf.zones.create({ account: { id: zone.account.id }, name: 'made.example', type: 'full' })
  equal([made.status, made.paused], ['pending', false])
  equal((await cf.zones.edit({ zone_id: made.id, paused: true })).paused, true)
  equal((await cf.zones.activationCheck.trigger({ zone_id: made.id, body: {} })).id, made.id)
  equal((await cf.zones.get({ zone_id: made.id })).status, 'active')
  equal((await cf.zones.delete({ zone_id: made.id })).id, made.id)
  equal((await refusal(cf.zones.get({ zone_id: made.id }))) instanceof Cloudflare.NotFoundError, true)
})

await check('makes, reads, replaces, changes and removes a record', async () => {
  const made = await cf.dns.records.create(one)
  equal([made.name, made.ttl, made.proxied, made.tags], ['www.example.com', 120, false, []])
  equal((await cf.dns.records.get(made.id, { zone_id })).content, '192.0.2.1')
  const put = await cf.dns.records.update(made.id, { ...one, content: '192.0.2.2', ttl: 1, proxied: true, comment: 'by hand' })
  equal([put.content, put.proxied, put.comment], ['192.0.2.2', true, 'by hand'])
  equal((await cf.dns.records.edit(made.id, { zone_id, type: 'A', name: 'www', ttl: 1, content: '192.0.2.3' })).comment, 'by hand')
  equal((await all(cf.dns.records.list({ zone_id, type: 'A', name: { exact: 'www.example.com' }, content: { startswith: '192.0.2.' }, match: 'all' }))).length, 1)
  equal(await cf.dns.records.delete(made.id, { zone_id }), { id: made.id })
})

await check('writes SRV, CAA, HTTPS and TXT records', async () => {
  const srv = await cf.dns.records.create({ zone_id, type: 'SRV', name: '_sip._tcp', ttl: 1, data: { priority: 10, weight: 5, port: 5060, target: 'sip.example.com' } })
  equal([srv.name, srv.content, srv.priority], ['_sip._tcp.example.com', '5 5060 sip.example.com', 10])
  const caa = await cf.dns.records.create({ zone_id, type: 'CAA', name: '@', ttl: 1, data: { flags: 0, tag: 'issue', value: 'ca.example' } })
  equal([caa.name, caa.content], ['example.com', '0 issue "ca.example"'])
  const https = await cf.dns.records.create({ zone_id, type: 'HTTPS', name: 'www', ttl: 1, data: { priority: 1, target: '.', value: 'alpn="h2"' } })
  equal(https.content, '1 . alpn="h2"')
  const txt = await cf.dns.records.create({ zone_id, type: 'TXT', name: 'note', ttl: 1, content: '"two words"' })
  equal(txt.content, '"two words"')
  const { deletes } = await cf.dns.records.batch({ zone_id, deletes: [srv, caa, https, txt].map(({ id }) => ({ id })) })
  equal(deletes.length, 4)
})

await check('does a batch as a whole or not at all', async () => {
  const posts = [1, 2, 3].map((number) => ({ type: 'A', name: `b${number}`, content: `192.0.2.${number}`, ttl: 1 }))
  const done = await cf.dns.records.batch({ zone_id, posts })
  equal(done.posts.map(({ name }) => name), ['b1.example.com', 'b2.example.com', 'b3.example.com'])
  const [first, second, third] = done.posts
  const error = await refusal(cf.dns.records.batch({ zone_id, deletes: [{ id: first.id }], posts: [{ type: 'A', name: 'b2', content: '192.0.2.2', ttl: 1 }] }))
  equal([error instanceof Cloudflare.BadRequestError, codes(error)], [true, [81058]])
  equal((await all(cf.dns.records.list({ zone_id }))).length, 3)
  const changed = await cf.dns.records.batch({ zone_id, deletes: [{ id: first.id }], patches: [{ id: second.id, content: '192.0.2.22' }], puts: [{ id: third.id, type: 'A', name: 'b4', content: '192.0.2.4', ttl: 1 }] })
  equal([changed.deletes.length, changed.patches[0].content, changed.puts[0].name], [1, '192.0.2.22', 'b4.example.com'])
  await cf.dns.records.batch({ zone_id, deletes: [{ id: second.id }, { id: third.id }] })
})

await check('pages until a page is empty', async () => {
  const posts = Array.from({ length: 23 }, (_, index) => ({ type: 'TXT', name: `p${index}`, content: `page ${index}`, ttl: 1 }))
  const made = await cf.dns.records.batch({ zone_id, posts })
  await seen()
  const names = (await all(cf.dns.records.list({ zone_id, per_page: 10, order: 'name' }))).map(({ name }) => name)
  equal([names.length, new Set(names).size], [23, 23])
  equal(await seen(), ['GET 200', 'GET 200', 'GET 200', 'GET 200'])
  const page = await cf.dns.records.list({ zone_id, per_page: 5000 })
  equal([page.result.length, page.result_info.per_page], [23, 5000])
  await cf.dns.records.batch({ zone_id, deletes: made.posts.map(({ id }) => ({ id })) })
})

await check('imports and exports a zone file', async () => {
  const added = await cf.dns.records.import({ zone_id, file: '$ORIGIN example.com.\n@ 300 IN MX 10 mx\nwww 300 IN A 192.0.2.9\n', proxied: 'false' })
  equal([added.recs_added, added.total_records_parsed], [2, 2])
  const text = await cf.dns.records.export({ zone_id })
  equal([text.includes('www.example.com.\t300\tIN\tA\t192.0.2.9'), text.includes('example.com.\t300\tIN\tMX\t10 mx.example.com.')], [true, true])
  const uploaded = await cf.dns.records.import({ zone_id, file: new File(['ftp.example.com. 300 IN A 192.0.2.10\n'], 'zone.txt'), proxied: 'true' })
  equal(uploaded.recs_added, 1)
  equal((await all(cf.dns.records.list({ zone_id, proxied: true }))).map(({ name }) => name), ['ftp.example.com'])
  await cf.dns.records.batch({ zone_id, deletes: (await all(cf.dns.records.list({ zone_id }))).map(({ id }) => ({ id })) })
})

await check('reads and changes settings, and purges', async () => {
  equal((await cf.zones.settings.get('ssl', { zone_id })).id, 'ssl')
  equal((await cf.zones.settings.edit('always_use_https', { zone_id, value: 'on' })).value, 'on')
  equal(codes(await refusal(cf.zones.settings.edit('always_use_https', { zone_id, value: 'perhaps' }))), [1007])
  equal(await cf.cache.purge({ zone_id, purge_everything: true }), { id: zone_id })
  equal(await cf.cache.purge({ zone_id, files: ['https://www.example.com/a.css'] }), { id: zone_id })
  equal(codes(await refusal(cf.cache.purge({ zone_id }))), [1012])
})

await check('knows accounts, the user and the token', async () => {
  equal((await all(cf.accounts.list())).map(({ id }) => id), [zone.account.id])
  equal((await cf.accounts.get({ account_id: zone.account.id })).id, zone.account.id)
  equal((await cf.user.get()).email, email)
  equal((await cf.user.tokens.verify()).status, 'active')
  equal((await new Cloudflare({ apiEmail: email, apiKey: key }).user.get()).email, email)
  equal((await all(cf.memberships.list())).length, 1)
  const { ipv4_cidrs } = await cf.ips.list()
  equal(ipv4_cidrs.length > 0, true)
})

await check('keeps access rules, page rules, rulesets and DNS settings', async () => {
  const rule = await cf.firewall.accessRules.create({ zone_id, mode: 'block', configuration: { target: 'ip', value: '192.0.2.66' }, notes: 'no guest' })
  equal((await all(cf.firewall.accessRules.list({ zone_id, configuration: { target: 'ip', value: '192.0.2.66' } }))).map(({ id }) => id), [rule.id])
  await cf.firewall.accessRules.delete(rule.id, { zone_id })
  const page = await cf.pageRules.create({ zone_id, targets: [{ target: 'url', constraint: { operator: 'matches', value: 'www.example.com/*' } }], actions: [{ id: 'always_use_https' }], status: 'active' })
  equal((await cf.pageRules.list({ zone_id })).map(({ id }) => id), [page.id])
  await cf.pageRules.delete(page.id, { zone_id })
  const set = await cf.rulesets.phases.update('http_request_firewall_custom', { zone_id, rules: [{ action: 'block', expression: 'ip.src eq 192.0.2.66', description: 'no guest' }] })
  equal((await cf.rulesets.phases.get('http_request_firewall_custom', { zone_id })).rules.map(({ id }) => id), set.rules.map(({ id }) => id))
  equal((await cf.dns.settings.zone.edit({ zone_id, flatten_all_cnames: true })).flatten_all_cnames, true)
  equal((await cf.dns.dnssec.edit({ zone_id, status: 'active' })).status, 'pending')
})

await check('makes, rolls and removes a token', async () => {
  const groups = await all(cf.user.tokens.permissionGroups.list())
  const read = groups.find(({ name }) => name === 'DNS Read')
  const made = await cf.user.tokens.create({ name: 'reader', policies: [{ effect: 'allow', permission_groups: [{ id: read.id }], resources: { [`com.cloudflare.api.account.zone.${zone_id}`]: '*' } }] })
  const reader = new Cloudflare({ apiToken: made.value })
  equal((await reader.dns.records.list({ zone_id })).result, [])
  const denied = await refusal(reader.dns.records.create(one))
  equal([denied instanceof Cloudflare.PermissionDeniedError, codes(denied)], [true, [10000]])
  const value = await cf.user.tokens.value.update(made.id, { body: {} })
  equal((await refusal(reader.user.tokens.verify())) instanceof Cloudflare.AuthenticationError, true)
  equal((await new Cloudflare({ apiToken: value }).user.tokens.verify()).id, made.id)
  await cf.user.tokens.delete(made.id)
})

await check('keeps values and a script for workers', async () => {
  const account_id = zone.account.id
  const space = await cf.kv.namespaces.create({ account_id, title: 'things' })
  const value = (method, more) => (major < 7 ? cf.kv.namespaces.values[method](space.id, 'key one', { account_id, ...more }) : cf.kv.namespaces.values[method]('key one', { account_id, namespace_id: space.id, ...more }))
  await value('update', { value: 'first', metadata: major < 7 ? '{"kind":"test"}' : { kind: 'test' } })
  equal(await (await value('get')).text(), 'first')
  equal((await all(cf.kv.namespaces.keys.list(space.id, { account_id }))).map(({ name }) => name), ['key one'])
  await cf.kv.namespaces.delete(space.id, { account_id })
})

await check('throws the classes of its errors', async () => {
  const made = await cf.dns.records.create(one)
  const twin = await refusal(cf.dns.records.create(one))
  equal([twin instanceof Cloudflare.BadRequestError, twin.status, codes(twin)], [true, 400, [81058]])
  const conflict = await refusal(cf.dns.records.create({ zone_id, type: 'CNAME', name: 'www', content: 'example.com', ttl: 1 }))
  equal(codes(conflict), [81053])
  equal(codes(await refusal(cf.dns.records.create({ ...one, name: 'wrong', content: 'nowhere' }))), [9005])
  const gone = await refusal(cf.dns.records.get(missing, { zone_id }))
  equal([gone instanceof Cloudflare.NotFoundError, codes(gone)], [true, [81044]])
  equal(codes(await refusal(cf.zones.get({ zone_id: 'nonsense' }))), [7003])
  const stranger = await refusal(new Cloudflare({ apiToken: 'x'.repeat(40) }).zones.list())
  equal([stranger instanceof Cloudflare.PermissionDeniedError, codes(stranger)], [true, [9109]])
  const half = await refusal(new Cloudflare({ apiToken: 'half' }).zones.list())
  equal([half instanceof Cloudflare.BadRequestError, codes(half)], [true, [6003]])
  const unknown = await refusal(new Cloudflare({ apiToken: 'x'.repeat(40) }).user.tokens.verify())
  equal([unknown instanceof Cloudflare.AuthenticationError, codes(unknown)], [true, [1000]])
  await cf.dns.records.delete(made.id, { zone_id })
})

await check('tries again after 429, 502, a reset and half an answer', async () => {
  await seen()
  await order({ kind: 'too_many_requests', retryAfter: 1, method: 'GET', path: '/user' })
  equal((await cf.user.get()).email, email)
  equal(await seen(), ['GET 429', 'GET 200'])
  await order({ kind: 'html_502', method: 'GET', path: '/user' })
  equal((await cf.user.get()).email, email)
  await order({ kind: 'reset_before_commit', method: 'GET', path: '/user' })
  equal((await cf.user.get()).email, email)
  await seen()
  await order({ kind: 'too_many_requests', retryAfter: 0, count: 3, method: 'GET', path: '/user' })
  const limited = await refusal(cf.user.get())
  equal([limited instanceof Cloudflare.RateLimitError, codes(limited)], [true, [971]])
})

await check('sends a POST again after its answer was lost, and is told of the twin that it made itself', async () => {
  await order({ kind: 'reset_after_commit', method: 'POST', path: '/dns_records' })
  const error = await refusal(cf.dns.records.create({ ...one, name: 'lost' }))
  equal(codes(error), [81058])
  equal((await all(cf.dns.records.list({ zone_id }))).map(({ name }) => name), ['lost.example.com'])
})
console.log('DONE')
