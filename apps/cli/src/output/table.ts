import Table from 'cli-table3'
import { bold } from '../colour.ts'
import { type Row, cellText, valueAt } from './columns.ts'
import { printable } from './printable.ts'

/** How a table is drawn. */
export interface TableOptions {
  readonly columns: readonly string[]
  /** Width to fit into by cutting long cells; no cutting when not said. */
  readonly width?: number
  readonly colour: boolean
}

const gap = 2

const bare = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '' }

/** Widths that fit: the widest column gives way first, none below 6. */
const fitting = (natural: readonly number[], width: number): number[] => {
  const widths = [...natural]
  for (let over = widths.reduce((sum, one) => sum + one, 0) + gap * (widths.length - 1) - width; over > 0; ) {
    const widest = Math.max(...widths)
    if (widest <= 6) break
    const second = Math.max(6, ...widths.filter((one) => one < widest))
    const cut = Math.min(over, widest - second)
    widths[widths.indexOf(widest)] = widest - Math.max(1, cut)
    over -= Math.max(1, cut)
  }
  return widths
}

/** The columns, without those that are empty in every row when the terminal is too narrow for all. */
const told = (rows: readonly Row[], columns: readonly string[], width: number): readonly string[] => {
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => cellText(valueAt(row, column)).length)))
  if (widths.reduce((sum, one) => sum + one + gap, -gap) <= width) return columns
  const full = columns.filter((column) => rows.some((row) => cellText(valueAt(row, column)) !== ''))
  return full.length === 0 ? columns : full
}

/**
 * Rows as a table without lines, numbers to the right.
 * @example table([{ name: 'www', ttl: 300 }], { columns: ['name', 'ttl'], colour: false }) // 'name  ttl\nwww   300\n'
 */
export const table = (rows: readonly Row[], options: TableOptions): string => {
  const { width } = options
  const columns = width === undefined || rows.length === 0 ? options.columns : told(rows, options.columns, width)
  const values = rows.map((row) => columns.map((column) => valueAt(row, column)))
  const cells = values.map((line) => line.map((value) => printable(cellText(value))))
  const right = columns.map((_, index) => values.length > 0 && values.every((line) => typeof line[index] === 'number' || line[index] === null || line[index] === undefined) && values.some((line) => typeof line[index] === 'number'))
  const natural = columns.map((column, index) => Math.max(column.length, ...cells.map((line) => [...(line[index] ?? '')].length)))
  const widths = width === undefined ? undefined : fitting(natural, width)
  const drawn = new Table({
    chars: bare,
    head: columns.map((column) => bold(column, options.colour)),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap },
    colAligns: right.map((one) => (one ? 'right' : 'left')),
    ...(widths === undefined || widths.every((one, index) => one === natural[index]) ? {} : { colWidths: widths.map((one) => one + gap) }),
  })
  drawn.push(...cells)
  return `${drawn.toString().split('\n').map((line) => line.trimEnd()).join('\n')}\n`
}

/** One object as a table of two columns: names and values. */
export const objectTable = (row: Row, options: Omit<TableOptions, 'columns'>): string => {
  const lines = Object.entries(row).map(([name, value]) => ({ name, value: cellText(value) }))
  if (lines.length === 0) return ''
  return table(lines, { ...options, columns: ['name', 'value'] }).split('\n').slice(1).join('\n')
}
