/** The values of one field of a schedule: numbers, names for them, and the letters that stand for what no number says. */
interface CronField {
  readonly least: number
  readonly most: number
  readonly names?: readonly string[]
  /** Values beside numbers, such as `L` for the last. */
  readonly others?: RegExp
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** Minute, hour, day of the month, month and day of the week, as the service has them: a week begins with Sunday, 1. */
const fields: readonly CronField[] = [
  { least: 0, most: 59 },
  { least: 0, most: 23 },
  { least: 1, most: 31, others: /^(?:l|lw|w|(?:[1-9]|[12]\d|3[01])w|l-(?:[1-9]|[12]\d|30))$/ },
  { least: 1, most: 12, names: months },
  { least: 1, most: 7, names: weekdays, others: /^(?:l|(?:[1-7]|sun|mon|tue|wed|thu|fri|sat)(?:l|#[1-5]))$/ },
]

const numberOf = (text: string, { least, most, names }: CronField): number | undefined => {
  const named = names?.indexOf(text) ?? -1
  if (named >= 0) return least + named
  return /^\d{1,2}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined
}

/** One part of a list: `*`, a value, or a range, each with a step or without. */
const isPart = (part: string, field: CronField): boolean => {
  if (field.others?.test(part) === true) return true
  const [range = '', step, ...rest] = part.split('/')
  if (rest.length > 0 || (step !== undefined && (!/^\d{1,2}$/.test(step) || Number(step) < 1 || Number(step) > field.most))) return false
  if (range === '*') return true
  const [first = '', last, ...more] = range.split('-')
  const from = numberOf(first, field)
  const to = last === undefined ? from : numberOf(last, field)
  return more.length === 0 && from !== undefined && to !== undefined && from <= to
}

/**
 * True for a schedule that the service takes: five fields of lists, ranges and steps.
 * @example isCron('0 22 * * SUN') // true; '0 22 * * 0' is not, Sunday is 1
 */
export const isCron = (text: string): boolean => {
  const parts = text.trim().toLowerCase().split(/\s+/)
  return parts.length === fields.length && fields.every((field, index) => (parts[index] ?? '').split(',').every((part) => isPart(part, field)))
}
