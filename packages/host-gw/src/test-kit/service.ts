import { TransportError, type WireRequest, createClient, hostKey } from '@zonewright/core'
import { type MemoryReply, type MemoryTransport, memoryTransport } from '@zonewright/core/memory'
import { hostErrorMessage, type HostErrorCode } from '../errors.ts'
import { parseSubdomains } from '../subdomains.ts'

/** The keys that the service knows. */
export const keys = { host: '8afbe6dea02407989af4dd4c97bb6e25', user: '5e1c0d77a9b84f2296d3c8f01b7a4e6d' }

type Form = Readonly<Record<string, string>>

/** A hosting provider API in memory: one customer with zones that are set up by CNAME. */
export class HostService {
  /** Origins by name, by zone. */
  readonly zones = new Map<string, Record<string, string>>([['example.com', { 'base.example.com': 'base.example.net' }]])
  readonly transport: MemoryTransport
  /** Called before each request is carried out; what it gives is answered instead. */
  before: ((form: Form) => MemoryReply | undefined) | undefined
  /** Called after each request; throws what the connection should throw. */
  after: ((form: Form) => void) | undefined

  constructor() {
    this.transport = memoryTransport((request) => this.#answer(request))
  }

  /** A client of the service without repeats and waits, which would hide what happens. */
  client() {
    return createClient({ credentials: hostKey(keys.host), transport: this.transport, validate: 'throw', retry: false, throttle: false })
  }

  /** The answer of the next write is lost after it was carried out. */
  loseNextAnswer(): void {
    this.after = ({ act = '' }) => {
      if (act !== 'zone_set') return
      this.after = undefined
      throw new TransportError({ route: act, phase: 'sent', message: 'the connection was reset' })
    }
  }

  /** The next write is refused before it is carried out. */
  refuseNextCall(code: HostErrorCode = 601): void {
    this.before = ({ act }) => {
      if (act !== 'zone_set') return undefined
      this.before = undefined
      return { body: this.#refuse(code) }
    }
  }

  #refuse(code: HostErrorCode): object {
    return { request: { act: '' }, result: 'error', msg: hostErrorMessage(code), err_code: code }
  }

  #answer(request: WireRequest): MemoryReply {
    const form = Object.fromEntries(new URLSearchParams(String(request.body)))
    const early = this.before?.(form)
    if (early !== undefined) return early
    const body = form['host_key'] === keys.host ? this.#carryOut(form) : this.#refuse(100)
    this.after?.(form)
    return { headers: { 'cf-ray': `ray${this.transport.requests.length}` }, body }
  }

  #carryOut(form: Form): object {
    const { act, zone_name: name = '' } = form
    const success = (response: unknown): object => ({ request: { act, zone_name: name }, response, result: 'success', msg: null })
    if (act === 'zone_list') return this.#list(form, success)
    if (form['user_key'] !== keys.user) return this.#refuse(125)
    const held = this.zones.get(name)
    if (act === 'zone_lookup') return success({ zone_name: name, zone_exists: held !== undefined, zone_hosted: held !== undefined, hosted_cnames: held ?? null, forward_tos: held === undefined ? null : this.#places(held) })
    if (act !== 'zone_set') return this.#refuse(101)
    if (form['subdomains'] === undefined || form['subdomains'] === '') return this.#refuse(204)
    const made = Object.fromEntries(parseSubdomains(form['subdomains']).map(({ host, origin }) => [host === name || host.endsWith(`.${name}`) ? host : `${host}.${name}`, origin ?? form['resolve_to'] ?? '']))
    this.zones.set(name, made)
    return success({ zone_name: name, resolving_to: form['resolve_to'], hosted_cnames: made, forward_tos: this.#places(made) })
  }

  #places(held: Form): Form {
    return Object.fromEntries(Object.keys(held).map((name) => [name, `${name}.cdn.cloudflare.net`]))
  }

  #list({ limit = '100', offset = '0', zone_name: wanted }: Form, success: (response: unknown) => object): object {
    const rows = [...this.zones.keys()].map((name, index) => ({ zone_id: 70_311 + index, zone_name: name, user_email: name.startsWith('other') ? 'other@example.com' : 'User@example.com', zone_status: 'V', sub_id: null, sub_label: null, sub_status: null, sub_activated_on: null, sub_expired_on: null }))
    return success(rows.filter((row) => wanted === undefined || row.zone_name === wanted).slice(Number(offset), Number(offset) + Number(limit)))
  }
}
