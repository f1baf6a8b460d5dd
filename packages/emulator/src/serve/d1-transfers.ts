import { d1 } from '@zonewright/v4'
import { createHash } from 'node:crypto'

import { Refusal } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { type DumpOptions, sqlText } from '../rules/sql-text.ts'
import { signAddress, signedFile } from '../state/signed-files.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { d1Invalid, databaseOf, metaOf, runIn } from './d1-databases.ts'
import { type Context, type Handler, serve } from './handler.ts'

/** A state of a database; nothing here goes back to one, so no two are the same. */
const bookmark = ({ ids }: Context): string => `00000000-00000000-00000000-${ids.next()}`

const failed = (context: Context, error: string): Outcome => ({ result: { success: false, type: 'import', status: 'error', error, messages: [], at_bookmark: bookmark(context) } })

const init = (context: Context): Outcome => {
  const name = context.ids.next()
  const path = signAddress(context.state, { name, now: context.clock.now() })
  return { result: { success: true, type: 'import', messages: [], at_bookmark: bookmark(context), filename: name, upload_url: (context.origin ?? '') + path } }
}

const ingest = (context: Context, { filename, etag }: { readonly filename?: unknown; readonly etag?: unknown }): Outcome => {
  const found = databaseOf(context)
  const content = typeof filename === 'string' ? signedFile(context.state, filename) : undefined
  if (content === undefined) throw d1Invalid('filename', 'must name a file that was uploaded')
  if (createHash('md5').update(content).digest('hex') !== etag) throw d1Invalid('etag', 'is not the MD5 of the file')
  try {
    const { results, size } = runIn(context, found, [{ sql: Buffer.from(content).toString('utf8'), params: [] }])
    const changes = results.reduce((sum, one) => sum + one.changes, 0)
    const last = results.at(-1)
    const meta = metaOf({ columns: [], rows: [], changes, changed: changes > 0 || results.some(({ changed }) => changed), lastRowId: last?.lastRowId ?? 0, duration: results.reduce((sum, { duration }) => sum + duration, 0) }, found.database, size)
    return { result: { success: true, type: 'import', status: 'complete', messages: [`Processed ${results.length} queries.`], at_bookmark: bookmark(context), result: { num_queries: results.length, final_bookmark: bookmark(context), meta } } }
  } catch (error) {
    // The call was carried out; it is the file that is wrong.
    if (error instanceof Refusal && error.key === 'd1_sql') return failed(context, error.faults[0]?.message ?? '')
    throw error
  }
}

const importSql = (context: Context): Outcome => {
  databaseOf(context)
  const input = declaredInput(d1.importSql, context.input, d1Invalid)
  if (input['action'] === 'init') return init(context)
  return input['action'] === 'ingest' ? ingest(context, input) : failed(context, 'Not currently importing anything.')
}

const exportSql = (context: Context): Outcome => {
  const { uuid, database } = databaseOf(context)
  const { dump_options: options = {} } = declaredInput(d1.exportSql, context.input, d1Invalid)
  const { result: text } = context.state.sqlDatabases.use(uuid, (sqlDatabase) => sqlText(sqlDatabase, options as DumpOptions))
  const name = context.ids.next()
  const path = signAddress(context.state, { name, now: context.clock.now(), content: Buffer.from(text) })
  return { result: { success: true, type: 'export', status: 'complete', messages: [], at_bookmark: bookmark(context), result: { filename: `${database.name}.sql`, signed_url: (context.origin ?? '') + path } } }
}

/** Handlers of whole databases as SQL. What takes minutes at the service is done at once here. */
export const d1TransferHandlers: readonly Handler[] = [serve(d1.importSql, importSql), serve(d1.exportSql, exportSql)]
