import type { AnyEndpoint } from '@zonewright/core'
import { logpush } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { challengeFile, destinationKind, hasDataset, needsProof, proofOf } from '../rules/logpush.ts'
import type { Collection } from '../state/documents.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve, serveZone, type ZoneContext } from './handler.ts'

type Fields = Readonly<Record<string, unknown>>

/** A zone or an account: where its jobs are kept, and which logs it has. */
interface Level {
  readonly scope: string
  readonly kind: 'zone' | 'account'
}

const jobsIn = ({ state }: Context): Collection<Fields> => state.documents.collection('logpush_jobs')

/** One row that counts the jobs of everybody: numbers are never used again. */
const numbersIn = ({ state }: Context): Collection<{ readonly last: number }> => state.documents.collection('logpush_numbers')

const invalid = (field: string, detail: string) => refuse('logpush_invalid', { field, detail })

const defaults = { enabled: false, name: null, kind: '', filter: null, frequency: null, logpull_options: null, max_upload_bytes: null, max_upload_interval_seconds: null, max_upload_records: null, output_options: null }

const shown = (id: string, job: Fields): Fields => ({ id: Number(id), ...job })

const find = (context: Context, { scope }: Level): { readonly id: string; readonly job: Fields } => {
  const id = String(context.input['job_id'])
  const job = jobsIn(context).get(scope, id)
  if (job === undefined) throw refuse('logpush_not_found')
  return { id, job }
}

const destinationOf = (given: unknown): { readonly destination: string; readonly kind: string } => {
  const kind = typeof given === 'string' ? destinationKind(given) : undefined
  if (typeof given !== 'string' || kind === undefined) throw invalid('destination_conf', 'must be an address such as r2://bucket/{DATE}')
  return { destination: given, kind }
}

const checkProof = ({ scope }: Level, given: unknown, proof: unknown): void => {
  const { destination, kind } = destinationOf(given)
  if (needsProof(kind) && proof !== proofOf(scope, destination)) throw refuse('logpush_challenge')
}

const create = (context: Context, level: Level, endpoint: AnyEndpoint): Outcome => {
  const { ownership_challenge: proof, dataset = 'http_requests', ...given } = declaredInput(endpoint, context.input, invalid)
  if (!hasDataset(level.kind, String(dataset))) throw invalid('dataset', `this ${level.kind} has no ${String(dataset)}`)
  checkProof(level, given['destination_conf'], proof)
  const number = (numbersIn(context).get('all', 'job')?.last ?? 0) + 1
  const job = { dataset, ...defaults, ...given, last_complete: null, last_error: null, error_message: null }
  numbersIn(context).put('all', 'job', { last: number })
  jobsIn(context).put(level.scope, String(number), job)
  return { result: shown(String(number), job) }
}

const update = (context: Context, level: Level, endpoint: AnyEndpoint): Outcome => {
  const { id, job } = find(context, level)
  const { ownership_challenge: proof, ...given } = declaredInput(endpoint, context.input, invalid)
  if (given['destination_conf'] !== undefined && given['destination_conf'] !== job['destination_conf']) checkProof(level, given['destination_conf'], proof)
  const after = { ...job, ...given }
  jobsIn(context).put(level.scope, id, after)
  return { result: shown(id, after) }
}

const challenge = (context: Context, { scope }: Level): Outcome => {
  const { destination } = destinationOf(context.input['destination_conf'])
  return { result: { filename: challengeFile(proofOf(scope, destination)), valid: true, message: '' } }
}

const checkChallenge = (context: Context, { scope }: Level): Outcome => {
  const { destination } = destinationOf(context.input['destination_conf'])
  return { result: { valid: context.input['ownership_challenge'] === proofOf(scope, destination) } }
}

type Jobs = typeof logpush.account | typeof logpush.zone

const handlersOf = <C extends Context>(jobs: Jobs, levelOf: (context: C) => Level, serveIn: (endpoint: AnyEndpoint, handle: (context: C) => Outcome) => Handler): readonly Handler[] => [
  serveIn(jobs.list, (context) => ({ result: jobsIn(context).all(levelOf(context).scope).map(({ id, value }) => shown(id, value)) })),
  serveIn(jobs.create, (context) => create(context, levelOf(context), jobs.create)),
  serveIn(jobs.get, (context) => {
    const { id, job } = find(context, levelOf(context))
    return { result: shown(id, job) }
  }),
  serveIn(jobs.update, (context) => update(context, levelOf(context), jobs.update)),
  serveIn(jobs.remove, (context) => {
    const level = levelOf(context)
    const { id } = find(context, level)
    jobsIn(context).remove(level.scope, id)
    return { result: { id: Number(id) } }
  }),
  serveIn(jobs.challenge, (context) => challenge(context, levelOf(context))),
  serveIn(jobs.checkChallenge, (context) => checkChallenge(context, levelOf(context))),
]

/** Handlers of Logpush. Jobs are kept; nothing is pushed anywhere. */
export const logpushHandlers: readonly Handler[] = [
  ...handlersOf<Context>(logpush.account, (context) => ({ scope: accountOf(context).id, kind: 'account' }), serve),
  ...handlersOf<ZoneContext>(logpush.zone, ({ zone }) => ({ scope: zone.id, kind: 'zone' }), serveZone),
]
