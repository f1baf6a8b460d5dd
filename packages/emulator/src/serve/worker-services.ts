import { workers } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { accountOf } from './account-scope.ts'
import { type Context, type Handler, serve } from './handler.ts'
import { paged } from './paged.ts'
import { queuesIn } from './queue-state.ts'
import { deploymentsOf, domainsOf, removeWorker, shownWorker, workerOf, workerScope, workersOf } from './worker-scripts.ts'

/** The one environment that a Worker has here. */
const environment = 'production'

const getService = (context: Context): Outcome => {
  const name = String(context.input['service_name'])
  const worker = workerOf(context, accountOf(context).id, name)
  const times = { created_on: worker.createdOn, modified_on: worker.modifiedOn }
  return { result: { id: name, ...times, default_environment: { environment, ...times, script: shownWorker(name, worker) }, environments: [{ environment, ...times }] } }
}

const removeService = (context: Context): Outcome => {
  const name = String(context.input['service_name'])
  removeWorker(context, accountOf(context).id, name)
  return { result: { id: name } }
}

const bindingsTo = (context: Context, account: string, type: string): readonly { readonly service: string; readonly name: string; readonly target: string; readonly binding: Readonly<Record<string, unknown>> }[] =>
  workersOf(context)
    .all(account)
    .flatMap(({ id, value }) => value.settings.bindings.filter((binding) => binding.type === type).map((binding) => ({ service: id, name: binding.name, target: String(binding[type === 'service' ? 'service' : 'script_name'] ?? id), binding })))

const references = (context: Context): Outcome => {
  const account = accountOf(context).id
  const name = String(context.input['script_name'])
  workerOf(context, account, name)
  const calls = bindingsTo(context, account, 'service')
  const shown = ({ name: binding }: { readonly name: string }, service: string) => ({ service, environment, name: binding })
  const services = { incoming: calls.filter(({ target }) => target === name).map((call) => shown(call, call.service)), outgoing: calls.filter(({ service }) => service === name).map((call) => shown(call, call.target)), pages_function: false }
  const objects = bindingsTo(context, account, 'durable_object_namespace').filter(({ target }) => target === name)
  return {
    result: {
      ...(services.incoming.length + services.outgoing.length === 0 ? {} : { services }),
      ...(objects.length === 0 ? {} : { durable_objects: objects.map((object) => ({ ...shown(object, object.service), durable_object_namespace_name: `${name}_${String(object.binding['class_name'])}` })) }),
    },
  }
}

const tailProducers = (context: Context): Outcome => {
  const name = String(context.input['script_name'])
  const sends = workersOf(context).all(accountOf(context).id).filter(({ value }) => value.settings.tail_consumers?.some(({ service }) => service === name) === true)
  return { result: sends.map(({ id, value }) => ({ consumer: { service: name, environment }, producer: { service: id, environment }, log_push: value.settings.logpush })) }
}

const getWorker = (context: Context): Outcome => {
  const account = accountOf(context).id
  const wanted = String(context.input['worker_id'])
  const found = workersOf(context).all(account).find(({ id, value }) => value.tag === wanted || id === wanted)
  if (found === undefined) throw refuse('worker_not_found')
  const { id: name, value: worker } = found
  const { settings, subdomain = { enabled: false, previews_enabled: false }, observability = { enabled: false } } = worker
  const users = (type: string) => bindingsTo(context, account, type).filter(({ target, service }) => target === name && service !== name).map(({ service }) => ({ id: workerOf(context, account, service).tag, name: service }))
  const consumers = queuesIn(context).all(account).flatMap(({ id, value }) => value.consumers.filter((consumer) => consumer.script === name).map((consumer) => ({ queue_id: id, queue_name: value.name, queue_consumer_id: consumer.id })))
  return {
    result: {
      id: worker.tag,
      name,
      logpush: settings.logpush,
      observability: observability ?? { enabled: false },
      references: { domains: domainsOf(context).all(account).filter(({ value }) => value.service === name).map(({ id, value: { hostname, zone_id, zone_name } }) => ({ id, hostname, zone_id, zone_name })), durable_objects: users('durable_object_namespace').map(({ id, name: user }) => ({ worker_id: id, worker_name: user })), queues: consumers, workers: users('service'), dispatch_namespace_outbounds: [] },
      subdomain,
      tags: settings.tags,
      tail_consumers: (settings.tail_consumers ?? []).map(({ service }) => ({ name: service })),
      created_on: worker.createdOn,
      updated_on: worker.modifiedOn,
      deployed_on: deploymentsOf(context).all(workerScope(account, name)).at(-1)?.value['created_on'] ?? null,
    },
  }
}

const listNamespaces = (context: Context): Outcome => {
  const rows = workersOf(context).all(accountOf(context).id).flatMap(({ id: script, value: { classes = [] } }) => classes.map(({ id, name, sqlite }) => ({ id, name: `${script}_${name}`, script, class: name, use_sqlite: sqlite })))
  return paged(rows, context.input, { perPage: 20, most: 1000 })
}

/** Handlers of Workers as services, and of what needs them. */
export const workerServiceHandlers: readonly Handler[] = [
  serve(workers.services.get, getService),
  serve(workers.services.remove, removeService),
  serve(workers.workers.get, getWorker),
  serve(workers.durableObjects.list, listNamespaces),
  serve(workers.references.get, references),
  serve(workers.references.tailProducers, tailProducers),
]
