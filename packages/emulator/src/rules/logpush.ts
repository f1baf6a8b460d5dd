import { createHash } from 'node:crypto'

/** Logs that belong to a zone; all others belong to an account. */
const zoneDatasets = new Set(['dns_logs', 'firewall_events', 'http_requests', 'nel_reports', 'page_shield_events', 'spectrum_events', 'zaraz_events'])

const accountDatasets = new Set([
  'access_requests', 'audit_logs', 'audit_logs_v2', 'biso_user_actions', 'casb_findings', 'device_posture_results', 'dex_application_tests', 'dex_device_state_events', 'dlp_forensic_copies',
  'dns_firewall_logs', 'email_security_alerts', 'gateway_dns', 'gateway_http', 'gateway_network', 'ipsec_logs', 'magic_ids_detections', 'network_analytics_logs', 'sinkhole_http_logs', 'ssh_logs',
  'warp_config_changes', 'warp_toggle_changes', 'workers_trace_events', 'zero_trust_network_sessions',
])

/** True when a zone, or an account, has these logs. */
export const hasDataset = (level: 'zone' | 'account', dataset: string): boolean => (level === 'zone' ? zoneDatasets : accountDatasets).has(dataset)

/** The kind of a destination, such as `s3`; undefined when it is none. */
export const destinationKind = (destination: string): string | undefined => /^([a-z][a-z0-9]*):\/\/\S+$/.exec(destination)?.[1]

/** Buckets that others own need a proof; what takes requests, and R2 with its keys, does not. */
export const needsProof = (kind: string): boolean => kind === 's3' || kind === 'gs' || kind === 'azure' || kind === 'sumo'

/** The place in a destination that a proof is for: without the keys and the variable part of its path. */
const placeOf = (destination: string): string => destination.replace(/[?{].*$/s, '').replace(/\/+$/, '')

/**
 * What the file of a challenge would say. The emulator writes no files to others' storage: the same text stands in the name of the file,
 * where a test can read it.
 */
export const proofOf = (scope: string, destination: string): string => createHash('sha256').update(`logpush\0${scope}\0${placeOf(destination)}`).digest('hex').slice(0, 32)

/** The name of a challenge's file. */
export const challengeFile = (proof: string): string => `ownership-challenge-${proof}.txt`
