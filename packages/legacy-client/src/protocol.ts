/**
 * The protocol of the client API: form POSTs to `/api_json.html`, an action in `a`, e-mail and key in the form, errors
 * with HTTP 200; beside it the 2010 edition's plain-text twin and its address for events.
 * @module
 */
import { type Credentials, type Endpoint, type Facts, type Listing, type Protocol, type Schema, type ThrottleOptions, defineEndpoint, defineListing, offset } from '@zonewright/core'
import { type FormPostOptions, fit, formPost, wrongCredentials } from '@zonewright/core/form-post'
import { readEither, readJson, readWord } from './protocol/read.ts'
import { eventVerdict, jsonVerdict, wordVerdict } from './protocol/verdict.ts'

/** The service stopped answering on this day; since then it says 410 Gone. */
const sunset = '2016-11-09'

const origin = 'https://www.cloudflare.com'

/** The e-mail address goes by two names; each edition's actions list one of them. */
const secretFields =
  (emailField: 'email' | 'u'): FormPostOptions['secretFields'] =>
  (credentials: Credentials | undefined) => {
    if (credentials?.kind !== 'global-key' || credentials.email === undefined) throw wrongCredentials('client API', "an e-mail address and the account's global key: globalKey(email, key)")
    return { [emailField]: credentials.email, tkn: credentials.secret.reveal() }
  }

const json = { origin, path: '/api_json.html', actionField: 'a', read: readJson, verdict: jsonVerdict }

/** Actions of `/api_json.html`, the e-mail address in `email`. */
export const clientJson: Protocol = Object.freeze(formPost({ ...json, name: 'legacy-client', secretFields: secretFields('email') }))

/** The same for actions of 2010 that list the e-mail address as `u`. */
export const clientJson2010: Protocol = Object.freeze(formPost({ ...json, name: 'legacy-client-2010', secretFields: secretFields('u') }))

/** Actions of `/api.html`, which answers `OK` or an error code as plain text. */
export const clientText: Protocol = Object.freeze(formPost({ ...json, name: 'legacy-client-text', path: '/api.html', secretFields: secretFields('u'), read: readWord, verdict: wordVerdict }))

/** Events of `/ajax/external-event.html`; the kind of event stands where other addresses have the action. */
export const clientEvents: Protocol = Object.freeze(formPost({ ...json, name: 'legacy-client-events', path: '/ajax/external-event.html', actionField: 'evnt_t', secretFields: secretFields('u'), read: readEither, verdict: eventVerdict }))

/**
 * What the service allows one account, as settings of a client's throttle: 1,200 calls in 5 minutes in later years, 300 an
 * hour in 2010, 150 spam reports an hour. Without a setting a client keeps to the later figure.
 * @example createClient({ credentials: globalKey('user@example.com', '8afbe6dea02407989af4dd4c97bb6e25'), throttle: limits.edition2010 })
 */
export const limits = {
  later: { requests: 1200, windowMs: 300_000 },
  edition2010: { requests: 300, windowMs: 3_600_000 },
  spamReports: { requests: 150, windowMs: 3_600_000 },
} as const satisfies Readonly<Record<string, ThrottleOptions>>

/**
 * Declares an action of the client API; `clientJson` is its protocol unless another is given.
 * @example export const check = endpoint<ZoneCheck, CheckedZones>('zone_check', { input: ZoneCheck, result: CheckedZones, safety: 'read' })
 */
export const endpoint = <I, O>(action: string, facts: Facts & { readonly input: Schema; readonly result: Schema }, protocol: Protocol = clientJson): Endpoint<I, O> =>
  defineEndpoint<I, O>(protocol, action, { sunset, ...facts })

/** Where an answer has its list: `{ zones: { has_more, count, objs } }`. */
type Lists = Readonly<Record<string, { readonly has_more?: unknown; readonly objs?: unknown } | null | undefined>>

/**
 * Declares a listing of the client API: `o` is the number of items to leave out, and `has_more` tells whether to go on.
 * `list` names the member of the answer that holds the page. Reading is its safety.
 * @example export const list = listing<RecordList, LegacyRecord>('rec_load_all', 'recs', { input: RecordList, item: LegacyRecord })
 */
export const listing = <I, T>(action: string, list: string, facts: Facts & { readonly input: Schema; readonly item: Schema }): Listing<I, T> =>
  defineListing<I, T>(clientJson, action, {
    sunset,
    safety: 'read',
    ...facts,
    page: offset({
      parameter: 'o',
      // A zone without records may have null here, or nothing.
      items: (result) => (((result as Lists)[list]?.objs ?? []) as unknown[]).map((item) => fit(facts.item, item)),
      hasMore: (result) => [true, 'true', 1, '1'].includes((result as Lists)[list]?.has_more as string),
    }),
  })
