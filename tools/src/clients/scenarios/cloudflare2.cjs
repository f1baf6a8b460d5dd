/** The official client of the years up to 2023, cloudflare@2. */
const { createRequire } = require('node:module')

const main = async () => {
  const { check, email, equal, key, order, refusal, seen, token } = await import('./check.mjs')
  const year = process.argv[2]
  const cloudflare = createRequire(`${process.cwd()}/`)('cloudflare')
  const cf = cloudflare({ token })
  const zone = (await cf.zones.browse({ name: 'example.com' })).result[0]
  const codes = (error) => (error.response.body.errors ?? JSON.parse(error.response.body).errors).map(({ code }) => code)
  const say = (title) => `${title} (answers of ${year})`
  const one = { type: 'A', name: 'www', content: '192.0.2.1', ttl: 120, proxied: false }

  await check(say('lists, makes, changes and removes zones'), async () => {
    equal((await cf.zones.browse()).result.map(({ name }) => name), ['example.com', 'example.org'])
    const made = (await cf.zones.add({ name: 'made.example', account: { id: zone.account.id }, jump_start: false })).result
    equal((await cf.zones.edit(made.id, { paused: true })).result.paused, true)
    equal((await cf.zones.activationCheck(made.id)).result.id, made.id)
    equal((await cf.zones.read(made.id)).result.name, 'made.example')
    equal((await cf.zones.del(made.id)).result.id, made.id)
  })

  await check(say('makes, reads, replaces, lists and removes a record'), async () => {
    const made = (await cf.dnsRecords.add(zone.id, one)).result
    const read = (await cf.dnsRecords.read(zone.id, made.id)).result
    equal(read.content, '192.0.2.1')
    // The whole record goes back, with all that can't be written.
    equal((await cf.dnsRecords.edit(zone.id, made.id, { ...read, content: '192.0.2.2' })).result.content, '192.0.2.2')
    const list = await cf.dnsRecords.browse(zone.id, { page: 1, per_page: 10, type: 'A' })
    equal([list.result.length, list.result_info.total_count, list.result_info.per_page], [1, 1, 10])
    equal((await cf.dnsRecords.browse(zone.id, { page: 2, per_page: 10 })).result, [])
    equal((await cf.dnsRecords.del(zone.id, made.id)).result, { id: made.id })
  })

  await check(say('writes an MX and an SRV record'), async () => {
    const mail = (await cf.dnsRecords.add(zone.id, { type: 'MX', name: 'example.com', content: 'mx.example.com', priority: 10 })).result
    equal(mail.priority, 10)
    const data = year === '2024' ? { service: '_sip', proto: '_tcp', name: 'example.com', priority: 1, weight: 5, port: 5060, target: 'sip.example.com' } : { priority: 1, weight: 5, port: 5060, target: 'sip.example.com' }
    const srv = (await cf.dnsRecords.add(zone.id, { type: 'SRV', name: '_sip._tcp', data })).result
    equal([srv.name, srv.content], ['_sip._tcp.example.com', year === '2024' ? '5\t5060\tsip.example.com' : '5 5060 sip.example.com'])
    for (const { id } of [mail, srv]) await cf.dnsRecords.del(zone.id, id)
  })

  await check(say('exports a zone file'), async () => {
    const { id } = (await cf.dnsRecords.add(zone.id, one)).result
    equal((await cf.dnsRecords.export(zone.id)).includes('www.example.com.\t120\tIN\tA\t192.0.2.1'), true)
    await cf.dnsRecords.del(zone.id, id)
  })

  await check(say('reads and changes settings, and purges'), async () => {
    equal((await cf.zoneSettings.browse(zone.id)).result.length > 40, true)
    equal((await cf.zoneSettings.read(zone.id, 'ssl')).result.id, 'ssl')
    equal((await cf.zoneSettings.edit(zone.id, 'always_use_https', { value: 'on' })).result.value, 'on')
    equal((await cf.zoneSettings.editAll(zone.id, { items: [{ id: 'always_use_https', value: 'off' }] })).result.map(({ value }) => value), ['off'])
    equal((await cf.zones.purgeCache(zone.id, { purge_everything: true })).result.id, zone.id)
    equal((await cf.zones.purgeCache(zone.id, { files: ['https://www.example.com/a.css'] })).result.id, zone.id)
  })

  await check(say('keeps page rules'), async () => {
    const made = (await cf.pageRules.add(zone.id, { targets: [{ target: 'url', constraint: { operator: 'matches', value: 'www.example.com/*' } }], actions: [{ id: 'always_use_https' }], status: 'active' })).result
    equal((await cf.pageRules.browse(zone.id)).result.map(({ id }) => id), [made.id])
    equal((await cf.pageRules.del(zone.id, made.id)).result.id, made.id)
  })

  await check(say('knows the user by token and by key, and the address ranges'), async () => {
    equal((await cf.user.read()).result.email, email)
    equal((await cloudflare({ email, key }).user.read()).result.email, email)
    equal((await cf.ips.browse()).result.ipv4_cidrs.length > 0, true)
  })

  await check(say('is told what is wrong'), async () => {
    const { id } = (await cf.dnsRecords.add(zone.id, one)).result
    const twin = await refusal(cf.dnsRecords.add(zone.id, one))
    equal([twin.statusCode, codes(twin)], [400, [year === '2024' ? 81057 : 81058]])
    const wrong = await refusal(cf.dnsRecords.add(zone.id, { ...one, name: 'wrong', content: 'nowhere' }))
    equal([wrong.statusCode, codes(wrong)], [400, [year === '2024' ? 1004 : 9005]])
    await cf.dnsRecords.del(zone.id, id)
    const gone = await refusal(cf.dnsRecords.del(zone.id, id))
    equal([gone.statusCode, codes(gone)], [404, [81044]])
    const stranger = await refusal(cloudflare({ token: 'x'.repeat(40) }).zones.browse())
    equal([stranger.statusCode, codes(stranger)], [403, [9109]])
    const wrongKey = await refusal(cloudflare({ email, key: '0'.repeat(37) }).zones.browse())
    equal([wrongKey.statusCode, codes(wrongKey)], [403, [9103]])
  })

  await check(say('gives 429 and 502 back to its caller'), async () => {
    await order({ kind: 'too_many_requests', retryAfter: 1, method: 'GET', path: '/user' }, { kind: 'html_502', method: 'GET', path: '/zones' })
    equal((await refusal(cf.user.read())).statusCode, 429)
    equal((await refusal(cf.zones.browse())).statusCode, 502)
  })

  await check(say('sends a request again after a reset, and is told of the twin that it made itself'), async () => {
    await seen()
    await order({ kind: 'reset_before_commit', method: 'GET', path: '/user' })
    equal((await cf.user.read()).result.email, email)
    equal(await seen(), ['GET 0', 'GET 200'])
    await order({ kind: 'reset_after_commit', method: 'POST', path: '/dns_records' })
    equal(codes(await refusal(cf.dnsRecords.add(zone.id, { ...one, name: 'lost' }))), [year === '2024' ? 81057 : 81058])
    equal((await cf.dnsRecords.browse(zone.id)).result.map(({ name }) => name), ['lost.example.com'])
  })
  console.log('DONE')
}

main()
