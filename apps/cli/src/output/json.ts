/** A value as JSON for people: two blanks for each depth. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2) ?? 'null'}\n`

/** Values as JSON for programs: one on each line. */
export const ndjson = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value) ?? 'null'}\n`).join('')
