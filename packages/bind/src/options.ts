import type { IncludeResolver } from './include.ts'
import type { ZoneFileError } from './errors.ts'

/**
 * Settings of a reader; every one has a default.
 * @example const options: ReadZoneOptions = { origin: 'example.com.', file: 'example.zone', onError: 'collect' }
 */
export interface ReadZoneOptions {
  /** Absolute origin of relative names, as `example.com.`; needed unless the file starts with `$ORIGIN`. Names in rdata keep its case. */
  readonly origin?: string
  /** TTL in seconds for records without one, as if the file began with `$TTL`. */
  readonly defaultTtl?: number
  /** The one class of the zone, `IN` by default; a record that states another one is an error. */
  readonly class?: string
  /** Name of the file in errors; `zone` by default. */
  readonly file?: string
  /** What to do with the comment right after a record: keep it as attributes (default) or ignore it. */
  readonly comments?: 'attributes' | 'ignore'
  /** Tell the file and the line of each record, in `files` and `lines` of the result; `false` by default. */
  readonly lines?: boolean
  /** Finds the files of `$INCLUDE`; without it the directive is an error. */
  readonly include?: IncludeResolver
  /** How many files may be included inside one another; 16 by default. */
  readonly maxIncludeDepth?: number
  /** How many files may be included in all, each time counted; 1,000 by default. */
  readonly maxIncludes?: number
  /** Most records that all `$GENERATE` of a file and its included files make, with 256 octets of text for each; 65,536 by default. */
  readonly generateLimit?: number
  /** Most octets in one record, its comments included; 1,048,576 by default. */
  readonly maxRecordBytes?: number
  /** Most errors to collect before reading stops; 1,000 by default. */
  readonly maxErrors?: number
  /** Throw the first error (default), collect them all and go on with the next record, or hand each one to a function and go on. */
  readonly onError?: 'throw' | 'collect' | ((error: ZoneFileError) => void)
}
