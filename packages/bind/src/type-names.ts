import { canonicalType, isRecordType } from '@zonewright/zone'

// A file of hostile TYPEn mnemonics must not fill the memory.
const REMEMBERED = 512

/** Canonical names of record types, remembered under the spelling of the file. */
export class TypeNames {
  readonly #known = new Map<string, string>()

  /** Canonical name of a type that has been asked for in this spelling before. */
  known(text: string): string | undefined {
    return this.#known.get(text)
  }

  /**
   * Canonical name of a type, or an empty string when the text is no record type.
   * @example new TypeNames().canonical('mx') // 'MX'
   */
  canonical(text: string): string {
    if (text.length > 32 || !isRecordType(text)) return ''
    const name = canonicalType(text)
    if (this.#known.size < REMEMBERED) this.#known.set(text, name)
    return name
  }
}
