/**
 * Peers: the servers elsewhere that zones are transferred from or to.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { Id, hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const name = z.string().check(z.minLength(1))

const Peer = z.object({
  /** Identifier of the peer. Read-only. */
  id: z.string(),
  /** Name. */
  name,
  /** Address of the server: where transfers are asked for, or notifications go to. */
  ip: z.optional(z.string()),
  /** Port of the server. Default 53. */
  port: z.optional(z.number()),
  /** Whether changes alone are asked for, by IXFR; for incoming transfers. Default false. */
  ixfr_enable: z.optional(z.boolean()),
  /** Identifier of the TSIG key that signs transfers. */
  tsig_id: z.optional(z.string()),
})
export interface Peer extends z.output<typeof Peer> {}

const inAccount = {
  /** Identifier of the account. */
  account_id: hexIdentifier,
}

const onePeer = {
  ...inAccount,
  /** Identifier of the peer. */
  peer_id: hexIdentifier,
}

const PeerList = z.strictObject(inAccount)
export interface PeerList extends z.input<typeof PeerList> {}

/**
 * List the peers of an account; all at once.
 * @example const peers = await cf.secondaryDns.peers.list({ account_id })
 */
export const list = endpoint<PeerList, Peer[]>('GET /accounts/{account_id}/secondary_dns/peers', { input: PeerList, result: z.array(Peer), permission: '#account:read' })

const PeerCreate = z.strictObject({
  ...inAccount,
  /** Name. */
  name,
})
export interface PeerCreate extends z.input<typeof PeerCreate> {}

/**
 * Create a peer. The service takes its name alone; say the rest with `update`.
 * @example const { id } = await cf.secondaryDns.peers.create({ account_id, name: 'ns1.example.net' })
 */
export const create = endpoint<PeerCreate, Peer>('POST /accounts/{account_id}/secondary_dns/peers', { input: PeerCreate, result: Peer, permission: '#account:edit' })

const PeerGet = z.strictObject(onePeer)
export interface PeerGet extends z.input<typeof PeerGet> {}

/**
 * Read one peer.
 * @example const { ip, port } = await cf.secondaryDns.peers.get({ account_id, peer_id: id })
 */
export const get = endpoint<PeerGet, Peer>('GET /accounts/{account_id}/secondary_dns/peers/{peer_id}', { input: PeerGet, result: Peer, permission: '#account:read' })

const PeerUpdate = z.strictObject({
  ...onePeer,
  /** Name. */
  name,
  /** Address of the server, IPv4 or IPv6. */
  ip: z.optional(z.string()),
  /** Port of the server, 1 to 65535. Default 53. */
  port: z.optional(z.int().check(z.gte(1), z.lte(65_535))),
  /** Whether changes alone are asked for, by IXFR; for incoming transfers. Default false. */
  ixfr_enable: z.optional(z.boolean()),
  /** Identifier of the TSIG key that signs transfers. */
  tsig_id: z.optional(z.string()),
})
export interface PeerUpdate extends z.input<typeof PeerUpdate> {}

/**
 * Replace a peer: what is not said goes back to its default.
 * @example await cf.secondaryDns.peers.update({ account_id, peer_id: id, name: 'ns1.example.net', ip: '192.0.2.53', ixfr_enable: true })
 */
export const update = endpoint<PeerUpdate, Peer>('PUT /accounts/{account_id}/secondary_dns/peers/{peer_id}', { input: PeerUpdate, result: Peer, permission: '#account:edit' })

const PeerDelete = z.strictObject(onePeer)
export interface PeerDelete extends z.input<typeof PeerDelete> {}

/**
 * Delete a peer that no zone uses.
 * @example await cf.secondaryDns.peers.remove({ account_id, peer_id: id })
 */
export const remove = endpoint<PeerDelete, Id>('DELETE /accounts/{account_id}/secondary_dns/peers/{peer_id}', { input: PeerDelete, result: Id, permission: '#account:edit' })
