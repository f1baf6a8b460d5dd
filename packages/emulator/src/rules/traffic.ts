/**
 * Traffic that was never there: numbers that follow from the zone's identifier and the time alone, so that every view of
 * them agrees, whenever it is taken. They are made by hour and data centre; all else is sums of these.
 */

/** Numbers by name, nested. */
export interface Numbers {
  readonly [name: string]: number | Numbers
}

/** Milliseconds of the smallest part. */
export const unitMs = 3600 * 1000

/** Data centres that get traffic. */
export const dataCentres = ['AMS', 'LAX', 'SIN', 'GRU'] as const

const mix = (a: number, b: number): number => {
  let value = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** Parts of a whole by share; the first one gets what is left, so that they add up. */
const split = (whole: number, shares: Readonly<Record<string, number>>): Record<string, number> => {
  const [first = '', ...others] = Object.keys(shares)
  const parts: Record<string, number> = { [first]: whole }
  for (const name of others) {
    const part = Math.floor(whole * (shares[name] ?? 0))
    parts[name] = part
    parts[first] = (parts[first] ?? 0) - part
  }
  return parts
}

const countries: Readonly<Record<(typeof dataCentres)[number], Readonly<Record<string, number>>>> = {
  AMS: { NL: 0.5, DE: 0.3, GB: 0.2 },
  LAX: { US: 0.8, MX: 0.15, CA: 0.05 },
  SIN: { SG: 0.4, IN: 0.35, CN: 0.25 },
  GRU: { BR: 0.85, AR: 0.15 },
}
const contentTypes = { html: 0.3, css: 0.1, javascript: 0.2, jpeg: 0.25, gif: 0.15 }
const statuses = { '200': 0.87, '301': 0.05, '400': 0.02, '404': 0.05, '500': 0.01 }
const threatTypes = { 'user.ban.ip': 0.4, 'hot.ban.unknown': 0.3, 'macro.chl.captchaErr': 0.2, 'macro.chl.jschlErr': 0.1 }
const searchEngines = { googlebot: 0.6, bingbot: 0.3, baidubot: 0.1 }

const seedOf = (zoneId: string): number => Number.parseInt(zoneId.slice(0, 8), 16) >>> 0

/** One unit at one data centre. */
const unitAt = (zoneId: string, unit: number, place: number): Numbers => {
  const seed = mix(seedOf(zoneId), place + 1)
  const chance = mix(seed, unit) / 0xffffffff
  // Busy in the evening of each place, quiet in its night.
  const wave = 0.6 + 0.4 * Math.sin(((unit % 24) / 24) * 2 * Math.PI + place * 1.6)
  const requests = Math.floor((160 + (seed % 640)) * wave * (0.8 + 0.4 * chance))
  const cached = Math.floor(requests * (0.5 + 0.3 * chance))
  const size = 4000 + Math.floor(12_000 * chance)
  const bytes = requests * size
  const threats = Math.floor(requests * 0.02 * chance)
  const encrypted = Math.floor(requests * 0.9)
  const shares = countries[dataCentres[place] ?? 'AMS']
  return {
    requests: { all: requests, cached, uncached: requests - cached, content_type: split(requests, contentTypes), country: split(requests, shares), ssl: { encrypted, unencrypted: requests - encrypted }, http_status: split(requests, statuses) },
    bandwidth: { all: bytes, cached: cached * size, uncached: bytes - cached * size, content_type: split(bytes, contentTypes), country: split(bytes, shares), ssl: { encrypted: encrypted * size, unencrypted: bytes - encrypted * size } },
    threats: { all: threats, country: split(threats, shares), type: split(threats, threatTypes) },
    pageviews: { all: Math.floor(requests * 0.3), search_engines: split(Math.floor(requests * 0.03), searchEngines) },
    uniques: { all: Math.ceil(requests * 0.25) },
  }
}

const add = (sum: Record<string, unknown>, part: Numbers): void => {
  // A year has 35,000 units: this loop is the whole cost of a long time.
  for (const name in part) {
    const value = part[name] ?? 0
    if (typeof value === 'number') sum[name] = Number(sum[name] ?? 0) + value
    else {
      const inner = (sum[name] ?? {}) as Record<string, unknown>
      add(inner, value)
      sum[name] = inner
    }
  }
}

/** The number at a path; 0 when there is none. */
export const numberAt = (numbers: Numbers, ...path: readonly string[]): number => {
  let at: number | Numbers | undefined = numbers
  for (const name of path) at = typeof at === 'object' ? at[name] : undefined
  return typeof at === 'number' ? at : 0
}

/** The numbers by name at a path; none when there are none. */
export const groupAt = (numbers: Numbers, ...path: readonly string[]): Numbers => {
  let at: number | Numbers | undefined = numbers
  for (const name of path) at = typeof at === 'object' ? at[name] : undefined
  return typeof at === 'object' ? at : {}
}

/**
 * What went through a zone from one time to another, in milliseconds since 1970, of all data centres or of one. A unit
 * counts when it starts in that time. A zone that is not active has no traffic, only the zeros.
 */
export const trafficOf = (zone: { readonly id: string; readonly status: string }, since: number, until: number, place?: (typeof dataCentres)[number]): Numbers => {
  const sum: Record<string, unknown> = {}
  add(sum, { requests: { all: 0, cached: 0, uncached: 0, content_type: {}, country: {}, ssl: { encrypted: 0, unencrypted: 0 }, http_status: {} }, bandwidth: { all: 0, cached: 0, uncached: 0, content_type: {}, country: {}, ssl: { encrypted: 0, unencrypted: 0 } }, threats: { all: 0, country: {}, type: {} }, pageviews: { all: 0, search_engines: {} }, uniques: { all: 0 } })
  if (zone.status !== 'active') return sum as Numbers
  let visitors = 0
  let most = 0
  for (let unit = Math.ceil(since / unitMs); unit * unitMs < until; unit++) {
    let here = 0
    for (const [index, name] of dataCentres.entries()) {
      if (place !== undefined && name !== place) continue
      const part = unitAt(zone.id, unit, index)
      here += numberAt(part, 'uniques', 'all')
      add(sum, part)
    }
    visitors += here
    most = Math.max(most, here)
  }
  // Visitors come back: of those beyond the busiest unit, half were seen before.
  sum['uniques'] = { all: most + Math.floor((visitors - most) / 2) }
  return sum as Numbers
}
