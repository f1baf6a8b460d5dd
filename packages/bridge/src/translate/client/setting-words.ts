/** Security levels: the client API's word, v4's, and the label that people read. */
export const securityLevels = [
  { word: 'help', value: 'under_attack', label: "I'm under attack!" },
  { word: 'high', value: 'high', label: 'High' },
  { word: 'med', value: 'medium', label: 'Medium' },
  { word: 'low', value: 'low', label: 'Low' },
  { word: 'eoff', value: 'essentially_off', label: 'Essentially Off' },
  // Only read: the client API had no way to switch everything off.
  { word: 'eoff', value: 'off', label: 'Essentially Off' },
] as const

/** Cache levels: the client API's word and v4's. The last two are only read. */
export const cacheLevels = [
  { word: 'agg', value: 'aggressive' },
  { word: 'iqs', value: 'simplified' },
  { word: 'basic', value: 'basic' },
  { word: 'basic', value: 'bypass' },
  { word: 'agg', value: 'cache_everything' },
] as const

/** The row of a word, for what is written. */
export const rowOfWord = <R extends { readonly word: string }>(rows: readonly R[], word: string): R | undefined => rows.find((row) => row.word === word)

/** The row of a v4 value, for what is read. */
export const rowOfValue = <R extends { readonly value: string }>(rows: readonly R[], value: unknown): R | undefined => rows.find((row) => row.value === value)

/** Seconds for which development mode stays on. */
export const developmentSeconds = 10_800
