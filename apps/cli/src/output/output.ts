import { colourful } from '../colour.ts'
import type { GlobalOptions } from '../command.ts'
import { type Io, widthOf } from '../io.ts'
import { type Row, asRow, columnsOf } from './columns.ts'

/** The forms that results are written in. */
export type Form = NonNullable<GlobalOptions['output']>

/** Pieces of a listing as they come in. */
export type Batches = AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>

/** Writes results to stdout in the form that was asked for. */
export interface Output {
  readonly form: Form
  /** Whether the form was asked for on the command line. */
  readonly chosen: boolean
  /** A listing; CSV and NDJSON are written piece by piece, the others at the end. `columns` are for table and CSV. */
  list(batches: Batches, columns?: readonly string[]): Promise<void>
  /** One result; `columns` of its table, else all names and values. A list gives a row for each of its items. */
  item(value: unknown, columns?: readonly string[]): Promise<void>
  /** Bytes as they come. */
  bytes(source: AsyncIterable<Uint8Array>): Promise<void>
  text(text: string): Promise<void>
}

/** Most columns of a table whose columns nobody chose. */
const most = 8

const collect = async (batches: Batches): Promise<unknown[]> => {
  const all: unknown[] = []
  for await (const batch of batches) for (const value of batch) all.push(value)
  return all
}

const tableOptions = (io: Io): { readonly colour: boolean; readonly width?: number } => {
  const width = widthOf(io.stdout)
  return { colour: colourful(io.stdout, io.env), ...(width === undefined ? {} : { width }) }
}

const streamed = async (io: Io, form: 'csv' | 'ndjson', batches: Batches, columns: readonly string[] | undefined): Promise<void> => {
  const { csv } = await import('./csv.ts')
  const { ndjson } = await import('./json.ts')
  let known = columns
  let head = true
  for await (const batch of batches) {
    if (form === 'ndjson') {
      if (batch.length > 0) await io.stdout.write(ndjson(batch))
      continue
    }
    const rows = batch.map(asRow)
    // The first piece decides the columns: a line of names can't be written a second time.
    known ??= rows.length > 0 ? columnsOf(rows, false) : undefined
    if (known !== undefined) await io.stdout.write(csv(rows, known, head))
    if (known !== undefined) head = false
  }
}

/** The output of a run; the writers of the forms are loaded when they are needed. */
export const outputFor = (io: Io, chosen: Form | undefined): Output => {
  const form = chosen ?? 'table'
  const output: Output = {
    form,
    chosen: chosen !== undefined,
    async list(batches, columns) {
      if (form === 'csv' || form === 'ndjson') return streamed(io, form, batches, columns)
      const all = await collect(batches)
      if (form === 'json') return io.stdout.write((await import('./json.ts')).json(all))
      if (form === 'yaml') return io.stdout.write((await import('./yaml.ts')).yaml(all))
      const rows: Row[] = all.map(asRow)
      const chosenColumns = columns ?? columnsOf(rows, true).slice(0, most)
      if (chosenColumns.length === 0) return
      const { table } = await import('./table.ts')
      await io.stdout.write(table(rows, { ...tableOptions(io), columns: chosenColumns }))
    },
    async item(value, columns) {
      if (form === 'csv' || form === 'ndjson') return streamed(io, form, [Array.isArray(value) ? value : [value]], columns)
      if (form === 'json') return io.stdout.write((await import('./json.ts')).json(value))
      if (form === 'yaml') return io.stdout.write((await import('./yaml.ts')).yaml(value))
      if (value === undefined || value === null) return
      if (Array.isArray(value)) return output.list([value], columns)
      const { objectTable, table } = await import('./table.ts')
      const text = columns === undefined ? objectTable(asRow(value), tableOptions(io)) : table([asRow(value)], { ...tableOptions(io), columns })
      await io.stdout.write(text)
    },
    async bytes(source) {
      for await (const chunk of source) await io.stdout.write(chunk)
    },
    text: (text) => io.stdout.write(text),
  }
  return output
}
