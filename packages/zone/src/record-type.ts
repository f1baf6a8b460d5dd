import type { Field } from './field.ts'

/** One row of the table of record types. */
export interface RecordType {
  /** Type number, 0 to 65535 (IANA registry of resource record types). */
  readonly code: number
  /** Number of the RFC that defines the rdata, or the name of the document when there is none. */
  readonly rfc: string
  /** Rdata fields in text order. */
  readonly fields: Readonly<Record<string, Field<unknown, unknown>>>
  /** Octets that the last field, a digest, has by the number of its kind in the field before it; other kinds have any number. */
  readonly digestOctets?: Readonly<Record<number, number>>
  /** In the generic form the digest may have any length: nearly no reader looks at it there. */
  readonly anyDigestInGeneric?: true
}
