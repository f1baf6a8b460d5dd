import type { Call, Reply } from './call.ts'
import type { Client } from './client.ts'
import type { Send } from './transport.ts'

/** Goes on to the next plugin, and from the last one to the wire. */
export type Next = (call: Call) => Promise<Reply>

/** What a plugin brings. */
export interface PluginParts<Api extends object = object> {
  /** The door of meaning: sees the endpoint, the checked input, the decoded result or error. */
  around?(call: Call, next: Next): Promise<Reply>
  /** The door of bytes: sees URL, headers with secrets, and bodies. */
  intercept?(send: Send): Send
  /** Added to the client. */
  readonly extend?: Api
  /** Called by `client.close()`. */
  close?(): Promise<void>
}

/**
 * A part of the pipeline. Options go to the factory that makes it; state is made in `setup`, once for each client.
 * Plugins run in array order, the first outermost.
 */
export interface Plugin<Api extends object = object> {
  /** Must be unique in one client. */
  readonly name: string
  /** Makes the plugin's state. The client can be kept for later; it takes calls when all plugins are set up. */
  setup(client: Client): PluginParts<Api>
}

type UnionToIntersection<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void ? I : never

/** What the plugins of a list add to the client, together. */
export type Extensions<P extends readonly Plugin[]> = [P[number]] extends [never] ? unknown : UnionToIntersection<P[number] extends infer One ? (One extends Plugin<infer Api> ? Api : never) : never>
