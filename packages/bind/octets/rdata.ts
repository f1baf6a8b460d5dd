import * as kinds from '../src/octet-fields'
import { ipv4, ipv6 } from './addresses'
import { base64, hashedOwner, hex, salt } from './digits'
import { location } from './location'
import { MOST_DIGESTS, SLOT_DIGESTS, SLOT_FIELDS, SLOT_KINDS } from './memory'
import { hostName } from './names'
import { period } from './periods'
import { decimal, done, end, ended, gap, number, write, writtenTo } from './scan'
import { serviceParameters } from './service-parameters'
import { caaTag, text, texts } from './text'
import { time } from './times'
import { typeName, typeNames } from './types'

/** Reads the rdata of a type, and the gap behind it, and writes its canonical text. */
export function readRdata(slot: usize): bool {
  const count: usize = load<u8>(slot, SLOT_FIELDS)
  if (count == 0) return false
  let start = end
  for (let index: usize = 0; index < count; index++) {
    if (index > 0) {
      write(0x20)
      gap()
    }
    start = end
    if (!readField(load<u8>(slot + index, SLOT_KINDS))) return false
  }
  // A list without members leaves no blank behind.
  if (end == start) writtenTo(end - 1)
  gap()
  const octets: usize = number < MOST_DIGESTS ? load<u8>(slot + <usize>number, SLOT_DIGESTS) : 0
  return octets == 0 || end - start == octets * 2
}

function readField(kind: i32): bool {
  switch (kind) {
    case kinds.U8: return decimal(0xff)
    case kinds.U16: return decimal(0xffff)
    case kinds.U32: return decimal(0xffffffff)
    case kinds.HOST: return hostName()
    case kinds.IPV4: return ipv4() && ended()
    case kinds.IPV6: return ipv6() && ended()
    case kinds.PERIOD: return period()
    case kinds.STRING: return text(255)
    case kinds.STRINGS: return texts()
    case kinds.TEXT: return text(0xffff)
    case kinds.HEX: return hex()
    case kinds.BASE64: return base64()
    case kinds.OPTIONAL_BASE64: return done() || base64()
    case kinds.CAA_TAG: return caaTag()
    case kinds.SERVICE_PARAMETERS: return serviceParameters()
    case kinds.LOCATION: return location()
    case kinds.TYPE_NAME: return typeName()
    case kinds.TYPES: return typeNames()
    case kinds.TIME: return time()
    case kinds.SALT: return salt()
    case kinds.HASHED_OWNER: return hashedOwner()
  }
  return false
}
