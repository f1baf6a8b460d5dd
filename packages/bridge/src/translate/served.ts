/** What tells whether a zone is served. */
interface Zoned {
  readonly status: string
  readonly type: string
}

/**
 * Whether a zone is served, and `zone_status` is `V` in both old APIs: a CNAME set-up at once, a full zone once its name servers
 * are those of Cloudflare.
 * @example isServed({ status: 'pending', type: 'partial' }) // true
 */
export const isServed = ({ status, type }: Zoned): boolean => status === 'active' || type === 'partial'
