import { RdataError, type ResourceRecord, parseName, parseRdata } from '@zonewright/zone'
import { ZoneFileError } from './errors.ts'
import type { Frame } from './frame.ts'
import { NO_ORIGIN, ownerOrigin } from './frame-names.ts'
import { type GenerateRange, type GenerateTemplate, expandTemplate, generateCount, parseGenerateRange, parseTemplate } from './generate.ts'
import { errorAt, errorAtToken, placed, rdataFileError } from './line-errors.ts'
import type { ReaderState } from './reader-state.ts'
import { type LineHead, readHead, recordTtl } from './record-line.ts'
import { RecordTokens } from './record-tokens.ts'
import { SCANNED_END, SCANNED_FAULT, SCANNED_RECORD, Scanner, TOKEN_QUOTED } from './scanner.ts'

/**
 * The records of one `$GENERATE range owner [ttl] [class] type rdata`, made one at a time.
 *
 * Rdata of one quoted token is read anew after expansion, as BIND does it; rdata of several tokens may stand without quotes.
 * @throws ZoneFileError when the directive is malformed or would make more than its share of records.
 */
export class Generator {
  readonly #range: GenerateRange
  readonly #owner: GenerateTemplate
  readonly #head: LineHead
  readonly #rdata: GenerateTemplate
  readonly #scanner: Scanner
  readonly #tokens: RecordTokens
  readonly #class: string
  readonly #ttl: number
  #next: number

  constructor(frame: Frame, state: ReaderState) {
    const { scanner } = frame
    if (scanner.count < 5) throw errorAtToken(frame, 0, 'directive-short')
    this.#range = attempt(frame, 1, () => parseGenerateRange(scanner.text(1)))
    if (scanner.flags[2] !== 0) throw errorAtToken(frame, 2, 'head-quoted')
    this.#owner = attempt(frame, 2, () => parseTemplate(scanner.text(2)))
    this.#head = readHead(frame, state, 3)
    const first = this.#head.typeToken + 1
    if (first >= scanner.count) throw errorAtToken(frame, 0, 'directive-short')
    const rdata = rdataText(scanner, first)
    this.#rdata = attempt(frame, first, () => parseTemplate(rdata))
    this.#spend(frame, state, rdata.length + scanner.text(2).length)
    this.#ttl = recordTtl(frame, state, this.#head, '')
    this.#class = state.class
    this.#scanner = new Scanner(state.maxRecordBytes)
    this.#tokens = new RecordTokens(this.#scanner)
    this.#next = this.#range.start
  }

  /**
   * The next record, or undefined behind the last one; the columns of the frame must still hold the directive.
   * @throws ZoneFileError for the first text that is no record; nothing may be taken after it.
   */
  next(frame: Frame): ResourceRecord | undefined {
    if (this.#next > this.#range.stop) return undefined
    const number = this.#next
    this.#next += this.#range.step
    const ownerText = attempt(frame, 2, () => expandTemplate(this.#owner, number))
    const name = attempt(frame, 2, () => parseName(ownerText, ownerOrigin(frame)))
    if (frame.origin === '' && name.endsWith(NO_ORIGIN)) throw errorAtToken(frame, 2, 'origin-missing')
    return { name, ttl: this.#ttl, type: this.#head.type, class: this.#class, rdata: this.#readRdata(frame, number) }
  }

  #readRdata(frame: Frame, number: number): string {
    const token = this.#head.typeToken + 1
    const text = attempt(frame, token, () => expandTemplate(this.#rdata, number))
    const scanner = this.#scanner
    scanner.offset = 0
    scanner.use(Uint8Array.from(text, (octet) => octet.charCodeAt(0)), text.length, true)
    const scanned = scanner.next()
    const offset = frame.scanner.starts[token] as number
    if (scanned === SCANNED_FAULT) throw errorAt(frame, offset, scanner.fault, text)
    this.#tokens.count = scanned === SCANNED_RECORD ? scanner.count : 0
    try {
      const rdata = parseRdata(this.#head.type, this.#tokens, frame.origin === '' ? NO_ORIGIN : frame.origin)
      if (frame.origin === '' && rdata.includes(NO_ORIGIN)) throw errorAt(frame, offset, 'rdata-origin-missing', this.#head.type)
      // A line end that was hidden behind a backslash must not hide what follows it.
      if (scanner.next() !== SCANNED_END) throw errorAt(frame, offset, 'directive-long', text)
      return rdata
    } catch (error) {
      throw error instanceof RdataError ? rdataFileError(error, frame, token, false) : error
    }
  }

  #spend(frame: Frame, state: ReaderState, octets: number): void {
    const count = generateCount(this.#range)
    if (count > state.generateLeft || count * octets > state.generateOctetsLeft) throw errorAtToken(frame, 1, 'generate-limit')
    state.generateLeft -= count
    state.generateOctetsLeft -= count * octets
  }
}

function attempt<Result>(frame: Frame, token: number, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw error instanceof ZoneFileError ? error : placed(error, frame, token)
  }
}

// A quoted string loses its quotes only when it is all there is; the tokens of a longer rdata stay as they are.
function rdataText(scanner: Scanner, first: number): string {
  const quoted = (token: number): boolean => ((scanner.flags[token] as number) & TOKEN_QUOTED) !== 0
  if (first === scanner.count - 1 && quoted(first)) return scanner.text(first).replaceAll('\\"', '"')
  const texts: string[] = []
  for (let token = first; token < scanner.count; token++) texts.push(quoted(token) ? `"${scanner.text(token)}"` : scanner.text(token))
  return texts.join(' ')
}
