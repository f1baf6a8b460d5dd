import { type ZoneFile, includeFiles, readZone } from '@zonewright/bind'
import type { ResourceRecord, ZoneStore } from '@zonewright/zone'
import { dirname } from 'node:path'
import type { Action } from '../command.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failures.ts'
import { inputName, readInput } from '../input-file.ts'
import { type Step, runSteps } from '../progress.ts'
import { zoneFaultLine } from '../zone-file.ts'
import { type FoundZone, isIdentifier, zoneName, zoneOf } from '../zone-lookup.ts'

/** Most bytes that the import endpoint takes. */
const fileLimit = 262_144

interface Arguments {
  readonly file: string
  readonly zone: string
}

interface Options {
  readonly method?: 'file' | 'batch'
  readonly proxied?: boolean
}

interface State {
  readonly store: ZoneStore
  bytes: Uint8Array
  zone: FoundZone
  records: readonly ResourceRecord[]
  /** Records of the file that the service looks after itself. */
  skipped: readonly ResourceRecord[]
  report?: ImportReport
}

interface ImportReport {
  readonly zone: string
  readonly method: 'file' | 'batch'
  readonly in_file: number
  readonly added: number
  readonly skipped: number
  readonly refused: number
}

const read = (bytes: Uint8Array, file: string, origin: string): ZoneFile =>
  readZone(bytes, { origin, file: inputName(file), onError: 'collect', ...(file === '-' ? {} : { include: (request) => includeFiles(dirname(file))(request) }) })

const belongsToService = (record: ResourceRecord, apex: string): boolean => record.type === 'SOA' || (record.type === 'NS' && record.name === apex)

/** Why a record can't be imported, or undefined when it can. */
const problemOf = (record: ResourceRecord, apex: string, store: ZoneStore): string | undefined => {
  if (record.name !== apex && !record.name.endsWith(`.${apex}`)) return `${record.name} ${record.type} is not in ${apex}; remove it, or import it into its own zone`
  if (record.class !== 'IN') return `${record.name} ${record.type} has class ${record.class}, the service holds IN only; remove it`
  if (!store.can.types.includes(record.type) && !belongsToService(record, apex)) return `${record.name} ${record.type}: the service has no records of this type; remove it`
  return undefined
}

const checked = (file: ZoneFile, apex: string, store: ZoneStore): readonly ResourceRecord[] => {
  const problems = [...file.errors.map(zoneFaultLine), ...file.records.flatMap((record) => problemOf(record, apex, store) ?? [])]
  if (problems.length > 0) throw new Failure([...problems, 'nothing was sent'])
  return file.records
}

const sendFile = async (context: Context, state: State, options: Options): Promise<ImportReport> => {
  const { records } = await import('@zonewright/v4/dns')
  const client = await context.client()
  const { printZone } = await import('@zonewright/bind')
  // What we checked is what we send: $INCLUDE, $GENERATE and the records of the service are worked out already.
  const content = printZone(state.records, { layout: 'cloudflare', origin: `${state.zone.name}.` })
  if (Buffer.byteLength(content) > fileLimit) throw new Failure(`the records make ${Buffer.byteLength(content)} bytes, the import endpoint takes ${fileLimit}; use --method batch`)
  const result = await client.call(records.importZone, { zone_id: state.zone.id, file: { name: `${state.zone.name}.zone`, type: 'text/plain', content }, ...(options.proxied === undefined ? {} : { proxied: options.proxied }) }, context.call)
  return { zone: state.zone.name, method: 'file', in_file: state.records.length + state.skipped.length, added: result.recs_added, skipped: state.skipped.length, refused: state.records.length - result.recs_added }
}

const withProxy = (record: ResourceRecord, proxied: boolean | undefined): ResourceRecord =>
  proxied === undefined || record.attributes?.proxied !== undefined || !['A', 'AAAA', 'CNAME'].includes(record.type) ? record : { ...record, attributes: { ...record.attributes, proxied } }

const sendBatches = async (context: Context, state: State, options: Options, say: (text: string) => void): Promise<ImportReport> => {
  const { id, name, plan } = state.zone
  const changes = state.records.map((record) => ({ kind: 'create', after: withProxy(record, options.proxied) }) as const)
  const outcome = await state.store.apply({ id, name: `${name}.`, ...(plan === undefined ? {} : { plan }) }, changes, { signal: context.call.signal, onProgress: (settled, total) => say(`${settled} of ${total}`) })
  if (outcome.done.length > 0 && outcome.done.length < changes.length) context.carriedOut(`${outcome.done.length} of ${changes.length} records were added before that`)
  if (outcome.unknown.length > 0) context.carriedOut(`${outcome.done.length} of ${changes.length} records were added, of ${outcome.unknown.length} the answer was lost; list the zone before you import again`)
  const [first] = [...outcome.unknown, ...outcome.failed]
  if (first !== undefined) throw first.error
  return { zone: name, method: 'batch', in_file: state.records.length + state.skipped.length, added: outcome.done.length, skipped: state.skipped.length, refused: 0 }
}

/** Imports a zone file: all of it is read and checked before anything is sent. */
export const run: Action<Arguments, Options> = async (context, { file, zone }, options) => {
  const steps: Step<State>[] = [
    {
      title: `Read ${inputName(file)}`,
      async run(state) {
        state.bytes = await readInput(file, context.io)
      },
    },
    {
      title: `Find ${zone}`,
      async run(state) {
        // A name says enough to read the file, so that a bad file is reported without any call.
        state.zone = isIdentifier(zone) ? await zoneOf(context, zone) : { id: '', name: await zoneName(zone) }
      },
    },
    {
      title: 'Check the records',
      async run(state, say) {
        const apex = `${state.zone.name}.`
        const records = checked(read(state.bytes, file, apex), apex, state.store)
        state.records = records.filter((record) => !belongsToService(record, apex))
        state.skipped = records.filter((record) => belongsToService(record, apex))
        if (state.zone.id === '') state.zone = await zoneOf(context, zone)
        say(`${state.records.length} to add, ${state.skipped.length} skipped`)
      },
    },
    {
      title: 'Send them',
      async run(state, say) {
        const method = options.method ?? (state.bytes.length > fileLimit ? 'batch' : 'file')
        state.report = method === 'file' ? await sendFile(context, state, options) : await sendBatches(context, state, options, say)
      },
    },
  ]
  const { zoneStore } = await import('@zonewright/v4/zone-store')
  const state: State = { store: zoneStore(await context.client()), bytes: new Uint8Array(0), zone: { id: '', name: '' }, records: [], skipped: [] }
  await runSteps(context, state, steps)
  for (const record of state.skipped) await context.note(`zw: skipped ${record.name} ${record.type} ${record.rdata}: the service looks after it`)
  if (state.report !== undefined && state.report.refused > 0) await context.note(`zw: ${state.report.refused} records were not added: the service has them already, or refused them`)
  await context.output.item(state.report)
}
