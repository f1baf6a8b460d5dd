import { newRayId, uuid7 } from './ids.ts'

/** Whether answers carry the budget headers: as seen from outside (always full), as counted, or not at all. */
export type RatelimitHeader = 'observed' | 'accurate' | 'off'

/** What every answer of the API carries; never a brace, which some programs take for the start of the JSON. */
export const responseHeaders = (contentType: string, { now, path, ratelimit }: { readonly now: number; readonly path: string; readonly ratelimit: RatelimitHeader }): Record<string, string> => ({
  'content-type': contentType,
  'cf-ray': newRayId(),
  'cf-cache-status': 'DYNAMIC',
  'cf-auditlog-id': uuid7(now),
  'api-version': new Date(now).toISOString().slice(0, 10),
  server: 'cloudflare',
  vary: 'Accept-Encoding',
  ...(ratelimit === 'off' ? {} : { ratelimit: '"default";r=1199;t=1', 'ratelimit-policy': '"default";q=1200;w=300' }),
  ...(path.includes('/dns_records') ? {} : zoneHeaders),
})

/** Added by all products but DNS. */
const zoneHeaders = {
  'cache-control': 'no-store, no-cache, must-revalidate, post-check=0, pre-check=0',
  expires: 'Sun, 25 Jan 1981 05:00:00 GMT',
  pragma: 'no-cache',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
} as const
