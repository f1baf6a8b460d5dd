// Where things are in the memory that this package shares with its WebAssembly module: offsets in octets. Both sides read this
// file, so it holds plain numbers alone. Every number in the memory takes four octets.

/** Where reading begins, counted from the window; after `fill`, where it stopped. */
export const AT = 1024
/** Line of the octet at `AT`. */
export const LINE = 1028
/** The last line feed in the window. */
export const LAST = 1032
/** 1 when there is an owner to repeat. */
export const HAS_OWNER = 1036
/** Seconds of `$TTL`, or -1. */
export const DEFAULT_TTL = 1040
/** Seconds of the last TTL that was stated, or -1; `fill` goes on with it. */
export const LAST_TTL = 1044
/** Most octets of a record. */
export const MOST_RECORD = 1048
/** 1 when comments behind records are wanted. */
export const KEEPS_COMMENTS = 1052
/** Length of what is at `OWNER_ORIGIN`. */
export const OWNER_ORIGIN_LENGTH = 1056
/** Length of what is at `RDATA_ORIGIN`. */
export const RDATA_ORIGIN_LENGTH = 1060
/** Out: length of the text at `OUT`. */
export const OUT_LENGTH = 1064
/** Out: the first comment, counted from the window, or -1. */
export const FIRST_COMMENT = 1068
/** Out: 1 when the window ended, 0 otherwise. */
export const SHORT = 1072
/** Out: octets that were read in vain. */
export const VAIN = 1076
/** Out: a type that is not known yet, counted from the window, or -1. */
export const UNKNOWN = 1080
/** Out: length of the name of that type. */
export const UNKNOWN_LENGTH = 1084

/** Most records of one `fill`. */
export const MOST_RECORDS = 128
/** The records: `COLUMNS` numbers for each. */
export const RECORDS = 2048
/** Numbers of a record, and which is which. */
export const COLUMNS = 12
/** Where its owner is in the text, or -1 when it is that of the record before. */
export const OWNER = 0
/** Where its rdata is in the text, which is also behind its owner. */
export const RDATA = 1
/** Behind its rdata. */
export const RDATA_END = 2
/** Seconds. */
export const TTL = 3
/** Type number. */
export const TYPE = 4
/** Line of its first token. */
export const RECORD_LINE = 5
/** Its first octet, counted from the window like all that follow. */
export const START = 6
/** Behind its line end. */
export const LINE_END = 7
/** Its comment, behind the semicolon. */
export const COMMENT = 8
/** Behind its comment, the same as its start when there is none. */
export const COMMENT_END = 9
/** Line of its first octet. */
export const START_LINE = 10
/** `LAST_TTL` before it. */
export const TTL_BEFORE = 11

/** Most octets of an origin with the dot before it. */
export const MOST_ORIGIN = 256
/** What completes a relative owner, in lower case with the dot before it. */
export const OWNER_ORIGIN = 8192
/** What completes a relative name in rdata, in the case it has. */
export const RDATA_ORIGIN = 8448
/** A type to learn, laid out as behind the mnemonic in a slot. */
export const LESSON = 8704
/** Fields of a type at most. */
export const MOST_FIELDS = 9
/** Digest types with a length of their own are smaller. */
export const MOST_DIGESTS = 8
/** The types that are known, by a hash of their mnemonics. */
export const SLOTS = 9216
/** Number of slots. */
export const SLOT_COUNT = 256
/** In a slot: mnemonic, 8 octets; code, 2; number of fields, 1; their kinds; octets of each digest type. */
export const SLOT_SIZE = 32
/** Tables of octets, and room for what is worked on. */
export const TABLES = 17408
/** Where the compiler may put what it needs itself. */
export const SPARE = 20_480
/** The octets that are read. */
export const WINDOW = 32768
/** Most octets in the window. */
export const MOST_OCTETS = 65536
/** Canonical text: no record in the window can write more than there is room for. */
export const OUT = 98432
/** Length of the text behind which no further record is begun. */
export const ENOUGH = 4096
/** Pages of memory, of 65,536 octets. */
export const PAGES = 6
