/** A test that exercises something, and what must stand in it for that. */
interface Exercise {
  /** Its file, without `.test.ts`. */
  readonly file: string
  /** Its title; that of a describe block stands for all of its tests. */
  readonly title: string
  /** Code that must stand in it. */
  readonly uses: string
}

/** One thing that the documents of the two old APIs and of the published ranges say. */
export interface ChecklistLine {
  readonly id: string
  /** What it says, in short. */
  readonly says: string
  readonly exercises: readonly Exercise[]
  /** It is about the client alone; all else is exercised at the emulator and at a bridge. */
  readonly clientAlone?: true
}

const at = (file: string) => (title: string) => (uses: string): Exercise => ({ file, title, uses })

const client = at('client-api')
const lists = client('lists zones, loads one and gives the numbers of names')
const creates = client('creates a record of each type and gives it back as it was sent')
const changes = client('changes, proxies and deletes a record, and v4 shows the same')
const pages = client('gives records 180 at a time, in one order, and nothing beyond the end')
const settings = client('sets every setting, and reads it back')
const purges = client('purges a zone and a file, and not the zone again at once')
const addresses = client('keeps one rule an address: let through, kept out, forgotten')
const traffic = client('tells the traffic of every stretch of time')
const only2010 = client('serves what only the 2010 edition has')
const own = client('serves what API v4 has nothing for where it is kept, and says elsewhere that there is no counterpart')
const refuses = client('refuses who it does not know, zones that are not theirs, and inputs that are none')
const hourly = client('may be the 300 an hour of 2010 at %s: the 301st says E_MAXAPI at once, and so does the next')
const throttled = client('is kept by a client that is told it: of 301 calls one waits until the hour is over')

const hosts = at('host-api')
const users = hosts('makes a user, gives the same one again, and knows them by e-mail address and identifier')
const passwords = hosts('lets a user sign in by password and refuses a wrong one, or says that there is no sign-in by password')
const setsUp = hosts('sets a zone up by CNAME, in place of what was set up before')
const malformed = hosts('refuses every malformed set-up with its own number, before anything is made')
const deletes = hosts('deletes a zone, remembers that it did, and lists it as deleted')
const children = hosts('makes hosts of hosts, stops them and changes its own key, or says that they have no counterpart')
const oneState = hosts('shows one zone in one state through v4, the client API and itself')

const wild = at('wild-clients')
const heard = wild('are heard by query string on GET, on a POST without a body, in a form, and in a multipart form')
const scripts = wild('may have the answer as a script, but only for a function and nothing else')
const secrets = wild('never get their key back, in no answer and in no log')
const ranges = wild('get the published ranges as text, one on a line, without a key')

const answers = at('old-answers')
const wrapped = answers('come wrapped to a client that asks for it, and are unwrapped there')
const nested = answers('have the verdict inside the response too where 2010 had it so, and a client takes both for a success')
const reports = answers('to reports of spam say when there were more than 150 in an hour, where they are kept')
const words = answers('show every setting of API v4 in the words of its time')
const paid = answers('refuse a setting of paid plans to a free zone in words of API v4, and tell it as off')
const whole = answers('hold a whole zone and a whole record, each part as its time had it')
const anyOrder = answers('to a host do not depend on the order of what was sent, and have words for its customer on success too')

const numbers = at('host-errors')('$code is raised, with words about what it is about and with nothing else')
const told = at('host-errors')('%i has it as such, with what it is about and without a secret')
const allNumbers = [numbers('raise(stage, sent)'), told('fault?.code')]

const line = (id: string, says: string, ...exercises: readonly Exercise[]): ChecklistLine => ({ id, says, exercises })
const clientLine = (id: string, says: string, ...exercises: readonly Exercise[]): ChecklistLine => ({ id, says, exercises, clientAlone: true })

/** What there is to do, and the tests that do it over HTTP. */
export const oldApiChecklist: readonly ChecklistLine[] = [
  line('LEG10-01', 'one address, by POST or GET', heard('server.raw(`/api_json.html?${query(fields)}`)'), heard("method: 'POST'")),
  line('LEG10-02', 'a, tkn and the e-mail address as email or u', heard('...who'), own('edition2010.lookUp(')),
  line('LEG10-03', 'callback wraps the answer', scripts('callback:'), wrapped('callback:')),
  line('LEG10-04', '300 calls an hour; calls_left asks for the rest', hourly('requests: 300, seconds: 3600'), hourly("calls_left: '1'"), throttled('limits.edition2010')),
  line('LEG10-05', 'refusals with msg and err_code', refuses('E_UNAUTH'), refuses('E_INVLDINPUT'), addresses('E_INVLDIP'), hourly('E_MAXAPI')),
  line('LEG10-06', 'success with a response, without, and with the verdict inside', nested("a: 'rec_set'"), nested("not.toHaveProperty('response')")),
  clientLine('LEG10-07', 'names without quotes are clearly refused', answers('says clearly that an answer with names that are not quoted is none, without what it held')('toBeInstanceOf(DecodeError)')),
  line('LEG10-08', 'stats of 2010, a year and 12 hours among its stretches', traffic('[10, 20, 30, 40, 100, 110, 120]')),
  line('LEG10-09', 'sec_lvl', settings('setSecurityLevel(')),
  line('LEG10-10', 'cache_lvl', settings('setCacheLevel(')),
  line('LEG10-11', 'devmode', settings('setDevelopmentMode(')),
  line('LEG10-12', 'fpurge_ts', purges('legacy.cache.purge')),
  line('LEG10-13', 'zone_check', lists('zones.check(')),
  line('LEG10-14', 'zone_ips by number', own('edition2010.visitors(')),
  line('LEG10-15', 'zone_grab', own('edition2010.screenshot(')),
  line('LEG10-16', 'reports of spam, 150 an hour', own('edition2010.reportSpam('), reports('index < 150')),
  line('LEG10-17', 'wl in plain text', addresses('edition2010.allow(')),
  line('LEG10-18', 'ban in plain text', addresses('edition2010.ban(')),
  line('LEG10-19', 'rec_set', only2010('edition2010.createRecord(')),
  line('LEG10-20', 'rec_del', only2010('edition2010.removeRecords(')),
  line('LEG10-21', 'pre_purge', own('edition2010.purgePreloader(')),
  line('LEG10-22', 'DIUP', only2010('edition2010.updateAddress(')),
  line('LEG10-23', 'ip_lkup, the e-mail address as u', own('edition2010.lookUp(')),
  line('LEG10-24', 'ipv46 with 0 and 1', settings('edition2010.setIpv6('), settings('[1, 3]')),
  line('LEG12-01', 'the same address in 2012', heard('/api_json.html')),
  line('LEG12-02', 'request repeats what was sent, without the key', secrets('"tkn":"***"')),
  line('LEG12-03', 'refusals', refuses('E_UNAUTH'), refuses('E_INVLDINPUT'), hourly('E_MAXAPI')),
  line('LEG12-04', 'records in pages of 180', pages('toBe(180)')),
  clientLine('LEG12-05', 'numbers with quotes or without', answers('has numbers in the declared types, with quotes or without, and loses none of their digits')("'9007199254740993'")),
  line('LEG12-06', 'stats', traffic('traffic.statistics(')),
  line('LEG12-07', 'zone_load_multi', lists('zones.list(')),
  line('LEG12-08', 'rec_load_all', pages('records.list(')),
  line('LEG12-09', 'zone_check', lists('zones.check(')),
  line('LEG12-10', 'zone_ips', own('traffic.visitors(')),
  line('LEG12-11', 'ip_lkup', own('traffic.lookUp(')),
  line('LEG12-12', 'zone_settings', settings('settings.get(')),
  line('LEG12-13', 'sec_lvl', settings("'help', 'high', 'med', 'low', 'eoff'")),
  line('LEG12-14', 'cache_lvl', settings("'agg', 'iqs', 'basic'")),
  line('LEG12-15', 'devmode', settings('expires_on')),
  line('LEG12-16', 'fpurge_ts', purges('fpurge_ts')),
  line('LEG12-17', 'zone_file_purge', purges('cache.purgeFile(')),
  line('LEG12-18', 'wl', addresses('access.allow(')),
  line('LEG12-19', 'ban', addresses('access.ban(')),
  line('LEG12-20', 'nul', addresses('access.forget(')),
  line('LEG12-21', 'ipv46 with 0 and 3', settings('settings.setIpv6(')),
  line('LEG12-22', 'async', settings('setRocketLoader(')),
  line('LEG12-23', 'minify', settings('setMinify(')),
  line('LEG12-24', 'mirage2', settings('setMirage(')),
  line('LEG12-25', 'rec_new of every type', creates('records.create('), creates("type: 'SRV'"), creates("type: 'LOC'"), creates("type: 'SPF'")),
  line('LEG12-26', 'rec_edit', changes('records.edit(')),
  line('LEG12-27', 'rec_delete', changes('records.remove(')),
  line('LEG12-28', 'values of zone_settings', words('settings.get('), settings('dev_mode')),
  line('LEG12-29', 'settings of paid plans', paid('setMirage(')),
  line('LEG12-30', 'a zone in all its parts', whole('orig_ns_names')),
  line('LEG12-31', 'a record in all its parts', whole('ssl_expires_on')),
  line('LEG12-32', 'the same interface as API v4', { file: 'stores/legacy-client-store', title: '', uses: 'zoneStoreContract(' }),
  line('HOST-01', 'one address, form POST, host key and act', malformed("raw('/host-gw.html', { method: 'POST'"), malformed('toBe(100)')),
  line('HOST-02', 'any order, the act repeated', anyOrder('toReversed()'), anyOrder("request: { act: 'user_create' }")),
  line('HOST-03', 'result, and words for the end user on success too', anyOrder('messages?.[0]')),
  line('HOST-04', 'refusals with number and words', ...allNumbers),
  line('HOST-05', 'user_create of an account that exists is user_auth', users('(await cf.users.create(customer)).user_key'), passwords('users.authorize(')),
  line('HOST-06', 'zone_set replaces, and a name may have a target of its own', setsUp('const again'), setsUp('192.0.2.9')),
  line('HOST-07', 'the list of names and where to point them', setsUp('forward_tos')),
  line('HOST-08', 'user_create and zone_set are enough', oneState('setUp(server)')),
  line('HOST-09', 'no key and no password where it does not belong', secrets('demoHostKey'), secrets('secret password')),
  line('HOST-10', 'user_create', users('users.create(')),
  line('HOST-11', 'zone_set', setsUp('zones.set(')),
  line('HOST-12', 'user_lookup', users('users.get(')),
  line('HOST-13', 'user_auth', passwords('users.authorize(')),
  line('HOST-14', 'zone_lookup', setsUp('zones.get(')),
  line('HOST-15', 'zone_delete', deletes('zones.remove(')),
  line('HOST-16', 'host_child_new', children('hosts.createChild(')),
  line('HOST-17', 'host_key_regen', children('hosts.regenerateKey(')),
  line('HOST-18', 'host_child_stop', children('hosts.stopChild(')),
  line('HOST-19', 'zone_list', deletes("zones.list({ zone_status: 'D' })")),
  line('HOST-20', 'numbers 100 and 101', ...allNumbers),
  line('HOST-21', 'numbers 103 to 126', ...allNumbers),
  line('HOST-22', 'numbers 200 to 218', ...allNumbers),
  line('HOST-23', 'numbers 311 to 350', ...allNumbers),
  line('HOST-24', 'numbers 600 to 703', ...allNumbers),
  line('HOST-25', 'words of a refusal name what it is about', numbers('toContain(about)'), told('fault?.variables')),
  line('HOST-26', 'the same interface as API v4', { file: 'stores/host-gw-store', title: '', uses: 'zoneStoreContract(' }),
  line('IPS-01', 'the ranges of today, without credentials', ranges("call('GET', '/ips', undefined, {})"), ranges("'/ips-v4'")),
  line('IPS-02', 'the 13 ranges of IPv4 of 2012', ranges('204.93.240.1')),
  line('IPS-03', 'the 5 ranges of IPv6 of 2012', ranges('isInRanges(address, ranges2012)')),
  line('IPS-04', 'those are history, and the list of today wins', ranges("not.toHaveProperty('historic')")),
  line('IPS-05', 'whether an address is in ranges', ranges('isInRanges(address, today)')),
]
