import type { ErrorRow } from '../errors.ts'

/** Refusals of tunnels. */
export const tunnelErrors = {
  tunnel_not_found: { code: 1003, message: 'Tunnel not found', status: 404, source: 'inferred' },
  tunnel_invalid: { code: 1002, message: "Invalid value for tunnel property '{field}': {detail}", status: 400, source: 'inferred' },
  tunnel_twin: { code: 1013, message: 'You already have a tunnel with this name. Delete the existing tunnel, or choose a different name for your new tunnel', status: 409, source: 'issue' },
  tunnel_deleted: { code: 1004, message: 'The tunnel was deleted', status: 400, source: 'inferred' },
  tunnel_ingress: { code: 1056, message: 'Bad Configuration: {detail}', status: 400, source: 'inferred' },
  tunnel_local: { code: 1055, message: 'The configuration of this tunnel is kept beside its servers', status: 400, source: 'inferred' },
} as const satisfies Readonly<Record<string, ErrorRow>>
