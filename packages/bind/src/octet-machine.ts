import { type OctetKind, octetForm } from '@zonewright/zone'
import * as kinds from './octet-fields.ts'
import { LESSON, MOST_DIGESTS, MOST_FIELDS, MOST_ORIGIN, OWNER_ORIGIN, OWNER_ORIGIN_LENGTH, RDATA_ORIGIN, RDATA_ORIGIN_LENGTH, SLOT_SIZE, UNKNOWN, UNKNOWN_LENGTH, WINDOW } from './octet-memory.ts'
import { octetModule } from './octet-module.ts'
import { octetString } from './octets.ts'

const numbers: Readonly<Record<OctetKind, number>> = {
  u8: kinds.U8,
  u16: kinds.U16,
  u32: kinds.U32,
  host: kinds.HOST,
  ipv4: kinds.IPV4,
  ipv6: kinds.IPV6,
  period: kinds.PERIOD,
  string: kinds.STRING,
  strings: kinds.STRINGS,
  text: kinds.TEXT,
  hex: kinds.HEX,
  base64: kinds.BASE64,
  'optional-base64': kinds.OPTIONAL_BASE64,
  'caa-tag': kinds.CAA_TAG,
  'service-parameters': kinds.SERVICE_PARAMETERS,
  location: kinds.LOCATION,
  type: kinds.TYPE_NAME,
  types: kinds.TYPES,
  time: kinds.TIME,
  salt: kinds.SALT,
  'hashed-owner': kinds.HASHED_OWNER,
}

/** Types with larger numbers are read by way of tokens: TA and DLV. */
const MOST_TYPES = 512

// The part of WebAssembly that is used here; its types come with the library of a browser alone.
declare const WebAssembly: { readonly Module: new (octets: Uint8Array) => object; readonly Instance: new (module: object) => { readonly exports: unknown } }

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer }
  fill(): number
  learn(): void
}

/** The WebAssembly module that reads lines, with its memory; `octet-memory.ts` says what lies where. */
export class OctetMachine {
  readonly bytes: Uint8Array
  readonly numbers: Int32Array
  /** Names of the types that it knows, by their numbers. */
  readonly names: string[] = []
  /** Whose octets are in the window: a number of {@link OctetMachine.join}, so that nobody's octets are kept alive. */
  user = 0
  #users = 0
  #origin = ''
  readonly #exports: Exports

  constructor(exports: Exports) {
    this.#exports = exports
    this.bytes = new Uint8Array(exports.memory.buffer)
    this.numbers = new Int32Array(exports.memory.buffer)
  }

  /** A number for one more reader. */
  join(): number {
    return ++this.#users
  }

  /** The number at an offset. */
  get(offset: number): number {
    return this.numbers[offset >> 2] as number
  }

  set(offset: number, number: number): void {
    this.numbers[offset >> 2] = number
  }

  /** Completes relative owners with `ownerOrigin`, the same in lower case, and names in rdata with `origin`; an empty string for none. */
  useOrigin(origin: string, ownerOrigin: string): void {
    if (origin === this.#origin) return
    this.#origin = origin
    this.set(OWNER_ORIGIN_LENGTH, this.#put(OWNER_ORIGIN, ownerOrigin))
    this.set(RDATA_ORIGIN_LENGTH, this.#put(RDATA_ORIGIN, origin))
  }

  // The origin behind its dot. A name can be no longer than there is room for, but an origin full of escapes is: then it is as if there were none.
  #put(offset: number, origin: string): number {
    const text = origin === '' || origin === '.' ? origin : `.${origin}`
    if (text.length > MOST_ORIGIN) return 0
    for (let index = 0; index < text.length; index++) this.bytes[offset + index] = text.charCodeAt(index)
    return text.length
  }

  /** Reads records into the columns; see `fill` of the module. */
  fill(): number {
    return this.#exports.fill()
  }

  /** Teaches the type that the last `fill` did not know; false when there was none, or it is not in the table. */
  learn(): boolean {
    const unknown = this.get(UNKNOWN)
    if (unknown < 0) return false
    const name = octetString(this.bytes, WINDOW + unknown, WINDOW + unknown + this.get(UNKNOWN_LENGTH)).toUpperCase()
    const form = octetForm(name)
    // A list of names with a hole up to the two old types above would be slower to read for all the others.
    if (form === undefined || form.code >= MOST_TYPES) return false
    const { code, kinds: fields, digestOctets = {} } = form
    if (fields.length > MOST_FIELDS) throw new Error(`${name} has more than ${MOST_FIELDS} fields`)
    const lesson = this.bytes.subarray(LESSON, LESSON + SLOT_SIZE).fill(0)
    lesson.set([code & 0xff, code >> 8, fields.length])
    lesson.set(fields.map((kind) => numbers[kind]), 3)
    for (const [type, octets] of Object.entries(digestOctets)) {
      if (Number(type) >= MOST_DIGESTS) throw new Error(`${name} has a digest type above ${MOST_DIGESTS - 1}`)
      lesson[3 + MOST_FIELDS + Number(type)] = octets
    }
    this.names[code] = name
    this.#exports.learn()
    return true
  }
}

/** The machine of this process, `null` where WebAssembly is not to be had; `undefined` before it has been asked for. */
let machine: OctetMachine | null | undefined

/**
 * The machine, made when it is asked for first. All readers share it: a call of `fill` leaves nothing behind but what its
 * reader takes at once, and the types that have been learnt, which are the same for all.
 * @returns `undefined` where WebAssembly may not be compiled; then every line is read by way of tokens.
 */
export function octetMachine(): OctetMachine | undefined {
  if (machine === undefined) machine = makeMachine()
  return machine ?? undefined
}

function makeMachine(): OctetMachine | null {
  try {
    return new OctetMachine(new WebAssembly.Instance(new WebAssembly.Module(moduleBytes())).exports as Exports)
  } catch {
    return null
  }
}

function moduleBytes(): Uint8Array<ArrayBuffer> {
  if (typeof Buffer !== 'undefined') return Uint8Array.from(Buffer.from(octetModule, 'base64'))
  return Uint8Array.from(atob(octetModule), (character) => character.charCodeAt(0))
}
