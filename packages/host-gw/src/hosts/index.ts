/**
 * The host itself and the hosts below it.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint, hostGatewayNewKey } from '../protocol.ts'

const ChildCreate = z.strictObject({
  /** Name of the child, for you. */
  host_name: z.string().check(z.minLength(1)),
  /** Name of the child, for everyone. */
  pub_name: z.string().check(z.minLength(1)),
  /** Short word that stands in names made for the child, such as `core`. */
  prefix: z.string().check(z.regex(/^[A-Za-z0-9-]+$/)),
  /** Address of the child's site. */
  website: z.string().check(z.regex(/^https?:\/\/./)),
  /** E-mail address of the child. */
  email: z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/)),
})
export interface ChildCreate extends z.input<typeof ChildCreate> {}

const CreatedChild = z.object({
  /** Name of the child, for you. */
  host_name: z.optional(z.string()),
  /** Identifier of the child, for `hosts.stopChild`. */
  child_id: z.optional(z.number()),
  /** Key of the child; a secret. */
  host_key: z.optional(z.string()),
})
export interface CreatedChild extends z.output<typeof CreatedChild> {}

/**
 * Create a host below this one; only some hosts may. What exactly it answers is written down nowhere: all of it is given.
 * @example const { child_id } = await cf.hosts.createChild({ host_name: 'Sub Hosting', pub_name: 'A Host', prefix: 'core', website: 'https://host.example', email: 'host@example.com' })
 */
export const createChild = endpoint<ChildCreate, CreatedChild>('host_child_new', { input: ChildCreate, result: CreatedChild })

const ChildStop = z.strictObject({
  /** Identifier of the child. */
  child_id: z.int().check(z.gte(1)),
})
export interface ChildStop extends z.input<typeof ChildStop> {}

const StoppedChild = z.object({
  /** Identifier of the child. */
  child_id: z.optional(z.number()),
  /** Whether it is stopped. */
  stopped: z.optional(z.boolean()),
})
export interface StoppedChild extends z.output<typeof StoppedChild> {}

/**
 * Stop a host below this one: its key is good for nothing from then on. What exactly it answers is written down nowhere.
 * @example await cf.hosts.stopChild({ child_id: 118 })
 */
export const stopChild = endpoint<ChildStop, StoppedChild>('host_child_stop', { input: ChildStop, result: StoppedChild, safety: 'idempotent' })

const KeyRegenerate = z.strictObject({})
export interface KeyRegenerate extends z.input<typeof KeyRegenerate> {}

const NewKey = z.object({
  /** The new key, 32 characters; a secret. */
  host_key: z.string(),
})
export interface NewKey extends z.output<typeof NewKey> {}

/**
 * Make a new host key. The old one is good for nothing from then on, this client's too: make a new client. A lost answer loses
 * the new key, and only the service can help.
 * @example const next = createClient({ credentials: hostKey((await cf.hosts.regenerateKey({})).host_key) })
 */
export const regenerateKey = endpoint<KeyRegenerate, NewKey>('host_key_regen', { input: KeyRegenerate, result: NewKey }, hostGatewayNewKey)
