import { LESSON, SLOTS, SLOT_CODE, SLOT_COUNT, SLOT_SIZE, UNKNOWN, UNKNOWN_LENGTH, WINDOW } from './memory'
import { at, done, ended, gap, mnemonic, write } from './scan'

// The mnemonic that was not known last.
let unknown: u64 = 0

@inline
function slotOf(word: u64): usize {
  return SLOTS + <usize>((word ^ (word >> 13)) & (SLOT_COUNT - 1)) * SLOT_SIZE
}

/** The slot of the type whose mnemonic stands here, or 0: then it is to be learnt, or none. */
export function readType(): usize {
  const from = at
  const word = mnemonic()
  return word == 0 ? 0 : find(word, from)
}

/** The slot of a type whose mnemonic has been read, as {@link readType}. */
export function find(word: u64, from: usize): usize {
  let slot = slotOf(word)
  while (true) {
    const here = load<u64>(slot)
    if (here == word) return slot
    if (here == 0) break
    slot += SLOT_SIZE
  }
  unknown = word
  store<i32>(UNKNOWN, <i32>(from - WINDOW))
  store<i32>(UNKNOWN_LENGTH, <i32>(at - from))
  return 0
}

/** Learns the type that was not known last. The caller teaches those of the table alone, so there is always a free slot. */
export function learn(): void {
  let slot = slotOf(unknown)
  while (load<u64>(slot) != 0) slot += SLOT_SIZE
  store<u64>(slot, unknown)
  memory.copy(slot + SLOT_CODE, LESSON, SLOT_SIZE - SLOT_CODE)
}

/** Reads the name of a type and writes it in capitals. */
export function typeName(): bool {
  const from = at
  if (readType() == 0) return false
  writeCapitals(from)
  return true
}

/** Reads the names of types to the end of the rdata, when they stand in the order of their numbers. */
export function typeNames(): bool {
  let before: i32 = -1
  while (!done()) {
    const from = at
    const slot = readType()
    if (slot == 0) return false
    const code: i32 = load<u16>(slot, SLOT_CODE)
    if (code <= before) return false
    if (before >= 0) write(0x20)
    writeCapitals(from)
    before = code
    gap()
  }
  return true
}

function writeCapitals(from: usize): void {
  for (let address = from; address < at; address++) {
    const octet: u32 = load<u8>(address)
    write(octet > 0x60 ? octet - 0x20 : octet)
  }
}
