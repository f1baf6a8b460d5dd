import { seededIds } from '../seed.ts'
import type { ErrorCase, Send } from '../testing/error-case.ts'

const path = `/accounts/${seededIds.account("user@example.com's Account")}/d1/database`
const unknownId = '00000000-0000-4000-8000-000000000000'

/** Runs SQL in a new database. */
const query = (body: unknown): Send => async (emulator) => {
  const { json } = await emulator.call('POST', path, { name: 'one' })
  return emulator.call('POST', `${path}/${String(json.result['uuid'])}/query`, body)
}

/** A request for every refusal of D1. */
export const d1ErrorCases: readonly ErrorCase[] = [
  { key: 'd1_not_found', when: 'the database is not there', send: (emulator) => emulator.call('POST', `${path}/${unknownId}/query`, { sql: 'SELECT 1' }) },
  { key: 'd1_invalid', when: 'the name of a database has a space', send: (emulator) => emulator.call('POST', path, { name: 'a b' }) },
  { key: 'd1_invalid', when: 'a query has no SQL', send: query({ params: [] }) },
  {
    key: 'd1_name_taken',
    when: 'another database has the name',
    send: async (emulator) => {
      await emulator.call('POST', path, { name: 'one' })
      return emulator.call('POST', path, { name: 'one' })
    },
  },
  { key: 'd1_invalid', when: 'a file that was not uploaded should be run', send: async (emulator) => {
    const { json } = await emulator.call('POST', path, { name: 'orders' })
    return emulator.call('POST', `${path}/${json.result['uuid']}/import`, { action: 'ingest', filename: 'none', etag: 'none' })
  } },
  { key: 'd1_sql', when: 'a table is not there', send: query({ sql: 'SELECT * FROM none' }) },
  { key: 'd1_sql', when: 'SQL reaches for a file', send: query({ sql: "ATTACH DATABASE '/tmp/other' AS other" }) },
]
