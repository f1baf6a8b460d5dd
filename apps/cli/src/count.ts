/**
 * A number with its noun.
 * @example count(1, 'record') // '1 record'
 */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
