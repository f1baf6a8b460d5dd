import type { RecordType } from './record-type.ts'

/**
 * What the digest at the end of a record must be to have the length of its kind; `undefined` when it has it, or when
 * any length will do.
 * @internal
 */
export function digestProblem(row: RecordType, kind: unknown, digits: unknown): string | undefined {
  const octets = row.digestOctets?.[Number(kind)]
  if (octets === undefined || String(digits).length === octets * 2) return undefined
  return `${octets * 2} hexadecimal digits, as type ${String(kind)} has`
}
