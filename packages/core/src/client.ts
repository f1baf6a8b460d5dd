import { checkedBaseUrl } from './address.ts'
import type { Bytes } from './bytes.ts'
import type { Reply } from './call.ts'
import type { Ask, Caller } from './caller.ts'
import type { Credentials } from './credentials.ts'
import type { AnyEndpoint, Download, Endpoint, Listing, Schema } from './endpoint.ts'
import { checkedHeaders } from './headers.ts'
import { checkLimits } from './limits.ts'
import { Pages, type PagesOptions } from './pages.ts'
import type { Extensions, Plugin, PluginParts } from './plugin.ts'
import type { LogSink } from './plugins/log.ts'
import type { RetryOptions } from './plugins/retry.ts'
import type { ThrottleOptions } from './plugins/throttle.ts'
import { loadProtocol } from './protocol.ts'
import { closePlugins, closedClient, setUpPlugins } from './set-up.ts'
import { snapshot } from './snapshot.ts'
import { type Transport, undiciTransport } from './transport.ts'

/** Settings of a client; everything has a default. */
export interface ClientOptions<P extends readonly Plugin[] = readonly Plugin[]> {
  /** Who is asking: `token(...)`, `globalKey(...)`, `originCaKey(...)`, `perMethod(...)`. */
  readonly credentials?: Credentials
  /** Origin and path prefix instead of the protocol's own, such as `http://127.0.0.1:8787/client/v4`. TLS only, except on loopback. */
  readonly baseUrl?: string
  /** Plugins in order, the first outermost; they stand outside the built-in retry and throttle. */
  readonly plugins?: P
  /** Settings of the built-in retry, or `false` for none. */
  readonly retry?: RetryOptions | false
  /** Settings of the built-in rate limiter, or `false` for none. */
  readonly throttle?: ThrottleOptions | false
  /** Receives one structured, redacted entry for each request and answer. */
  readonly log?: LogSink
  /** Whether results are checked by their schemas: not at all, with a warning to `log`, or with a DecodeError. Default `off`. */
  readonly validate?: 'off' | 'warn' | 'throw'
  /** Most time for one try, in milliseconds, up to 2,147,483,647. Default 60,000. */
  readonly timeoutMs?: number
  /** Most silence in the middle of a body, in milliseconds. Default 15,000. */
  readonly stallMs?: number
  /** Most bytes of an answer that is read whole. Default 134,217,728. */
  readonly maxResponseBytes?: number
  /** Headers for every request, lower-case names. */
  readonly headers?: Readonly<Record<string, string>>
  /** What carries the bytes. Default: undici's pool, loaded by the first request. */
  readonly transport?: Transport
}

/** Settings of one call. */
export interface CallOptions {
  /** Ends the call, also while it waits for a retry or for the rate limit. */
  readonly signal?: AbortSignal
  /** Most time for one try, in milliseconds. */
  readonly timeoutMs?: number
  /** Other credentials for this call alone. */
  readonly credentials?: Credentials
  /** More headers, lower-case names. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A module with the client put into each of its declarations; docs and go-to-definition lead to the declaration. */
export type Bound<M> = {
  readonly [K in keyof M as M[K] extends AnyEndpoint ? K : M[K] extends Schema | ((...input: never) => unknown) | readonly unknown[] ? never : M[K] extends object ? K : never]: M[K] extends Endpoint<infer I, infer O>
    ? (input: I, options?: CallOptions) => Promise<O>
    : M[K] extends Listing<infer I, infer T>
      ? (input: I, options?: CallOptions & PagesOptions) => Pages<T>
      : M[K] extends Download<infer I>
        ? (input: I, options?: CallOptions) => Promise<Bytes>
        : M[K] extends object
          ? Bound<M[K]>
          : never
}

const isDeclaration = (value: unknown): value is AnyEndpoint => typeof value === 'object' && value !== null && 'route' in value && 'protocol' in value

/** A module or a plain object of declarations; schemas, protocols made of classes, lists and maps are none. */
const isTree = (value: unknown): value is object => {
  if (typeof value !== 'object' || value === null || '_zod' in value) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

/** Calls endpoints. It holds the only state there is: connections and what plugins keep. What runs the calls is loaded by the first one. */
export class Client {
  readonly #options: ClientOptions
  readonly #transport: Transport
  readonly #parts: readonly PluginParts[]
  #caller: Caller | undefined
  readonly #loading = new Map<AnyEndpoint['protocol'], Promise<Caller>>()
  #closing: Promise<void> | undefined
  #closed = false

  /** Use {@link createClient}. */
  constructor(options: ClientOptions) {
    checkLimits('createClient', options)
    this.#options = {
      ...options,
      ...(options.baseUrl === undefined ? {} : { baseUrl: checkedBaseUrl(options.baseUrl) }),
      ...(options.headers === undefined ? {} : { headers: checkedHeaders('createClient', options.headers) }),
    }
    this.#transport = options.transport ?? undiciTransport()
    const { parts, extensions } = setUpPlugins(this, this.#options)
    this.#parts = parts
    // Property by property, so that what a plugin gives as a getter stays one.
    Object.defineProperties(this, Object.getOwnPropertyDescriptors(extensions))
  }

  /**
   * Calls an endpoint and gives its result.
   * @throws InputError when the input is refused before sending, TransportError when no answer came,
   * DecodeError when the answer can't be read, ApiError when the service said no; the signal's reason when aborted.
   * @example const zone = await client.call(zones.get, { zone_id: '023e105f4ecef8ad9ca31a8372d0c353' })
   */
  async call<I, O>(endpoint: Endpoint<I, O>, input: I, options?: CallOptions): Promise<O> {
    return (await this.exchange(endpoint, input, options)).result
  }

  /**
   * Like {@link Client.call}, with what the answer says beside the result: status, headers, ray id, messages.
   * @throws as {@link Client.call}.
   * @example const { result, rayId } = await client.exchange(zones.get, { zone_id })
   */
  async exchange<I, O>(endpoint: Endpoint<I, O>, input: I, options?: CallOptions): Promise<Reply<O>> {
    return (await this.#ask({ endpoint, input, options }, (caller, ask) => caller.exchange(ask))) as Reply<O>
  }

  /**
   * The items of a listing, asked for page by page as they are read. The input is the one of this moment; what is wrong with
   * it is said when the listing is read first.
   * @throws nothing by itself: see {@link Pages.pages}.
   * @example for await (const record of client.list(records.list, { zone_id })) console.log(record.name)
   */
  list<I, T>(listing: Listing<I, T>, input: I, options?: CallOptions & PagesOptions): Pages<T> {
    const walk = this.#ask({ endpoint: listing, input, options }, (caller, ask) => caller.walk<T>(ask))
    // Told to whoever reads; nobody has to.
    walk.catch(() => undefined)
    return new Pages(() => walk)
  }

  /**
   * Starts a download and gives its bytes as they arrive.
   * @throws as {@link Client.call}; while reading, TransportError when the body stalls or breaks.
   * @example const text = await (await client.download(records.exportZone, { zone_id })).text()
   */
  async download<I>(download: Download<I>, input: I, options?: CallOptions): Promise<Bytes> {
    return this.#ask({ endpoint: download, input, options }, (caller, ask) => caller.download(ask))
  }

  /**
   * Puts the client into a module of declarations, or into a tree of them.
   * @example const dns = client.bind(records); await dns.create({ zone_id, type: 'A', name: 'www', content: '192.0.2.1' })
   */
  bind<M extends object>(module: M): Bound<M> {
    const bound: Record<string, unknown> = {}
    for (const [name, member] of Object.entries(module)) {
      if (isDeclaration(member)) bound[name] = this.#bound(member)
      else if (isTree(member)) bound[name] = this.bind(member)
    }
    return bound as Bound<M>
  }

  /**
   * Ends the plugins and the transport; tries under way end first. Calls after it, and calls that wait for their next try or
   * for the rate limit, are refused with an InputError.
   */
  async close(): Promise<void> {
    this.#closing ??= this.#close()
    await this.#closing
  }

  async #close(): Promise<void> {
    // What was asked before still goes out.
    await Promise.allSettled(this.#loading.values())
    this.#closed = true
    await closePlugins(this.#caller?.parts ?? this.#parts, this.#transport)
  }

  #bound(declaration: AnyEndpoint): (input: never, options?: CallOptions) => unknown {
    if (declaration.kind === 'list') return (input, options) => this.list(declaration, input, options)
    if (declaration.kind === 'stream') return (input, options) => this.download(declaration, input, options)
    return (input, options) => this.call(declaration, input, options)
  }

  /** Hands over what is asked: at once when what runs calls is there, else as it was at this moment. */
  async #ask<A extends Ask, R>(ask: A, act: (caller: Caller, ask: A) => R | Promise<R>): Promise<R> {
    const { protocol, route } = ask.endpoint
    if (this.#closing !== undefined) throw closedClient(route)
    if (this.#caller?.speaks(protocol) === true) return act(this.#caller, ask)
    const kept = { ...ask, input: snapshot(ask.input), options: snapshot(ask.options) }
    const loading = this.#loading.get(protocol) ?? this.#load(protocol)
    this.#loading.set(protocol, loading)
    return act(await loading, kept)
  }

  async #load(protocol: AnyEndpoint['protocol']): Promise<Caller> {
    try {
      const [{ Caller: Loaded }, loaded] = await Promise.all([import('./caller.ts'), loadProtocol(protocol)])
      this.#caller ??= new Loaded({ client: this, options: this.#options, parts: this.#parts, transport: this.#transport, isClosed: () => this.#closed })
      this.#caller.learn(protocol, loaded)
      return this.#caller
    } finally {
      // What failed to load is asked for again by the next call.
      this.#loading.delete(protocol)
    }
  }
}

/**
 * Makes a client. Nothing is connected, and neither undici nor what runs calls is loaded before the first call.
 * @throws InputError when the base URL is not `https:` (or `http:` on loopback), a header can't be sent, a limit is outside its own, or two plugins have one name.
 * @example const client = createClient({ credentials: token(process.env.CLOUDFLARE_API_TOKEN ?? '') })
 */
export const createClient = <const P extends readonly Plugin[]>(options: ClientOptions<P> = {}): Client & Extensions<P> => new Client(options) as Client & Extensions<P>
