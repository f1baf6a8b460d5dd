import * as map from '../src/octet-memory'

// The map of the memory as addresses.
export const AT: usize = map.AT
export const LINE: usize = map.LINE
export const LAST: usize = map.LAST
export const HAS_OWNER: usize = map.HAS_OWNER
export const DEFAULT_TTL: usize = map.DEFAULT_TTL
export const LAST_TTL: usize = map.LAST_TTL
export const MOST_RECORD: usize = map.MOST_RECORD
export const KEEPS_COMMENTS: usize = map.KEEPS_COMMENTS
export const OWNER_ORIGIN_LENGTH: usize = map.OWNER_ORIGIN_LENGTH
export const RDATA_ORIGIN_LENGTH: usize = map.RDATA_ORIGIN_LENGTH
export const OUT_LENGTH: usize = map.OUT_LENGTH
export const FIRST_COMMENT: usize = map.FIRST_COMMENT
export const SHORT: usize = map.SHORT
export const VAIN: usize = map.VAIN
export const UNKNOWN: usize = map.UNKNOWN
export const UNKNOWN_LENGTH: usize = map.UNKNOWN_LENGTH
export const RECORDS: usize = map.RECORDS
export const RECORD_SIZE: usize = map.COLUMNS * 4
export const OWNER_ORIGIN: usize = map.OWNER_ORIGIN
export const RDATA_ORIGIN: usize = map.RDATA_ORIGIN
export const LESSON: usize = map.LESSON
export const SLOTS: usize = map.SLOTS
export const SLOT_COUNT: u64 = map.SLOT_COUNT
export const SLOT_SIZE: usize = map.SLOT_SIZE
export const MOST_DIGESTS: u64 = map.MOST_DIGESTS
export const TABLES: usize = map.TABLES
/** Room for the groups of one address, two octets each, or the parts of one angle; behind the tables of `kinds.ts`. */
export const GROUPS: usize = TABLES + 1024
export const WINDOW: usize = map.WINDOW
export const OUT: usize = map.OUT
export const ENOUGH: usize = map.ENOUGH
export const MOST_RECORDS: i32 = map.MOST_RECORDS

// What a slot holds.
export const SLOT_CODE: usize = 8
export const SLOT_FIELDS: usize = 10
export const SLOT_KINDS: usize = 11
export const SLOT_DIGESTS: usize = 20
