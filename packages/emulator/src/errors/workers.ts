import type { ErrorRow } from '../errors.ts'

/** Refusals of Workers and of the registrar. */
export const workerErrors = {
  worker_not_found: { code: 10007, message: 'This Worker does not exist on your account.', status: 404, source: 'client' },
  worker_name: { code: 10016, message: "Invalid Worker name '{name}': it must start and end with a lower-case letter or digit, hold only those, '-' and '_', and have at most 63 characters.", status: 400, source: 'inferred' },
  worker_syntax: { code: 10021, message: 'Uncaught SyntaxError: {detail}', status: 400, source: 'docs' },
  worker_module: { code: 10021, message: 'No such module "{name}".', status: 400, source: 'docs' },
  worker_no_handlers: { code: 10068, message: 'No event handlers were registered. This script does nothing.', status: 400, source: 'docs' },
  worker_metadata: { code: 10023, message: 'The metadata of the upload is invalid: {detail}', status: 400, source: 'inferred' },
  worker_setting: { code: 10023, message: "Invalid value for Worker setting '{setting}'", status: 400, source: 'inferred' },
  worker_binding: { code: 10056, message: "Binding '{name}' not found.", status: 404, source: 'docs' },
  worker_secret: { code: 10053, message: 'A secret needs a name, the type secret_text and a text of at most 5120 bytes.', status: 400, source: 'inferred' },
  worker_cron: { code: 10100, message: "invalid cron string: '{cron}'", status: 400, source: 'inferred' },
  worker_version: { code: 10130, message: "There is no version '{version}' of this Worker, or the shares are not 100 percent together.", status: 400, source: 'inferred' },
  worker_route_not_found: { code: 10008, message: 'Route not found', status: 404, source: 'inferred' },
  worker_route_script: { code: 10019, message: 'Cannot configure a route for a Worker which does not exist. Please ensure this Worker exists and try again.', status: 400, source: 'recorded' },
  worker_route_taken: { code: 10020, message: 'A route with the same pattern already exists.', status: 409, source: 'client' },
  worker_route_pattern: { code: 10022, message: "Invalid route pattern '{pattern}': its host must be in the zone {zone}.", status: 400, source: 'inferred' },
  worker_domain_not_found: { code: 100114, message: 'Domain not found', status: 404, source: 'inferred' },
  worker_domain: { code: 100116, message: "Invalid value for domain property '{property}'", status: 400, source: 'inferred' },
  registrar_not_found: { code: 10014, message: "Domain '{name}' is not registered in this account", status: 404, source: 'inferred' },
  registrar_value: { code: 10015, message: "Invalid value for domain property '{property}'", status: 400, source: 'inferred' },
} as const satisfies Readonly<Record<string, ErrorRow>>
