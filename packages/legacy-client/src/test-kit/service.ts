import { type WireRequest, createClient, globalKey, TransportError } from '@zonewright/core'
import { type MemoryReply, type MemoryTransport, memoryTransport } from '@zonewright/core/memory'
import type { LegacyRecord } from '../records/record.ts'
import { record as sample, zone as sampleZone } from './answers.ts'

/** The key that the service knows. */
export const key = '8afbe6dea02407989af4dd4c97bb6e25'

type Form = Readonly<Record<string, string>>

const refuse = (msg: string, code?: string, more: object = {}): object => ({ result: 'error', msg, ...(code === undefined ? {} : { err_code: code }), ...more })
const done = (response?: object): object => ({ ...(response === undefined ? {} : { response }), result: 'success', msg: null })

/** A client API in memory: the records of `example.com`, pages of 180, and the words of the real one. */
export class LegacyService {
  readonly records: LegacyRecord[] = []
  readonly transport: MemoryTransport
  /** Called before each request is carried out; what it gives is answered instead. */
  before: ((form: Form) => MemoryReply | undefined) | undefined
  /** Called after each request; throws what the connection should throw. */
  after: ((form: Form) => void) | undefined
  #lastId = 16_606_000

  constructor() {
    this.transport = memoryTransport((request) => this.#answer(request))
  }

  /** A client of the service without repeats and waits, which would hide what happens. */
  client(options: Parameters<typeof createClient>[0] = {}) {
    return createClient({ credentials: globalKey('user@example.com', key), transport: this.transport, validate: 'throw', retry: false, throttle: false, ...options })
  }

  add(fields: Form): LegacyRecord {
    const made = this.#made(fields, String(++this.#lastId))
    this.records.push(made)
    return made
  }

  /** The answer of the next write is lost after it was carried out. */
  loseNextAnswer(): void {
    this.after = ({ a = '' }) => {
      if (!/^rec_(?:new|edit|delete)$/.test(a)) return
      this.after = undefined
      throw new TransportError({ route: a, phase: 'sent', message: 'the connection was reset' })
    }
  }

  /** The next write is refused by the rate limit. */
  refuseNextCall(): void {
    this.before = ({ a = '' }) => {
      if (!/^rec_(?:new|edit|delete)$/.test(a)) return undefined
      this.before = undefined
      return { body: refuse('Too many calls.', 'E_MAXAPI') }
    }
  }

  #answer(request: WireRequest): MemoryReply {
    const form = Object.fromEntries(new URLSearchParams(String(request.body)))
    const early = this.before?.(form)
    if (early !== undefined) return early
    const body = form['tkn'] === key ? this.#carryOut(form) : refuse('Invalid token or email', 'E_UNAUTH')
    this.after?.(form)
    return { headers: { 'cf-ray': `ray${this.transport.requests.length}` }, body }
  }

  #carryOut(form: Form): object {
    if (form['a'] === 'zone_load_multi') return done({ zones: { has_more: false, count: 1, objs: [sampleZone, { ...sampleZone, zone_id: '70312', zone_name: 'example.com.invalid' }] } })
    if (form['z'] !== 'example.com') return refuse('Invalid zone.')
    const index = this.records.findIndex(({ rec_id: id }) => id === form['id'])
    switch (form['a']) {
      case 'rec_load_all': {
        const start = Number(form['o'] ?? 0)
        const objs = this.records.slice(start, start + 180)
        return done({ recs: { has_more: start + 180 < this.records.length, count: objs.length, objs } })
      }
      case 'rec_new': {
        const made = this.#made(form, '')
        const clash = this.records.some(({ name, type, content }) => name === made.name && (type === 'CNAME' || made.type === 'CNAME' || (type === made.type && content === made.content)))
        return clash ? refuse('The name is taken.', 'E_INVLDINPUT') : done({ rec: { obj: this.add(form) } })
      }
      case 'rec_edit': {
        const before = this.records[index]
        if (before === undefined) return refuse('Invalid record id.')
        const after = this.#made({ service_mode: before.service_mode ?? '0', ...form }, before.rec_id)
        this.records[index] = after
        return done({ rec: { obj: after } })
      }
      case 'rec_delete':
        if (index < 0) return refuse('Invalid record id.')
        this.records.splice(index, 1)
        return done()
      default:
        return refuse('Invalid act.')
    }
  }

  #made(form: Form, id: string): LegacyRecord {
    const { type = 'A', ttl = '1', prio = null, service_mode: mode = '0' } = form
    const name = (type === 'SRV' ? `${form['service']}.${form['protocol']}.${form['srvname']}` : (form['name'] ?? '')).toLowerCase()
    const content = type === 'SRV' ? `${form['weight']} ${form['port']} ${form['target']}` : (form['content'] ?? '')
    return { ...sample, rec_id: id, type, name, display_name: name, content, display_content: content, ttl, auto_ttl: ttl === '1' ? 1 : 0, prio, service_mode: mode, props: { ...sample.props, cloud_on: Number(mode), cf_open: 1 - Number(mode) } }
  }
}
