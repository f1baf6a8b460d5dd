/** A client of the client API of 2012, cloudflare@0.0.8. */
const { createRequire } = require('node:module')
const { promisify } = require('node:util')

const main = async () => {
  const { check, email, equal, key, refusal } = await import('./check.mjs')
  const where = process.argv[2]
  const { createClient } = createRequire(`${process.cwd()}/`)('cloudflare')
  const say = (title) => `${title} (${where})`
  const calls = (client) => (name, ...parameters) => promisify(client[name].bind(client))(...parameters)
  const cf = calls(createClient({ token: key, email }))
  const z = 'example.com'
  const records = async () => (await cf('listDomainRecords', z)).map(({ type, name, content, service_mode }) => [type, name, content, service_mode])

  await check(say('lists zones and gives their numbers'), async () => {
    const zones = await cf('listDomains')
    equal([zones.map(({ zone_name }) => zone_name), zones.getCount(), zones.hasMore()], [['example.com', 'example.org'], 2, false])
    equal(await cf('zoneCheck', z), { [z]: Number(zones[0].zone_id) })
    equal(Object.values(await cf('zoneCheck', [z, 'example.net'])), [Number(zones[0].zone_id), 0])
  })

  await check(say('adds, lists, edits and deletes a record'), async () => {
    const made = await cf('addDomainRecord', z, { name: 'www', content: '192.0.2.1' })
    equal([made.name, made.type, made.ttl], ['www.example.com', 'A', '1'])
    equal(await records(), [['A', 'www.example.com', '192.0.2.1', '0']])
    await cf('editDomainRecord', z, made.rec_id, { type: 'A', name: 'www', content: '192.0.2.2', ttl: '1', service_mode: '1' })
    equal(await records(), [['A', 'www.example.com', '192.0.2.2', '1']])
    await cf('deleteDomainRecord', z, made.rec_id)
    equal(await records(), [])
    equal((await refusal(cf('deleteDomainRecord', z, made.rec_id))).message, 'Invalid record id.')
  })

  await check(say('changes and reads settings, and purges'), async () => {
    await cf('secLvl', z, 'high')
    await cf('devmode', z, true)
    equal((await cf('zoneSettings', z)).result.objs[0].sec_lvl, 'high')
    await cf('zoneFilePurge', z, 'https://www.example.com/a.css')
  })

  await check(say('knows addresses'), async () => {
    for (const name of ['whitelistIp', 'banIp', 'unlistIp']) equal((await cf(name, '192.0.2.77')).result.ip, '192.0.2.77')
  })

  await check(say('is told what is wrong'), async () => {
    equal((await refusal(cf('listDomainRecords', 'example.net'))).message, 'Invalid zone.')
    equal((await refusal(calls(createClient({ token: 'x', email }))('listDomains'))).message, 'Invalid token or email')
  })
  console.log('DONE')
}

main()
