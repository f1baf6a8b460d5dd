import { stringify } from 'csv-stringify/sync'
import { type Row, cellText, valueAt } from './columns.ts'

/** Rows as CSV (RFC 4180), with the line of column names or without. */
export const csv = (rows: readonly Row[], columns: readonly string[], head: boolean): string => {
  const lines = rows.map((row) => columns.map((column) => cellText(valueAt(row, column))))
  return stringify(head ? [[...columns], ...lines] : lines, { record_delimiter: '\r\n' })
}
