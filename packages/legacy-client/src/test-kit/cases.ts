import { echo, looseRecord, nested, partialZone, record, statistics2010, statistics2012, success, zone, zoneSettings } from './answers.ts'

/** One action: what is asked, the form without e-mail and key, what is answered, and what the caller gets. */
export interface Case {
  /** Names that lead to the declaration. */
  readonly name: string
  readonly input: object
  readonly form: Readonly<Record<string, string>>
  readonly answer: unknown
  readonly result: unknown
  /** Address, when it is not that of JSON answers. */
  readonly path?: string
  /** The e-mail address travels as `u`. */
  readonly u?: true
}

const z = 'example.com'
const changed = { zone: { obj: zone } }
const statistics = (figures: object, more: object = {}) => ({ result: { timeZero: 1333051372000, count: 1, has_more: false, objs: [figures], ...more } })
const visitor = { ip: '192.0.2.44', classification: 'regular', hits: 44, latitude: 37.76969909668, longitude: -122.39330291748, zone_name: z }
const text = { path: '/api.html', u: true, answer: 'OK', result: 'OK' } as const
const spam = { a: 'Nobody', am: 'nobody@example.net', ip: '192.0.2.1', content: 'Buy "now" & save' }
const srv = { z, type: 'SRV', name: z, prio: 10, service: '_sip', srvname: z, protocol: '_tcp', weight: 60, port: 5061, target: 'sip.example.net' }
const texts = (input: object): Record<string, string> => Object.fromEntries(Object.entries(input).map(([name, value]) => [name, String(value)]))

/** Every action of both editions, and of some more than one form. */
export const cases: readonly Case[] = [
  { name: 'zones.list', input: {}, form: { a: 'zone_load_multi' }, answer: success({ zones: { has_more: false, count: 2, objs: [zone, partialZone] } }, { request: echo('zone_load_multi') }), result: [zone, partialZone] },
  { name: 'zones.get', input: { z }, form: { a: 'zone_load', z }, answer: success(changed), result: changed },
  { name: 'zones.check', input: { zones: [z, 'example.net'] }, form: { a: 'zone_check', zones: 'example.com,example.net' }, answer: success({ zones: { [z]: 70311, 'example.net': '0' } }), result: { zones: { [z]: 70311, 'example.net': 0 } } },
  { name: 'records.list', input: { z }, form: { a: 'rec_load_all', z }, answer: success({ recs: { has_more: false, count: 2, objs: [record, looseRecord] } }, { request: echo('rec_load_all', { z }) }), result: [record, { ...record, rec_tag: undefined, rec_hash: record.rec_tag, prio: '10' }] },
  { name: 'records.list', input: { z, o: 180 }, form: { a: 'rec_load_all', z, o: '180' }, answer: success({ recs: { has_more: false, count: 0, objs: null } }), result: [] },
  { name: 'records.create', input: { z, type: 'A', name: 'www', content: '192.0.2.1' }, form: { a: 'rec_new', z, type: 'A', name: 'www', content: '192.0.2.1' }, answer: success({ rec: { obj: record } }, { request: echo('rec_new', { z, ttl: '1' }) }), result: { rec: { obj: record } } },
  { name: 'records.create', input: { z, type: 'MX', name: '@', content: 'mail.example.com', prio: 10, ttl: 300 }, form: { a: 'rec_new', z, type: 'MX', name: '@', content: 'mail.example.com', prio: '10', ttl: '300' }, answer: success({ rec: { obj: { ...record, type: 'MX', prio: '10' } } }), result: { rec: { obj: { ...record, type: 'MX', prio: '10' } } } },
  { name: 'records.create', input: srv, form: { a: 'rec_new', ...texts(srv) }, answer: success({ rec: { obj: { ...record, type: 'SRV', prio: '10', content: '60 5061 sip.example.net' } } }), result: { rec: { obj: { ...record, type: 'SRV', prio: '10', content: '60 5061 sip.example.net' } } } },
  { name: 'records.edit', input: { z, id: '16606009', type: 'A', name: 'www', content: '192.0.2.1', ttl: 1, service_mode: 0 }, form: { a: 'rec_edit', z, id: '16606009', type: 'A', name: 'www', content: '192.0.2.1', ttl: '1', service_mode: '0' }, answer: success({ rec: { obj: looseRecord } }, { request: echo('rec_edit') }), result: { rec: { obj: { ...record, rec_tag: undefined, rec_hash: record.rec_tag, prio: '10' } } } },
  { name: 'records.remove', input: { z, id: '16606009' }, form: { a: 'rec_delete', z, id: '16606009' }, answer: success(undefined, { request: echo('rec_delete', { id: '16606009' }) }), result: {} },
  { name: 'records.proxy', input: { id: '16606009', rtag: record.rec_tag, service_mode: 1 }, form: { a: 'rec_proxy', id: '16606009', rtag: record.rec_tag, service_mode: '1' }, answer: success(), result: {} },
  { name: 'settings.get', input: { z }, form: { a: 'zone_settings', z }, answer: success({ result: { objs: [zoneSettings] } }, { request: echo('zone_settings', { z }) }), result: { result: { objs: [zoneSettings] } } },
  { name: 'settings.setSecurityLevel', input: { z, v: 'help' }, form: { a: 'sec_lvl', z, v: 'help' }, answer: success(changed), result: changed },
  { name: 'settings.setSecurityLevel', input: { z, v: 'eoff' }, form: { a: 'sec_lvl', z, v: 'eoff' }, answer: success(), result: {} },
  { name: 'settings.setCacheLevel', input: { z, v: 'agg' }, form: { a: 'cache_lvl', z, v: 'agg' }, answer: success(changed), result: changed },
  { name: 'settings.setDevelopmentMode', input: { z, v: 1 }, form: { a: 'devmode', z, v: '1' }, answer: success({ expires_on: 1336697110, ...changed }), result: { expires_on: 1336697110, ...changed } },
  { name: 'settings.setDevelopmentMode', input: { z, v: 0 }, form: { a: 'devmode', z, v: '0' }, answer: { result: 'success', msg: '' }, result: {} },
  { name: 'settings.setIpv6', input: { z, v: 3 }, form: { a: 'ipv46', z, v: '3' }, answer: success(changed), result: changed },
  { name: 'settings.setRocketLoader', input: { z, v: 'a' }, form: { a: 'async', z, v: 'a' }, answer: success(), result: {} },
  { name: 'settings.setMinify', input: { z, v: 6 }, form: { a: 'minify', z, v: '6' }, answer: success(), result: {} },
  { name: 'settings.setMirage', input: { z, v: 1 }, form: { a: 'mirage2', z, v: '1' }, answer: success(), result: {} },
  { name: 'cache.purge', input: { z, v: 1 }, form: { a: 'fpurge_ts', z, v: '1' }, answer: success({ fpurge_ts: 1336705243, ...changed }, { attributes: { cooldown: 20 } }), result: { fpurge_ts: 1336705243, ...changed } },
  { name: 'cache.purgeFile', input: { z, url: 'http://www.example.com/a.css?b=c&d' }, form: { a: 'zone_file_purge', z, url: 'http://www.example.com/a.css?b=c&d' }, answer: success({ vtxt_match: null, url: 'http://www.example.com/a.css?b=c&d' }), result: { vtxt_match: null, url: 'http://www.example.com/a.css?b=c&d' } },
  { name: 'access.allow', input: { key: '192.0.2.4' }, form: { a: 'wl', key: '192.0.2.4' }, answer: success({ result: { ip: '192.0.2.4', action: 'WL' } }), result: { result: { ip: '192.0.2.4', action: 'WL' } } },
  { name: 'access.ban', input: { key: '192.0.2.4' }, form: { a: 'ban', key: '192.0.2.4' }, answer: success({ result: { ip: '192.0.2.4', action: 'BAN' } }), result: { result: { ip: '192.0.2.4', action: 'BAN' } } },
  { name: 'access.forget', input: { key: '2001:db8::4' }, form: { a: 'nul', key: '2001:db8::4' }, answer: success({ result: { ip: '2001:db8::4', action: 'NUL' } }), result: { result: { ip: '2001:db8::4', action: 'NUL' } } },
  { name: 'traffic.statistics', input: { z, interval: 20 }, form: { a: 'stats', z, interval: '20' }, answer: success(statistics(statistics2012, { timeEnd: 1335643372000 })), result: statistics(statistics2012, { timeEnd: 1335643372000 }) },
  { name: 'traffic.statistics', input: { z, interval: 10 }, form: { a: 'stats', z, interval: '10' }, answer: success(statistics(statistics2010)), result: statistics(statistics2010) },
  { name: 'traffic.visitors', input: { z, hours: 48, class: 'r', geo: 1 }, form: { a: 'zone_ips', z, hours: '48', class: 'r', geo: '1' }, answer: success({ ips: [visitor] }), result: { ips: [visitor] } },
  { name: 'traffic.lookUp', input: { ip: '192.0.2.4' }, form: { a: 'ip_lkup', ip: '192.0.2.4' }, answer: success({ '192.0.2.4': 'BAD:7', '192.0.2.5': false }), result: { '192.0.2.4': 'BAD:7', '192.0.2.5': false } },
  { name: 'edition2010.lookUp', input: { ip: '192.0.2.4' }, form: { a: 'ip_lkup', ip: '192.0.2.4' }, answer: success({ '192.0.2.4': 'SE:1' }), result: { '192.0.2.4': 'SE:1' }, u: true },
  { name: 'edition2010.visitors', input: { zid: 1099, class: 't' }, form: { a: 'zone_ips', zid: '1099', class: 't' }, answer: success({ ips: [{ ip: '192.0.2.44', classification: 'threat', hits: '6' }] }), result: { ips: [{ ip: '192.0.2.44', classification: 'threat', hits: 6 }] } },
  { name: 'edition2010.screenshot', input: { zid: 1099 }, form: { a: 'zone_grab', zid: '1099' }, answer: success({ set: [{ time: 1303943984 }] }), result: { set: [{ time: 1303943984 }] } },
  { name: 'edition2010.createRecord', input: { zone: z, type: 'CNAME', name: 'www', content: 'example.net', service_mode: 1 }, form: { a: 'rec_set', zone: z, type: 'CNAME', name: 'www', content: 'example.net', service_mode: '1' }, answer: nested, result: {} },
  { name: 'edition2010.removeRecords', input: { zone: z, name: 'www.example.com' }, form: { a: 'rec_del', zone: z, name: 'www.example.com' }, answer: nested, result: {} },
  { name: 'edition2010.purgePreloader', input: { zone_name: z }, form: { a: 'pre_purge', zone_name: z }, answer: nested, result: {} },
  { name: 'edition2010.setIpv6', input: { z, v: 1 }, form: { a: 'ipv46', z, v: '1' }, answer: nested, result: {}, u: true },
  { name: 'edition2010.updateAddress', input: { ip: '192.0.2.1', hosts: ['home.example.com', 'www.example.com'] }, form: { a: 'DIUP', ip: '192.0.2.1', hosts: 'home.example.com,www.example.com' }, answer: nested, result: {}, u: true },
  { name: 'edition2010.updateAddressByText', input: { ip: '192.0.2.1', hosts: ['home.example.com'] }, form: { a: 'DIUP', ip: '192.0.2.1', hosts: 'home.example.com' }, ...text },
  { name: 'edition2010.allow', input: { key: '192.0.2.4' }, form: { a: 'wl', key: '192.0.2.4' }, ...text },
  { name: 'edition2010.ban', input: { key: '192.0.2.4' }, form: { a: 'ban', key: '192.0.2.4' }, ...text, answer: 'OK\n' },
  { name: 'edition2010.forget', input: { key: '192.0.2.4' }, form: { a: 'nul', key: '192.0.2.4' }, ...text },
  { name: 'edition2010.reportSpam', input: { evnt_v: spam }, form: { evnt_t: 'CF_USER_SPAM', evnt_v: JSON.stringify(spam) }, answer: '', result: {}, path: '/ajax/external-event.html', u: true },
  { name: 'edition2010.reportSpam', input: { evnt_v: spam }, form: { evnt_t: 'CF_USER_SPAM', evnt_v: JSON.stringify(spam) }, answer: success(), result: {}, path: '/ajax/external-event.html', u: true },
]
