import type { ErrorRow } from '../errors.ts'

/** Refusals of email routing. */
export const emailRoutingErrors = {
  email_invalid: { code: 2004, message: "Invalid value for email routing property '{field}': {detail}", status: 400, source: 'inferred' },
  email_rule_not_found: { code: 2005, message: 'Rule not found', status: 404, source: 'inferred' },
  email_rule_twin: { code: 2014, message: 'There is a rule for {address} already', status: 409, source: 'inferred' },
  email_address_not_found: { code: 2006, message: 'Destination address not found', status: 404, source: 'inferred' },
  email_address_twin: { code: 2015, message: 'The destination address exists already', status: 409, source: 'inferred' },
  email_not_verified: { code: 2007, message: 'The destination address {address} is not verified', status: 400, source: 'inferred' },
} as const satisfies Readonly<Record<string, ErrorRow>>
