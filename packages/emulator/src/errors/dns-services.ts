import type { ErrorRow } from '../errors.ts'

/** Refusals of DNSSEC, DNS settings, DNS Firewall and Railgun. */
export const dnsServiceErrors = {
  dnssec_invalid: { code: 1004, message: "Invalid value for DNSSEC property '{field}': {detail}", status: 400, source: 'inferred' },
  dnssec_active: { code: 1206, message: 'DNSSEC must be disabled before its keys can be deleted', status: 400, source: 'inferred' },
  dns_settings_invalid: { code: 1004, message: "Invalid value for DNS setting '{field}': {detail}", status: 400, source: 'inferred' },
  dns_settings_plan: { code: 1015, message: "DNS setting '{field}' is only available for the Enterprise plan", status: 403, source: 'inferred' },
  dns_firewall_invalid: { code: 11_002, message: "Invalid value for DNS Firewall property '{field}': {detail}", status: 400, source: 'inferred' },
  dns_firewall_not_found: { code: 11_001, message: 'DNS Firewall cluster not found', status: 404, source: 'inferred' },
  railgun_invalid: { code: 1002, message: "Invalid value for Railgun property '{field}': {detail}", status: 400, source: 'inferred' },
  railgun_not_found: { code: 1001, message: 'Invalid Railgun identifier', status: 404, source: 'inferred' },
  railgun_not_connected: { code: 1003, message: 'The zone is not connected to this Railgun', status: 400, source: 'inferred' },
  railgun_disabled: { code: 1004, message: 'This Railgun is disabled', status: 400, source: 'inferred' },
} as const satisfies Readonly<Record<string, ErrorRow>>
