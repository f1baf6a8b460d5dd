import * as z from '@zonewright/core/schema'
import { bundleMethod, pem } from '../certificates.ts'
import { hexIdentifier } from '../common.ts'
import { endpoint } from '../protocol.ts'

const Analyze = z.strictObject({
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Certificate, and those between it and its root, as PEM. */
  certificate: pem,
  /** How to put the chain together. Default `ubiquitous`. */
  bundle_method: z.optional(bundleMethod),
})
export interface Analyze extends z.input<typeof Analyze> {}

const Analysis = z.object({
  /** Host names that the certificate is for. */
  hosts: z.array(z.string()),
  /** Name of the signature's algorithm. */
  signature_algorithm: z.string(),
  /** When the certificate ends, RFC 3339. */
  expires_on: z.string(),
})
export interface Analysis extends z.output<typeof Analysis> {}

/**
 * Read the host names, the signature and the end of a certificate without uploading it.
 * @example const { hosts, expires_on } = await cf.ssl.analyze({ zone_id, certificate: await readFile('example.com.pem', 'utf8') })
 */
export const analyze = endpoint<Analyze, Analysis>('POST /zones/{zone_id}/ssl/analyze', { input: Analyze, result: Analysis, permission: '#ssl:read', safety: 'read' })
