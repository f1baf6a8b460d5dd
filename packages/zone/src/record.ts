/** One resource record, wire-exact and comparable by `===` field by field (RFC 1035 section 3.2). */
export interface ResourceRecord {
  /** Absolute owner name in canonical presentation form: lower case, final dot, `\DDD` and `\.` escapes only where needed. */
  readonly name: string
  /** Time to live in seconds, 0 to 2147483647 (RFC 2181 section 8); what reads zone files keeps up to 4294967295. Cloudflare writes 1 for "automatic". */
  readonly ttl: number
  /** Type mnemonic in upper case, or `TYPEn` for a type without a row in the table (RFC 3597). */
  readonly type: string
  /** Class; always `IN` unless a zone file says otherwise. */
  readonly class: string
  /** Rdata in canonical presentation form: absolute names, single spaces, one text form for one wire form. */
  readonly rdata: string
  /** What Cloudflare keeps beside the record; absent fields are "not stated". */
  readonly attributes?: RecordAttributes
}

/** The attributes that Cloudflare keeps beside a record and that its zone-file dialect carries in comments. */
export interface RecordAttributes {
  /** Traffic goes through Cloudflare. */
  readonly proxied?: boolean
  /** Comment of the record; no line breaks. */
  readonly comment?: string
  /** Tags in `name` or `name:value` form. */
  readonly tags?: readonly string[]
  /** A CNAME is answered with the addresses it leads to. */
  readonly flattenCname?: boolean
}
