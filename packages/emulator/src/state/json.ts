/** A text that is JSON already; it goes into an answer as it is. */
export class JsonText {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  /** Lets `JSON.stringify` of something that holds one give the right bytes. */
  toJSON(): unknown {
    return JSON.parse(this.text)
  }
}

/**
 * Compact JSON of a value; texts that are JSON already are not parsed again, which is what makes long lists cheap.
 * @example toJson([new JsonText('{"id":"a"}')]) // '[{"id":"a"}]'
 */
export const toJson = (value: unknown): string => {
  if (value instanceof JsonText) return value.text
  if (Array.isArray(value) && value.some((item) => item instanceof JsonText)) return `[${value.map(toJson).join(',')}]`
  return JSON.stringify(value) ?? 'null'
}

/** A JSON text from the database as what it was when it was stored. */
export const fromJson = <T>(text: unknown): T => JSON.parse(String(text)) as T
