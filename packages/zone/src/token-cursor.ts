import { RdataError } from './rdata-error.ts'
import type { RdataTokens } from './tokens.ts'

/**
 * Walks over the tokens of one rdata and names the field in every error.
 * @internal
 */
export class TokenCursor {
  readonly type: string
  /** Canonical name that relative names are completed with. */
  readonly origin: string
  /** Field that is being read. */
  field = ''
  readonly #tokens: RdataTokens
  #next = 0

  constructor(type: string, tokens: RdataTokens, origin: string) {
    this.type = type
    this.origin = origin
    this.#tokens = tokens
  }

  /** All tokens are read. */
  get done(): boolean {
    return this.#next >= this.#tokens.count
  }

  /** The next token, which must not be quoted. */
  word(expected: string): string {
    const text = this.string(expected)
    if (this.#tokens.quoted(this.#next - 1)) this.fail(`${expected}, without quotes`)
    return text
  }

  /** The next token, quoted or not. */
  string(expected: string): string {
    if (this.done) throw this.#error(this.#next, undefined, expected)
    return this.#tokens.text(this.#next++)
  }

  /** The next token stands right behind the last one, and one of the two is quoted. */
  get joined(): boolean {
    return !this.done && (this.#tokens.joined?.(this.#next) ?? this.#tokens.quoted(this.#next))
  }

  /** All tokens must be read. */
  end(): void {
    if (this.done) return
    this.field = ''
    throw this.#error(this.#next, this.#tokens.text(this.#next), 'nothing more here, the record is complete')
  }

  /** The token just read does not fit. */
  fail(expected: string, cause?: unknown): never {
    const index = Math.max(0, this.#next - 1)
    throw this.#error(index, index < this.#tokens.count ? this.#tokens.text(index) : undefined, expected, cause)
  }

  #error(tokenIndex: number, text: string | undefined, expected: string, cause?: unknown): RdataError {
    return new RdataError({ type: this.type, field: this.field, tokenIndex, text, expected }, cause === undefined ? undefined : { cause })
  }
}
