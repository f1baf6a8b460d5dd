import { builders } from './builders.ts'
import { Bytes } from './bytes.ts'
import type { Call, Reply } from './call.ts'
import { check } from './check.ts'
import type { CallOptions } from './client.ts'
import { useBuilders } from './deferred.ts'
import type { AnyEndpoint, Endpoint, Listing, Schema } from './endpoint.ts'
import { DecodeError, InputError } from './errors.ts'
import { checkedHeaders } from './headers.ts'
import { checkLimits } from './limits.ts'
import type { Page, PagesOptions } from './pages.ts'
import { type Pipeline, type PipelineDetails, createPipeline } from './pipeline.ts'
import type { Protocol } from './protocol.ts'
import { pathProblem } from './path-problem.ts'
import { redactText } from './redact.ts'
import { secretsIn } from './secrets-in.ts'
import { Walk } from './walk.ts'

/** What is asked of a client: an endpoint, its input as it was given, and the settings of this call. */
export interface Ask<E extends AnyEndpoint = AnyEndpoint> {
  readonly endpoint: E
  readonly input: unknown
  readonly options: (CallOptions & PagesOptions) | undefined
}

/** A result, or an item of one, to be compared with what is declared. */
interface Validation {
  readonly call: Call
  readonly schema: Schema
  readonly value: unknown
  readonly reply: Reply
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** Runs the calls of a client. It is loaded by the first one, with all that calls alone need: zod, built-in plugins, redirects. */
export class Caller {
  readonly #settings: PipelineDetails['options']
  readonly #protocols = new Map<AnyEndpoint['protocol'], Protocol>()
  readonly #run: Pipeline['run']
  /** What all plugins of the client brought, also the built-in ones. */
  readonly parts: Pipeline['parts']

  constructor(details: Omit<PipelineDetails, 'protocols'>) {
    useBuilders(builders)
    this.#settings = details.options
    const { parts, run } = createPipeline({ ...details, protocols: this.#protocols })
    this.parts = parts
    this.#run = run
  }

  /** Whether calls of this protocol can be run at once. */
  speaks(protocol: AnyEndpoint['protocol']): boolean {
    return 'encode' in protocol || this.#protocols.has(protocol)
  }

  learn(protocol: AnyEndpoint['protocol'], loaded: Protocol): void {
    this.#protocols.set(protocol, loaded)
  }

  async exchange(ask: Ask<Endpoint>): Promise<Reply> {
    const { endpoint } = ask
    const call = this.#callOf(ask)
    const reply = await this.#run(call)
    this.#validate({ call, schema: endpoint.result, value: reply.result, reply })
    return reply
  }

  async download(ask: Ask): Promise<Bytes> {
    const reply = await this.#run(this.#callOf(ask))
    return new Bytes(reply.result as AsyncIterable<Uint8Array>)
  }

  walk<T>(ask: Ask<Listing>): Walk<T> {
    const first = this.#callOf(ask)
    const { endpoint: listing, options } = ask
    const { page: strategy } = listing
    const fetch = async (pageInput: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<Page<T>> => {
      const reply = await this.#run({ ...first, input: pageInput, ...(signal === undefined ? {} : { signal }) })
      const items = strategy.items?.(reply.result) ?? reply.result
      if (items !== null && !Array.isArray(items)) throw new DecodeError({ route: listing.route, status: reply.status, rayId: reply.rayId, message: 'expected a list of items in the answer' })
      for (const item of (items ?? []) as readonly T[]) this.#validate({ call: first, schema: listing.item, value: item, reply })
      return { items: (items ?? []) as readonly T[], info: strategy.info?.(reply.result) ?? reply.info ?? {}, status: reply.status }
    }
    return new Walk({ route: listing.route, strategy, input: first.input, fetch, prefetch: options?.prefetch, signal: options?.signal })
  }

  #callOf({ endpoint, input, options }: Ask): Call {
    // A schema drops a member of this name without a word.
    if (Object.hasOwn(Object(input) as object, '__proto__')) throw new InputError({ route: endpoint.route, issues: [{ path: ['__proto__'], message: 'no parameter can have this name; leave it out' }] })
    const checked = check(endpoint.input, input, { secrets: endpoint.secrets })
    if ('issues' in checked) throw new InputError({ route: endpoint.route, issues: checked.issues })
    const value = checked.value as Readonly<Record<string, unknown>>
    for (const name of endpoint.target.parameters) {
      const problem = pathProblem(value[name], endpoint.slashes?.includes(name))
      if (problem !== undefined) throw new InputError({ route: endpoint.route, issues: [{ path: [name], message: problem }] })
    }
    const settings = this.#settings
    if (options?.timeoutMs !== undefined) checkLimits(endpoint.route, { timeoutMs: options.timeoutMs })
    const call: Writable<Call> = {
      endpoint,
      input: value,
      baseUrl: settings.baseUrl ?? endpoint.protocol.origin,
      attempt: 1,
      timeoutMs: options?.timeoutMs ?? settings.timeoutMs ?? 60_000,
    }
    const credentials = options?.credentials ?? settings.credentials
    if (credentials !== undefined) call.credentials = credentials
    if (settings.headers !== undefined) call.headers = settings.headers
    if (options?.headers !== undefined) call.headers = { ...settings.headers, ...checkedHeaders(endpoint.route, options.headers) }
    if (options?.signal !== undefined) call.signal = options.signal
    return call
  }

  #validate({ call, schema, value, reply }: Validation): void {
    const mode = this.#settings.validate ?? 'off'
    if (mode === 'off') return
    const { endpoint } = call
    // What the service echoes of the credentials must not get into an error or the log.
    const secrets = secretsIn(call)
    const checked = check(schema, value, { secrets: endpoint.secrets, values: secrets })
    if (!('issues' in checked)) return
    const text = redactText(checked.issues.map((issue) => `${issue.path.map(String).join('.')} ${issue.message}`).join('; '), secrets)
    if (mode === 'throw') throw new DecodeError({ route: endpoint.route, status: reply.status, rayId: reply.rayId, message: `the result does not have the declared shape: ${text}` })
    this.#settings.log?.({ event: 'unexpected-result', route: endpoint.route, message: text })
  }
}
