/**
 * The addresses that Cloudflare's servers call from.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'

const IpsGet = z.strictObject({
  /** `jdcloud` to have the ranges of the network in China too. */
  networks: z.optional(z.string()),
})
export interface IpsGet extends z.input<typeof IpsGet> {}

const Ips = z.object({
  /** IPv4 ranges in CIDR form. */
  ipv4_cidrs: z.array(z.string()),
  /** IPv6 ranges in CIDR form. */
  ipv6_cidrs: z.array(z.string()),
  /** Ranges of the network in China, when asked for. */
  jdcloud_cidrs: z.optional(z.array(z.string())),
  /** Digest of the lists; it changes with them. */
  etag: z.optional(z.string()),
})
export interface Ips extends z.output<typeof Ips> {}

/**
 * List the published address ranges. Needs no credentials.
 * @example const { ipv4_cidrs } = await cf.ips.list({})
 */
export const list = endpoint<IpsGet, Ips>('GET /ips', { input: IpsGet, result: Ips })
