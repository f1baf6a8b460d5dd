import type { ErrorRow } from '../errors.ts'

/** Refusals of certificates and custom host names. */
export const certificateErrors = {
  certificate_input: { code: 1004, message: "Invalid value for '{field}': {detail}", status: 400, source: 'inferred' },
  certificate_invalid: { code: 1201, message: 'The certificate is not a valid PEM certificate', status: 400, source: 'inferred' },
  certificate_expired: { code: 1202, message: 'The certificate has expired', status: 400, source: 'inferred' },
  certificate_key_pair: { code: 2200, message: 'The certificate and private key pair you uploaded is invalid', status: 400, source: 'docs' },
  certificate_twin: { code: 1228, message: 'You already have a certificate of this signature type', status: 400, source: 'docs' },
  certificate_plan: { code: 1206, message: 'Custom certificates are only available for the Business and Enterprise plans', status: 403, source: 'inferred' },
  custom_certificate_not_found: { code: 1207, message: 'Custom certificate not found', status: 404, source: 'inferred' },
  keyless_not_found: { code: 1209, message: 'Keyless certificate not found', status: 404, source: 'inferred' },
  origin_ca_key_unknown: { code: 10_000, message: 'Authentication error', status: 400, source: 'issue' },
  certificate_request_invalid: { code: 1010, message: 'Failed to validate the certificate signing request: {detail}', status: 400, source: 'inferred' },
  origin_certificate_hostname: { code: 1016, message: "Host name '{name}' is in no zone of the user", status: 400, source: 'inferred' },
  origin_certificate_not_found: { code: 1101, message: 'Failed to read certificate from Database', status: 404, source: 'inferred' },
  client_certificate_not_found: { code: 1480, message: 'Client certificate not found', status: 404, source: 'inferred' },
  client_certificate_state: { code: 1481, message: 'A client certificate that is {status} cannot be {verb}', status: 400, source: 'inferred' },
  certificate_pack_not_found: { code: 1401, message: 'Certificate pack not found', status: 404, source: 'inferred' },
  certificate_pack_universal: { code: 1402, message: 'The universal certificate pack cannot be deleted', status: 400, source: 'inferred' },
  certificate_pack_hosts: { code: 1403, message: "Host name '{name}' cannot be in a certificate pack of {zone}", status: 400, source: 'inferred' },
  certificate_pack_apex: { code: 1404, message: 'A certificate pack must be for {zone} itself too', status: 400, source: 'inferred' },
  certificate_pack_settled: { code: 1405, message: 'The certificate pack is validated already', status: 400, source: 'inferred' },
  custom_hostname_taken: { code: 1406, message: 'Duplicate custom hostname found.', status: 409, source: 'inferred' },
  custom_hostname_own: { code: 1412, message: 'A custom hostname cannot be in the zone itself', status: 400, source: 'inferred' },
  custom_hostname_not_found: { code: 1436, message: 'The custom hostname was not found.', status: 404, source: 'inferred' },
  fallback_origin_not_found: { code: 1551, message: 'Resource not found.', status: 404, source: 'inferred' },
  fallback_origin_record: { code: 1550, message: 'The fallback origin must be a proxied record of the zone', status: 400, source: 'inferred' },
} as const satisfies Readonly<Record<string, ErrorRow>>
