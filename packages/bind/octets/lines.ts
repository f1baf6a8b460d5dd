import * as columns from '../src/octet-memory'
import { AT, DEFAULT_TTL, ENOUGH, FIRST_COMMENT, HAS_OWNER, KEEPS_COMMENTS, LAST, LAST_TTL, LINE, MOST_RECORD, MOST_RECORDS, OUT, OUT_LENGTH, RECORDS, RECORD_SIZE, SHORT, SLOT_CODE, UNKNOWN, VAIN, WINDOW } from './memory'
import { labelEnd, ownerName } from './names'
import { seconds } from './periods'
import { readRdata } from './rdata'
import { at, begin, beginRecord, depth, done, end, ended, gap, goBack, isDigit, isOver, isShort, line, mnemonic, moveTo, nextLine, writtenTo } from './scan'
import { endOfComment } from './sixteen'
import { find } from './types'

const CLASS_IN: u64 = 347
const MOST_TTL: u64 = 0x7fffffff

// The owner of the record before.
let ownerAt: usize = 0
let ownerEnd: usize = 0

@inline
function put(record: usize, column: usize, value: usize): void {
  store<u32>(record + (column << 2), <u32>value)
}

/**
 * Reads records into the columns until the window ends, the columns are full, or a line is not sure; their number.
 *
 * What follows the last of them is at `AT`: no record, an incomplete one, or one to be read by way of tokens.
 */
export function fill(): i32 {
  begin(WINDOW + load<u32>(AT), OUT, load<i32>(LINE), WINDOW + load<u32>(LAST))
  store<i32>(FIRST_COMMENT, -1)
  store<i32>(SHORT, 0)
  store<i32>(VAIN, 0)
  store<i32>(UNKNOWN, -1)
  let hasOwner = load<i32>(HAS_OWNER) != 0
  ownerAt = ownerEnd = 0
  let count = 0
  let record = RECORDS
  while (count < MOST_RECORDS && end < OUT + ENOUGH) {
    if (!toRecord()) break
    const start = at
    const itsLine = line
    const from = end
    const ttlBefore = load<i32>(LAST_TTL)
    if (!readRecord(record, hasOwner)) {
      store<i32>(SHORT, isShort() ? 1 : 0)
      store<i32>(VAIN, <i32>(at - start))
      store<i32>(LAST_TTL, ttlBefore)
      goBack(start, from, itsLine)
      break
    }
    hasOwner = true
    count++
    record += RECORD_SIZE
  }
  store<i32>(AT, <i32>(at - WINDOW))
  store<i32>(LINE, line)
  store<i32>(OUT_LENGTH, <i32>(end - OUT))
  return count
}

// Passes over blank lines and lines of comment; false when no line is left that ends in the window.
function toRecord(): bool {
  const most = load<u32>(MOST_RECORD)
  while (!isOver(at)) {
    let from = at
    let octet = load<u8>(from)
    while (octet == 0x20 || octet == 0x09) octet = load<u8>(++from)
    // Blanks count as a part of the line, the comment behind them does not.
    if (<u32>(from - at) >= most) return false
    if (octet == 0x3b) {
      from = endOfComment(from)
      octet = load<u8>(from)
    }
    if (octet == 0x0d && load<u8>(from + 1) == 0x0a) octet = load<u8>(++from)
    if (octet != 0x0a) return octet != 0x0d
    nextLine(from + 1)
  }
  store<i32>(SHORT, 1)
  return false
}

function readRecord(record: usize, hasOwner: bool): bool {
  const start = at
  const first = load<u8>(start)
  put(record, columns.START, start - WINDOW)
  put(record, columns.START_LINE, line)
  put(record, columns.TTL_BEFORE, load<u32>(LAST_TTL))
  beginRecord()
  if (first == 0x20 || first == 0x09) {
    if (!hasOwner) return false
    put(record, columns.OWNER, <usize>-1)
    gap()
  } else if (!readOwner(record, hasOwner)) return false
  put(record, columns.RECORD_LINE, line)
  const slot = readHead(record)
  if (slot == 0) return false
  put(record, columns.TYPE, load<u16>(slot, SLOT_CODE))
  put(record, columns.RDATA, end - OUT)
  gap()
  if (!readRdata(slot)) return false
  put(record, columns.RDATA_END, end - OUT)
  return readLineEnd(record) && <u32>(at - start) <= load<u32>(MOST_RECORD)
}

function readOwner(record: usize, hasOwner: bool): bool {
  const from = end
  // A dollar sign and a parenthesis are none of a name.
  if (!ownerName()) return false
  const octet = load<u8>(at)
  if (octet != 0x20 && octet != 0x09) return false
  // The owner of the record before, written once more. Neighbours mostly differ where their first label ends.
  const length = end - from
  if (hasOwner && length == ownerEnd - ownerAt && load<u8>(labelEnd - 1) == load<u8>(labelEnd - 1 - from + ownerAt) && isSame(from, ownerAt, length)) {
    writtenTo(from)
    put(record, columns.OWNER, <usize>-1)
    return true
  }
  put(record, columns.OWNER, from - OUT)
  ownerAt = from
  ownerEnd = end
  return true
}

function isSame(one: usize, other: usize, length: usize): bool {
  for (let index: usize = 0; index < length; index++) if (load<u8>(one + index) != load<u8>(other + index)) return false
  return true
}

// Reads TTL, class and type; the slot of the type, 0 when something else stands there or no TTL is known.
function readHead(record: usize): usize {
  let ttl: i32 = -1
  let classStated = false
  while (true) {
    let octet: u32 = load<u8>(at)
    if (octet == 0x20 || octet == 0x09) {
      moveTo(at + 1)
      octet = load<u8>(at)
    }
    if (octet < 0x30) {
      gap()
      octet = load<u8>(at)
    }
    if (isDigit(octet)) {
      if (ttl >= 0) return 0
      const value = seconds()
      if (value > MOST_TTL || !ended()) return 0
      ttl = <i32>value
      continue
    }
    const from = at
    const word = mnemonic()
    if (word == CLASS_IN) {
      if (classStated) return 0
      classStated = true
      continue
    }
    if (word == 0) return 0
    const slot = find(word, from)
    return slot != 0 && settleTtl(record, ttl) ? slot : 0
  }
  return 0
}

function settleTtl(record: usize, stated: i32): bool {
  let ttl = stated
  if (ttl >= 0) store<i32>(LAST_TTL, ttl)
  else {
    ttl = load<i32>(DEFAULT_TTL)
    if (ttl < 0) ttl = load<i32>(LAST_TTL)
  }
  put(record, columns.TTL, ttl)
  return ttl >= 0
}

// The end of the record, with the comment before it.
function readLineEnd(record: usize): bool {
  if (depth > 0 || !done()) return false
  let from = at
  put(record, columns.COMMENT, from - WINDOW)
  put(record, columns.COMMENT_END, from - WINDOW)
  if (load<u8>(from) == 0x3b) {
    const comment = from + 1
    from = endOfComment(comment)
    if (load<i32>(KEEPS_COMMENTS) != 0) {
      if (load<i32>(FIRST_COMMENT) < 0) store<i32>(FIRST_COMMENT, <i32>(comment - WINDOW))
      put(record, columns.COMMENT, comment - WINDOW)
      put(record, columns.COMMENT_END, from - WINDOW)
    }
  }
  if (load<u8>(from) == 0x0d) from++
  if (load<u8>(from) != 0x0a) return false
  put(record, columns.LINE_END, from + 1 - WINDOW)
  nextLine(from + 1)
  return true
}
