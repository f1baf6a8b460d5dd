import type { Field } from '../field.ts'
import type { TokenCursor } from '../token-cursor.ts'
import type { WireReader } from '../wire-reader.ts'
import { parseFixedPoint, printFixedPoint } from './fixed-point.ts'
import { parseDecimal } from './integer.ts'
import { type LocationForm, locationForm, locationText } from './location-form.ts'

/**
 * A place on Earth in the units of the wire: thousandths of a second of arc, centimetres.
 * @internal
 */
export interface Location {
  /** Thousandths of a second north of the equator, negative for south; at most 90 degrees. */
  readonly latitude: number
  /** Thousandths of a second east of the prime meridian, negative for west; at most 180 degrees. */
  readonly longitude: number
  /** Centimetres above the reference spheroid, -10000000 to 4284967295. */
  readonly altitude: number
  /** Diameter of the place, horizontal and vertical precision: one digit times a power of ten, in centimetres. */
  readonly sizes: readonly [size: number, horizontal: number, vertical: number]
}

const EQUATOR = 2 ** 31
const SEA_LEVEL = 10_000_000
const MOST_SIZE = 9_000_000_000
const DEGREE = 3_600_000

/** A place on Earth as LOC writes it: latitude, longitude, altitude, size and precisions (RFC 1876 sections 2 and 3). */
export const location: Field<Location, LocationForm> & { readonly spread: true } = {
  spread: true,
  expected: 'a location such as 37 46 46 N 122 23 35 W 10m 100m 10000m 10m',
  parse(cursor) {
    const latitude = parseAngle(cursor, 90, 'N', 'S')
    const longitude = parseAngle(cursor, 180, 'E', 'W')
    const altitude = parseAltitude(cursor)
    const size = parseSize(cursor, 100)
    const horizontal = parseSize(cursor, 1_000_000)
    return { latitude, longitude, altitude, sizes: [size, horizontal, parseSize(cursor, 1000)] }
  },
  octets: 'location',
  print: ({ latitude, longitude, altitude, sizes }) =>
    [printAngle(latitude, 'N', 'S'), printAngle(longitude, 'E', 'W'), `${printFixedPoint(altitude, 2)}m`, ...sizes.map(printSize)].join(' '),
  write({ latitude, longitude, altitude, sizes }, wire) {
    wire.u8(0)
    for (const size of sizes) wire.u8(packSize(size))
    wire.u32(EQUATOR + latitude)
    wire.u32(EQUATOR + longitude)
    wire.u32(SEA_LEVEL + altitude)
  },
  read(wire) {
    if (wire.u8() !== 0) return unknownVersion(wire)
    const sizes: Location['sizes'] = [readSize(wire), readSize(wire), readSize(wire)]
    const latitude = readAngle(wire, 90)
    const longitude = readAngle(wire, 180)
    return { latitude, longitude, altitude: wire.u32() - SEA_LEVEL, sizes }
  },
  toForm: locationForm,
  fromForm: locationText,
}

/** RFC 1876 section 2 makes no assumptions about what another version holds. */
function unknownVersion(wire: WireReader): Location {
  wire.leaveGeneric()
  wire.bytes(wire.left)
  return { latitude: 0, longitude: 0, altitude: 0, sizes: [0, 0, 0] }
}

function parseAngle(cursor: TokenCursor, most: number, positive: string, negative: string): number {
  const expected = `degrees from 0 to ${most}, then minutes and seconds if any, then ${positive} or ${negative}`
  const parts = [0, 0, 0]
  for (let index = 0; index < 4; index++) {
    const text = cursor.word(expected)
    if (index > 0 && (text === positive || text === negative)) {
      const [degrees = 0, minutes = 0, thousandths = 0] = parts
      const angle = degrees * DEGREE + minutes * 60_000 + thousandths
      // No negative zero: it would differ from zero in every comparison by identity.
      return text === positive || angle === 0 ? angle : -angle
    }
    if (index === 3) break
    const part = index === 2 && text[0] !== '.' ? parseFixedPoint(text, 3) : parseDecimal(text, index === 0 ? most : 59)
    if (part < 0 || part > 59_999 || (index > 0 && part > 0 && parts[0] === most)) cursor.fail(index === 2 ? 'seconds from 0 to 59.999' : expected)
    parts[index] = part
  }
  return cursor.fail(`${positive} or ${negative}`)
}

function metres(text: string): number {
  return parseFixedPoint(text.endsWith('m') ? text.slice(0, -1) : text, 2)
}

function parseAltitude(cursor: TokenCursor): number {
  const expected = 'an altitude in metres from -100000.00 to 42849672.95'
  const text = cursor.word(expected)
  const signed = text.startsWith('-') || text.startsWith('+')
  const altitude = metres(signed ? text.slice(1) : text)
  const negative = text.startsWith('-') && altitude > 0
  if (altitude < 0 || altitude > (negative ? SEA_LEVEL : 0xffffffff - SEA_LEVEL)) cursor.fail(expected)
  return negative ? -altitude : altitude
}

/** Sizes at the end may be left out; the wire has room for one digit and a power of ten, the rest is cut off. */
function parseSize(cursor: TokenCursor, absent: number): number {
  if (cursor.done) return absent
  const expected = 'metres from 0 to 90000000'
  const size = metres(cursor.word(expected))
  if (size < 0 || size >= MOST_SIZE + 100) cursor.fail(expected)
  const power = powerOfTen(size)
  return Math.floor(size / 10 ** power) * 10 ** power
}

function powerOfTen(size: number): number {
  return size === 0 ? 0 : String(size).length - 1
}

function packSize(size: number): number {
  const power = powerOfTen(size)
  return (size / 10 ** power) * 16 + power
}

function readSize(wire: WireReader): number {
  const octet = wire.u8()
  const [digit, power] = [octet >> 4, octet & 15]
  if (digit > 9 || power > 9 || (digit === 0 && power > 0)) wire.fail('a size of one digit and a power of ten')
  return digit * 10 ** power
}

function readAngle(wire: WireReader, most: number): number {
  const angle = wire.u32() - EQUATOR
  if (Math.abs(angle) > most * DEGREE) wire.fail(`an angle of at most ${most} degrees`)
  return angle
}

function printAngle(angle: number, positive: string, negative: string): string {
  const size = Math.abs(angle)
  const seconds = printFixedPoint(size % 60_000, 3)
  return `${Math.floor(size / DEGREE)} ${Math.floor(size / 60_000) % 60} ${seconds} ${angle < 0 ? negative : positive}`
}

function printSize(size: number): string {
  return size < 100 ? `${printFixedPoint(size, 2)}m` : `${size / 100}m`
}
