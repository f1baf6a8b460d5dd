/**
 * The shapes of endpoints that a form-POST API has: a listing by offset, and an action whose error comes with HTTP 200.
 * @module
 */
import { type Endpoint, type Facts, type Listing, type Schema, defineEndpoint, defineListing, offset } from '@zonewright/core'
import { formPost, wrongCredentials } from '@zonewright/core/form-post'
import * as z from '@zonewright/core/schema'

/** A form-POST API of the kind of `api_json.html`. */
export const form = formPost({
  name: 'form',
  origin: 'https://www.cloudflare.com',
  path: '/api_json.html',
  actionField: 'a',
  secretFields(credentials) {
    if (credentials?.kind !== 'global-key' || credentials.email === undefined) throw wrongCredentials('api_json.html', "an e-mail address and the account's global key: globalKey(email, key)")
    return { email: credentials.email, tkn: credentials.secret.reveal() }
  },
  verdict(body) {
    const { result, msg, err_code: name, response } = body
    if (result !== 'error') return { result: response ?? null, faults: [] }
    return { result: null, faults: [{ code: 0, message: typeof msg === 'string' && msg !== '' ? msg : 'no message', ...(typeof name === 'string' ? { name } : {}) }], rateLimited: name === 'E_MAXAPI' }
  },
})

const endpoint = <I, O>(action: string, facts: Facts & { readonly input: Schema; readonly result: Schema }): Endpoint<I, O> => defineEndpoint<I, O>(form, action, facts)
const listing = <I, T>(action: string, facts: Facts & { readonly input: Schema; readonly item: Schema; readonly page: ReturnType<typeof offset> }): Listing<I, T> => defineListing<I, T>(form, action, facts)

const RecordsLoad = z.strictObject({
  /** Zone name. */
  z: z.string(),
  /** Items to skip. */
  o: z.optional(z.int().check(z.gte(0))),
})
export interface RecordsLoad extends z.input<typeof RecordsLoad> {}

const FormRecord = z.object({
  /** Identifier of the record, decimal digits. */
  rec_id: z.string(),
  /** Name of the record. */
  name: z.string(),
})
export interface FormRecord extends z.output<typeof FormRecord> {}

interface RecordPage {
  readonly recs: { readonly has_more: boolean; readonly objs: readonly unknown[] }
}

/**
 * List the records of a zone: pages by offset, read by POST.
 * @example for await (const record of cf.loadRecords({ z: 'example.com' })) console.log(record.name)
 */
export const loadRecords = listing<RecordsLoad, FormRecord>('rec_load_all', {
  input: RecordsLoad,
  item: FormRecord,
  safety: 'read',
  page: offset({ parameter: 'o', items: (result) => (result as RecordPage).recs.objs, hasMore: (result) => (result as RecordPage).recs.has_more }),
})

const RecordNew = z.strictObject({
  /** Zone name. */
  z: z.string(),
  /** Record type. */
  type: z.enum(['A', 'CNAME', 'TXT']),
  /** Name of the record. */
  name: z.string(),
  /** Value of the record. */
  content: z.string(),
})
export interface RecordNew extends z.input<typeof RecordNew> {}

const RecordMade = z.object({
  /** The new record. */
  rec: z.object({
    /** The record itself. */
    obj: FormRecord,
  }),
})
export interface RecordMade extends z.output<typeof RecordMade> {}

/**
 * Create a record: an error comes with HTTP 200.
 * @example await cf.newRecord({ z: 'example.com', type: 'A', name: 'www', content: '192.0.2.1' })
 */
export const newRecord = endpoint<RecordNew, RecordMade>('rec_new', { input: RecordNew, result: RecordMade })
