import type { ErrorRow } from '../errors.ts'

/** Refusals of load balancing, health checks, pages of one's own, and analytics. */
export const trafficErrors = {
  balancing_not_found: { code: 1001, message: '{what} not found: object not found', status: 404, source: 'inferred' },
  balancing_invalid: { code: 1002, message: '{detail}: validation failed', status: 400, source: 'issue' },
  balancing_twin: { code: 1003, message: 'value not unique', status: 400, source: 'issue' },
  balancing_referenced: { code: 1005, message: 'This object is referenced by other objects, delete them first.', status: 412, source: 'issue' },
  healthcheck_not_found: { code: 1001, message: 'health check not found: object not found', status: 404, source: 'inferred' },
  healthcheck_invalid: { code: 1002, message: 'health check {field} {detail}: validation failed', status: 400, source: 'inferred' },
  healthcheck_twin: { code: 1003, message: 'health check name not unique: value not unique', status: 400, source: 'inferred' },
  custom_page_not_found: { code: 1000, message: 'Unknown custom page identifier', status: 404, source: 'inferred' },
  custom_page_invalid: { code: 1200, message: "Invalid value for custom page property '{field}': {detail}", status: 400, source: 'inferred' },
  analytics_period: { code: 1010, message: 'Invalid {field}: {detail}', status: 400, source: 'inferred' },
  analytics_plan: { code: 1011, message: 'Analytics by data centre are only available for the Enterprise plan', status: 403, source: 'inferred' },
} as const satisfies Readonly<Record<string, ErrorRow>>
