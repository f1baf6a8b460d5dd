import type { RdataTokens } from '@zonewright/zone'
import { type Scanner, TOKEN_JOINED, TOKEN_QUOTED } from './scanner.ts'

/** The rdata tokens of the record in a scanner's columns: one object for all records, moved by setting its fields. */
export class RecordTokens implements RdataTokens {
  /** Scanner whose columns are shown. */
  scanner: Scanner
  /** Index in the columns of the first token of the rdata. */
  base = 0
  /** Number of tokens of the rdata. */
  count = 0

  constructor(scanner: Scanner) {
    this.scanner = scanner
  }

  text(index: number): string {
    return this.scanner.text(this.base + index)
  }

  quoted(index: number): boolean {
    return ((this.scanner.flags[this.base + index] as number) & TOKEN_QUOTED) !== 0
  }

  joined(index: number): boolean {
    return ((this.scanner.flags[this.base + index] as number) & TOKEN_JOINED) !== 0
  }
}
