/** acme-dns-01-cloudflare: the module of Greenlock and ACME.js that answers dns-01 challenges. */
const { createRequire } = require('node:module')

const main = async () => {
  const { check, equal, refusal, token } = await import('./check.mjs')
  const Challenge = createRequire(`${process.cwd()}/`)('acme-dns-01-cloudflare')
  const plugin = (secret) => new Challenge({ token: secret, verifyPropagation: false })
  const challenge = (dnsAuthorization, host = 'www.example.com') => ({ challenge: { dnsHost: `_acme-challenge.${host}`, dnsZone: 'example.com', dnsPrefix: '_acme-challenge.www', altname: host, identifier: { value: host }, dnsAuthorization } })
  const solver = plugin(token)

  await check('lists the zones that it may answer for', async () => equal(await solver.zones({}), ['example.com', 'example.org']))
  await check('answers two challenges of one name and cleans up after each', async () => {
    await solver.set(challenge('first'))
    await solver.set(challenge('second'))
    equal(await solver.get(challenge('second')), { dnsAuthorization: 'second' })
    await solver.remove(challenge('first'))
    equal(await solver.get(challenge('second')), { dnsAuthorization: 'second' })
    await solver.remove(challenge('second'))
    equal(await solver.get(challenge('second')), null)
  })
  await check('fails with a token that nobody has', async () => equal((await refusal(plugin('x'.repeat(40)).zones({}))) instanceof Error, true))
  console.log('DONE')
}

main()
