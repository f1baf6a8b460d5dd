import type { ErrorRow } from '../errors.ts'

/** Refusals of secondary DNS and of DNS analytics. */
export const transferErrors = {
  transfer_invalid: { code: 1004, message: "Invalid value for secondary DNS property '{field}': {detail}", status: 400, source: 'inferred' },
  transfer_peer_not_found: { code: 1101, message: 'Peer not found', status: 404, source: 'inferred' },
  transfer_tsig_not_found: { code: 1102, message: 'TSIG not found', status: 404, source: 'inferred' },
  transfer_acl_not_found: { code: 1103, message: 'ACL not found', status: 404, source: 'inferred' },
  transfer_referenced: { code: 1104, message: 'The {what} is in use', status: 400, source: 'inferred' },
  transfer_missing: { code: 1105, message: 'The zone has no {direction} zone transfers', status: 404, source: 'inferred' },
  transfer_exists: { code: 1106, message: 'The zone has {direction} zone transfers already', status: 400, source: 'inferred' },
  transfer_zone_type: { code: 1107, message: 'Zones of the type {type} have no {direction} zone transfers', status: 400, source: 'inferred' },
  query_report: { code: 1010, message: "Invalid value for '{field}': {detail}", status: 400, source: 'inferred' },
} as const satisfies Readonly<Record<string, ErrorRow>>
