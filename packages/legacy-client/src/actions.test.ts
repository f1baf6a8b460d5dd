import { type AnyEndpoint, type LogEntry, createClient, globalKey } from '@zonewright/core'
import { memoryTransport } from '@zonewright/core/memory'
import { describe, expect, it } from 'vitest'
import * as legacy from './index.ts'
import { cases } from './test-kit/cases.ts'

const secret = '8afbe6dea02407989af4dd4c97bb6e25'
const modules = legacy as unknown as Readonly<Record<string, Readonly<Record<string, AnyEndpoint>>>>
const declarations = Object.entries(modules).flatMap(([module, members]) => Object.entries(members).filter(([, member]) => 'route' in member).map(([name, declaration]) => [`${module}.${name}`, declaration] as const))
const declared = new Map<string, AnyEndpoint>(declarations)

describe.each(cases)('$name $form', ({ name, input, form, answer, result, path = '/api_json.html', u }) => {
  const entries: LogEntry[] = []
  const transport = memoryTransport(() => ({ body: answer }))
  const client = createClient({ credentials: globalKey('user@example.com', secret), transport, validate: 'throw', log: (entry) => entries.push(entry), retry: false })
  const declaration = declared.get(name) as AnyEndpoint

  it('is one form with exactly these fields, e-mail and key among them, and gives back what was answered', async () => {
    const reply: unknown = declaration.kind === 'list' ? await client.list(declaration, input as never).all() : await client.call(declaration as never, input as never)
    expect(JSON.parse(JSON.stringify(reply))).toEqual(JSON.parse(JSON.stringify(result)))
    const [request] = transport.requests
    expect(request?.method).toBe('POST')
    expect(request?.url).toBe(`https://www.cloudflare.com${path}`)
    expect(Object.fromEntries(new URLSearchParams(String(request?.body)))).toEqual({ [u === true ? 'u' : 'email']: 'user@example.com', tkn: secret, ...form })
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(JSON.stringify([{ ...request, body: undefined }, entries])).not.toContain(secret)
    expect(entries.length).toBeGreaterThan(2)
  })
})

describe('the declarations', () => {
  it('are all among the cases, so that none is untested', () => {
    expect(new Set(cases.map(({ name }) => name))).toEqual(new Set(declared.keys()))
  })

  it('cover both editions', () => {
    const actions = new Set(declarations.map(([, { target }]) => target.path))
    const editions = 'stats zone_load_multi rec_load_all zone_check zone_ips zone_grab ip_lkup zone_settings sec_lvl cache_lvl devmode fpurge_ts zone_file_purge wl ban nul ipv46 async minify mirage2 rec_new rec_edit rec_delete rec_set rec_del pre_purge DIUP CF_USER_SPAM'
    expect(editions.split(' ').filter((action) => !actions.has(action))).toEqual([])
  })

  it('end on the day on which the service ended', () => {
    expect(new Set(declarations.map(([, { sunset }]) => sunset))).toEqual(new Set(['2016-11-09']))
  })

  it('are reads only where nothing changes, and never repeat what would double', () => {
    const of = (wanted: string): string[] => declarations.filter(([, { safety }]) => safety === wanted).map(([name]) => name).toSorted()
    expect(of('read')).toEqual(['edition2010.lookUp', 'edition2010.visitors', 'records.list', 'settings.get', 'traffic.lookUp', 'traffic.statistics', 'traffic.visitors', 'zones.check', 'zones.get', 'zones.list'])
    expect(of('unsafe')).toEqual(['edition2010.createRecord', 'edition2010.reportSpam', 'edition2010.screenshot', 'records.create'])
  })
})

describe('an input that the service would refuse', () => {
  const transport = memoryTransport(() => ({ body: {} }))
  const cf = createClient({ credentials: globalKey('user@example.com', secret), transport }).bind(legacy)
  const z = 'example.com'

  it.each([
    ['an unknown level', () => cf.settings.setSecurityLevel({ z, v: 'off' as 'low' }), 'one of "help", "high", "med", "low", "eoff"'],
    ['no zone', () => cf.settings.get({} as { z: string }), 'is missing'],
    ['an empty zone', () => cf.settings.get({ z: '' }), 'has 0 characters'],
    ['too many hours', () => cf.traffic.visitors({ z, hours: 49 }), 'at most 48'],
    ['too short a time to live', () => cf.records.create({ z, type: 'A', name: 'www', content: '192.0.2.1', ttl: 60 }), 'expected 1 for automatic, or 120 to 86400 seconds'],
    ['an MX without priority', () => cf.records.create({ z, type: 'MX', name: '@', content: 'mail' }), 'with MX prio too'],
    ['an SRV without parts', () => cf.records.create({ z, type: 'SRV', name: '@', content: '1 2 x' }), 'with SRV prio, service'],
    ['a label alone', () => cf.edition2010.removeRecords({ zone: z, name: 'www' }), 'does not look like'],
    ['a comma in a name', () => cf.zones.check({ zones: ['a.example,b.example'] }), 'does not look like'],
    ['an identifier that is none', () => cf.records.remove({ z, id: '1&a=rec_del' }), 'does not look like'],
    ['a function that JSONP would break out of', () => cf.settings.get({ z, callback: 'a(b)' }), 'does not look like'],
  ])('is told before anything is sent: %s', async (_, call, words) => {
    await expect(call()).rejects.toMatchObject({ code: 'INPUT', message: expect.stringContaining(words) as string })
    expect(transport.requests).toHaveLength(0)
  })
})
