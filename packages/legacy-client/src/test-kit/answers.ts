/** Answers in the forms that the two editions and recordings of later years show, with names and figures of our own. */

/** A zone as 2012 has it. */
export const zone = {
  zone_id: '70311', user_id: '5120', zone_name: 'example.com', display_name: 'example.com', zone_status: 'V', zone_mode: '1', host_id: null, zone_type: 'F', host_pubname: null, host_website: null,
  vtxt: null, fqdns: ['ada.ns.cloudflare.com', 'rex.ns.cloudflare.com'], step: '4', zone_status_class: 'status-active', zone_status_desc: 'Active (<a href="#">more</a>)', ns_vanity_map: [],
  orig_registrar: 'A REGISTRAR', orig_dnshost: null, orig_ns_names: '{NS1.EXAMPLE.NET,NS2.EXAMPLE.NET}',
  props: { dns_cname: 0, dns_partner: 0, dns_anon_partner: 0, pro: 0, expired_pro: 0, pro_sub: 0, ssl: 0, expired_ssl: 0, expired_rs_pro: 0, reseller_pro: 0, force_interal: 0, ssl_needed: 0, alexa_rank: 0 },
  confirm_code: { zone_deactivate: '0a6c1f00000000000000000000000001', zone_dev_mode1: 'b81e2200000000000000000000000002' },
  allow: ['analytics', 'threat_control', 'cf_apps', 'dns_editor', 'cf_settings', 'page_rules', 'zone_deactivate', 'zone_dev_mode1'],
}

/** A partial zone of a hosting partner, as 2015 has it. */
export const partialZone = { ...zone, zone_id: '70340', zone_name: 'example.net', display_name: 'example.net', zone_mode: '0', host_id: '415', zone_type: 'P', host_pubname: 'A Host', host_website: 'https://host.example', fqdns: null, orig_registrar: null, orig_ns_names: null, props: { ...zone.props, dns_partner: 1, plan: 'FREE_ZONE', plan_sub: null, reseller_plans: [], has_vanity: 0 }, confirm_code: null, allow: null }

/** An A record as 2012 has it. */
export const record = {
  rec_id: '16606009', rec_tag: '7f8e77bac02ba65d34e20c4b994a202c', zone_name: 'example.com', name: 'www.example.com', display_name: 'www', type: 'A', prio: null, content: '192.0.2.1', display_content: '192.0.2.1',
  ttl: '1', ttl_ceil: 86400, ssl_id: '12805', ssl_status: 'V', ssl_expires_on: null, auto_ttl: 1, service_mode: '0',
  props: { proxiable: 1, cloud_on: 0, cf_open: 1, ssl: 1, expired_ssl: 0, expiring_ssl: 0, pending_ssl: 0, vanity_lock: 0 },
}

/** The same with numbers where texts stood, and the second identifier under its later name. */
export const looseRecord = { ...record, rec_id: 16606009, rec_tag: undefined, rec_hash: record.rec_tag, ttl: 1, service_mode: 0, prio: 10, ttl_ceil: '86400', auto_ttl: '1' }

/** Statistics as 2010 has them. */
export const statistics2010 = {
  cachedServerTime: 1290561854000, cachedExpryTime: 1290605054000,
  trafficBreakdown: { pageviews: { regular: 195, threat: 1, crawler: 20 }, uniques: { regular: 17, threat: 1, crawler: 10 } },
  bandwidthServed: { cloudflare: 1497.6806640625, user: 1037.56640625 }, requestsServed: { cloudflare: 715, user: 400 },
  pageLoadTime: { without: 0.47, cloudflare: 0.31 }, totalUserTimeSaved: null, currentServerTime: 1290561855000, interval: 20, userSecuritySetting: 'High', dev_mode: 0,
}

/** Statistics as 2012 has them. */
export const statistics2012 = { ...statistics2010, totalUserTimeSaved: undefined, pageLoadTime: null, pro_zone: false, zoneCDate: 1307574643000, userSecuritySetting: 'Medium', ipv46: 5, ob: 0, cache_lvl: 'agg' }

/** All settings of a zone: five as they are, the rest texts. */
export const zoneSettings = {
  userSecuritySetting: 'Medium', dev_mode: 1345768790, ipv46: 3, ob: 1, cache_lvl: 'agg', outboundLinks: 'disabled', async: '0', bic: '1', chl_ttl: '900', exp_ttl: '7200', fpurge_ts: '1345757991', hotlink: '1', img: '171',
  lazy: '1', minify: '0', outlink: '0', preload: '0', s404: '1', sec_lvl: 'med', spdy: '1', ssl: '1', waf_profile: 'high', email_filter: '1', sse: '1', geoloc: '0', secureheader_settings: '{"max_age":0}', dnssec: '',
}

/** What the 2012 edition repeats of a request, the key among it. */
export const echo = (a: string, more: object = {}) => ({ act: a, a, email: 'user@example.com', tkn: '8afbe6dea02407989af4dd4c97bb6e25', ...more })

/** A success with a response, or without one. */
export const success = (response?: unknown, more: object = {}) => ({ ...(response === undefined ? {} : { response }), result: 'success', msg: null, ...more })

/** A success as some actions of 2010 have it: inside the response. */
export const nested = { response: { result: 'success', msg: null } }
