import { parseNameKeepingCase } from '@zonewright/zone'
import type { ReadZoneOptions } from './options.ts'
import { recordClass } from './record-class.ts'
import { MAX_TTL } from './ttl.ts'
import { TypeNames } from './type-names.ts'

/** Options without those that only one of the drivers looks at. */
export type ReaderOptions = Omit<ReadZoneOptions, 'include'> & { readonly include?: unknown }

/** What the lines of a file, and of the files that it includes, share. */
export class ReaderState {
  readonly types = new TypeNames()
  /** Comments right after records become attributes. */
  readonly attributes: boolean
  readonly maxRecordBytes: number
  readonly maxErrors: number
  readonly maxIncludeDepth: number
  /** Files that may still be included. */
  includesLeft: number
  readonly mayInclude: boolean
  readonly file: string
  /** Origin of the first file in the case it was given in, or an empty string. */
  readonly origin: string
  /** The one class of the zone (RFC 1035 section 5.2). */
  readonly class: string
  /** Last TTL that a record stated, or -1. */
  lastTtl = -1
  /** TTL of `$TTL`, of the option, or of the SOA minimum; -1 when there is none. */
  defaultTtl: number
  /** Records that `$GENERATE` may still make. */
  generateLeft: number
  /** Octets of text that `$GENERATE` may still make: 256 for each record. */
  generateOctetsLeft: number

  constructor(options: ReaderOptions) {
    this.attributes = options.comments !== 'ignore'
    this.maxRecordBytes = whole('maxRecordBytes', options.maxRecordBytes, 1_048_576, 1)
    this.maxErrors = whole('maxErrors', options.maxErrors, 1000, 1)
    this.maxIncludeDepth = whole('maxIncludeDepth', options.maxIncludeDepth, 16, 0)
    this.includesLeft = whole('maxIncludes', options.maxIncludes, 1000, 0)
    this.mayInclude = options.include !== undefined
    this.file = options.file ?? 'zone'
    this.origin = options.origin === undefined ? '' : parseNameKeepingCase(options.origin)
    this.class = recordClass(options.class ?? 'IN')
    if (this.class === '') throw new TypeError(`class is ${JSON.stringify(options.class)}: set a class such as IN`)
    this.defaultTtl = whole('defaultTtl', options.defaultTtl, -1, 0)
    this.generateLeft = whole('generateLimit', options.generateLimit, 65_536, 0)
    this.generateOctetsLeft = this.generateLeft * 256
  }
}

function whole(name: string, value: number | undefined, otherwise: number, least: number): number {
  if (value === undefined) return otherwise
  if (Number.isInteger(value) && value >= least && value <= MAX_TTL) return value
  throw new TypeError(`${name} is ${value}: set a whole number from ${least} to ${MAX_TTL}`)
}
