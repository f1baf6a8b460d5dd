import { workers } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { objectClasses } from '../rules/object-classes.ts'
import { codeOf, jsonPart, scriptName } from '../rules/worker-upload.ts'
import { changedSettings, cronsOf, migrationTag, uploadedSettings } from '../rules/workers.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { assetsOf } from './worker-assets.ts'
import { deploymentsOf, deployVersions, putCode, putSettings, removeWorker, shownWorker, versionsOf, type Worker, workerCode, workerOf, workerScope, workersOf } from './worker-scripts.ts'

interface Found {
  readonly account: string
  readonly name: string
  readonly worker: Worker
}

const one = (context: Context): Found => {
  const account = accountOf(context).id
  const name = String(context.input['script_name'])
  return { account, name, worker: workerOf(context, account, name) }
}

const keep = (context: Context, { account, name }: Found, worker: Worker): void => workersOf(context).put(account, name, worker)

const list = (context: Context): Outcome => {
  const { tags } = context.input
  const wanted = typeof tags === 'string' && tags !== '' ? tags.split(',').map((part) => part.split(':')) : []
  const shows = ({ settings }: Worker): boolean => wanted.every(([tag = '', answer]) => settings.tags.includes(tag) === (answer !== 'no'))
  return { result: workersOf(context).all(accountOf(context).id).filter(({ value }) => shows(value)).map(({ id, value }) => shownWorker(id, value)) }
}

const update = (context: Context): Outcome => {
  const account = accountOf(context).id
  const name = scriptName(context.input['script_name'])
  const metadata = jsonPart(context.input['metadata'])
  const before = workersOf(context).get(account, name)
  const settings = uploadedSettings(before?.settings, metadata)
  const tag = migrationTag(before?.migrationTag, metadata['migrations'])
  const assets = assetsOf(context, { account, metadata, before: before?.assets })
  const { observability, migrations } = metadata
  const classes = objectClasses(before?.classes ?? [], migrations, () => context.ids.next())
  const worker = { ...putCode(context, account, name, { code: codeOf(context.input, metadata), settings, assets, annotations: metadata['annotations'] }), ...(tag === undefined ? {} : { migrationTag: tag }), ...(observability === undefined ? {} : { observability }), classes }
  workersOf(context).put(account, name, worker)
  const version = versionsOf(context).all(workerScope(account, name)).at(-1)?.id ?? ''
  return { result: { ...shownWorker(name, worker), deployment_id: version.replaceAll('-', ''), startup_time_ms: 1 } }
}

const updateContent = (context: Context): Outcome => {
  const { account, name, worker } = one(context)
  return { result: shownWorker(name, putCode(context, account, name, { code: codeOf(context.input, jsonPart(context.input['metadata'])), settings: worker.settings, assets: worker.assets })) }
}

const shownSettings = ({ settings }: Worker): Record<string, unknown> => ({ ...settings })

const editSettings = (context: Context): Outcome => {
  const found = one(context)
  return { result: shownSettings(putSettings(context, found.account, found.name, changedSettings(found.worker.settings, jsonPart(context.input['settings'])))) }
}

const isSecret = ({ type }: { readonly type: string }): boolean => type === 'secret_text' || type === 'secret_key'

const shownSecrets = ({ settings }: Worker) => settings.bindings.filter(isSecret).map(({ name, type }) => ({ name, type }))

const putSecret = (context: Context): Outcome => {
  const found = one(context)
  const { name, text, type } = context.input
  if (typeof name !== 'string' || name === '' || typeof text !== 'string' || Buffer.byteLength(text) > 5120 || type !== 'secret_text') throw refuse('worker_secret')
  // Nothing reads the value, so nothing keeps it.
  const secret = { name, type }
  const { settings } = found.worker
  putSettings(context, found.account, found.name, { ...settings, bindings: [...settings.bindings.filter((binding) => binding.name !== name), secret] })
  return { result: secret }
}

const editSecrets = (context: Context): Outcome => {
  const found = one(context)
  const { secrets } = declaredInput(workers.secrets.edit, context.input, () => refuse('worker_secret')) as { readonly secrets: Readonly<Record<string, { readonly text: string } | null>> }
  const given = Object.entries(secrets)
  if (given.some(([, secret]) => secret !== null && Buffer.byteLength(secret.text) > 5120)) throw refuse('worker_secret')
  const { settings } = found.worker
  const bindings = [...settings.bindings.filter(({ name }) => !Object.hasOwn(secrets, name)), ...given.flatMap(([name, secret]) => (secret === null ? [] : [{ name, type: 'secret_text' }]))]
  return { result: shownSecrets(putSettings(context, found.account, found.name, { ...settings, bindings })) }
}

const secretOf = (context: Context, { settings }: Worker): { readonly name: string; readonly type: string } => {
  const wanted = String(context.input['secret_name'])
  const secret = settings.bindings.find((binding) => binding.name === wanted && isSecret(binding))
  if (secret === undefined) throw refuse('worker_binding', { name: wanted })
  return { name: secret.name, type: secret.type }
}

const removeSecret = (context: Context): Outcome => {
  const found = one(context)
  const { name } = secretOf(context, found.worker)
  const { settings } = found.worker
  putSettings(context, found.account, found.name, { ...settings, bindings: settings.bindings.filter((binding) => binding.name !== name) })
  return { result: null }
}

const shownSchedules = ({ schedules }: Worker): Record<string, unknown> => ({ schedules: schedules.map(({ cron, createdOn, modifiedOn }) => ({ cron, created_on: createdOn, modified_on: modifiedOn })) })

const updateSchedules = (context: Context): Outcome => {
  const found = one(context)
  const now = microsecondDate(context.clock.now())
  const schedules = cronsOf(context.input['schedules']).map((cron) => ({ cron, createdOn: found.worker.schedules.find((old) => old.cron === cron)?.createdOn ?? now, modifiedOn: now }))
  const worker = { ...found.worker, schedules }
  keep(context, found, worker)
  return { result: shownSchedules(worker) }
}

const createDeployment = (context: Context): Outcome => {
  const { account, name } = one(context)
  const scope = workerScope(account, name)
  const { versions, strategy, annotations } = context.input
  if (strategy !== 'percentage' || !Array.isArray(versions) || versions.length === 0) throw refuse('request_invalid')
  const shares = versions.map((given: unknown) => {
    const { version_id: id, percentage } = (typeof given === 'object' && given !== null ? given : {}) as { version_id?: unknown; percentage?: unknown }
    if (typeof id !== 'string' || typeof percentage !== 'number' || percentage <= 0 || versionsOf(context).get(scope, id) === undefined) throw refuse('worker_version', { version: String(id) })
    return { version_id: id, percentage }
  })
  if (shares.reduce((sum, { percentage }) => sum + percentage, 0) !== 100) throw refuse('worker_version', { version: shares[0]?.version_id ?? '' })
  return { result: deployVersions(context, account, name, shares, annotations).deployment }
}

const code = (context: Context): Outcome => {
  const { account, name, worker } = one(context)
  return { result: workerCode(context, account, name, worker) }
}

/** Handlers of the Workers of an account. */
export const workerHandlers: readonly Handler[] = [
  serve(workers.scripts.list, list),
  serve(workers.scripts.get, code),
  serve(workers.scripts.update, update),
  serve(workers.scripts.remove, (context) => {
    const account = accountOf(context).id
    const name = String(context.input['script_name'])
    removeWorker(context, account, name)
    return { result: { id: name } }
  }),
  serve(workers.content.get, code),
  serve(workers.content.update, updateContent),
  serve(workers.settings.get, (context) => ({ result: shownSettings(one(context).worker) })),
  serve(workers.settings.edit, editSettings),
  serve(workers.secrets.list, (context) => ({ result: shownSecrets(one(context).worker) })),
  serve(workers.secrets.get, (context) => ({ result: secretOf(context, one(context).worker) })),
  serve(workers.secrets.put, putSecret),
  serve(workers.secrets.edit, editSecrets),
  serve(workers.secrets.remove, removeSecret),
  serve(workers.schedules.get, (context) => ({ result: shownSchedules(one(context).worker) })),
  serve(workers.schedules.update, updateSchedules),
  serve(workers.deployments.list, (context) => {
    const { account, name } = one(context)
    return { result: { deployments: deploymentsOf(context).all(workerScope(account, name)).map(({ value }) => value).toReversed() } }
  }),
  serve(workers.deployments.create, createDeployment),
]
