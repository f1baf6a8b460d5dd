import type { Field } from './field.ts'

/** One row of the table of record types. */
export interface RecordType {
  /** Type number, 0 to 65535 (IANA registry of resource record types). */
  readonly code: number
  /** Number of the RFC that defines the rdata. */
  readonly rfc: string
  /** Rdata fields in text order. */
  readonly fields: Readonly<Record<string, Field<unknown, unknown>>>
  /** What the fields must be together; the values come in the order of `fields`. */
  check?(values: readonly unknown[]): FieldProblem | undefined
}

/** A value that fits its own field but not the others. */
export interface FieldProblem {
  /** Name of the field that must change. */
  readonly field: string
  /** What must stand there, as a noun phrase. */
  readonly expected: string
}
