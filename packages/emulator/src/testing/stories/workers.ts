import { token } from '@zonewright/core'
import { ai, historic, kv, workers } from '@zonewright/v4'

import { zoneId } from '../start.ts'
import { type Visitor, visitResource } from '../visitor.ts'

const code = "addEventListener('fetch', (event) => event.respondWith(fetch(event.request)))"

/** Workers with all that hangs on them. */
export const workerStory = async (visitor: Visitor): Promise<void> => {
  const { visit, know, later } = visitor
  const { scripts, content, settings, scriptSettings, secrets, schedules, subdomain, deployments, domains, routes } = workers
  know({ script_name: 'one', secret_name: 'KEY' })
  await visit(scripts.update, { script: code })
  later(() => visit(scripts.remove, { script_name: 'one' }))
  await visit(scripts.get)
  await visit(scripts.list)
  await visit(content.update, { metadata: { body_part: 'script' }, script: `${code};` })
  await visit(content.get)
  await visit(settings.edit, { settings: { logpush: true } })
  await visit(settings.get)
  await visit(scriptSettings.edit, { tags: ['live'] })
  await visit(scriptSettings.get)
  await visit(secrets.put, { name: 'KEY', text: 'hidden', type: 'secret_text' })
  await visit(secrets.list)
  await visit(secrets.get)
  await visit(secrets.remove)
  await visit(secrets.edit, { secrets: { OTHER: { name: 'OTHER', text: 'hidden', type: 'secret_text' } } })
  await visit(schedules.update, { schedules: [{ cron: '0 3 * * *' }] })
  await visit(schedules.get)
  await visit(subdomain.updateAccount, { subdomain: 'example' })
  await visit(subdomain.getAccount)
  await visit(subdomain.update, { enabled: true })
  await visit(subdomain.get)
  const { deployments: [first] = [] } = (await visit(deployments.list)) as { readonly deployments?: readonly { readonly versions: readonly { readonly version_id: string }[] }[] }
  await visit(deployments.create, { strategy: 'percentage', versions: [{ version_id: first?.versions[0]?.version_id, percentage: 100 }] })
  const route = { pattern: 'example.com/a*', script: 'one' }
  await visitResource(visitor, routes, { id: 'route_id', create: route, update: route })
  const { id } = await visit(domains.put, { hostname: 'api.example.com', service: 'one', zone_id: zoneId })
  know({ domain_id: id })
  await visit(domains.get)
  await visit(domains.getRecord)
  await visit(domains.list)
  await visit(domains.remove)
  const { services, references, triggers } = workers
  await visit(triggers.updateRoutes, { routes: [{ pattern: route.pattern }] })
  await visit(triggers.compareDomains, { origins: [{ hostname: 'api.example.com' }] })
  await visit(triggers.updateDomains, { origins: [{ hostname: 'api.example.com' }] })
  await visit(references.get)
  await visit(workers.durableObjects.list)
  await visit(references.tailProducers)
  know({ service_name: 'two' })
  await visit(scripts.update, { script_name: 'two', script: code })
  await visit(services.get)
  await visit(workers.workers.get, { worker_id: 'two' })
  await visit(services.remove)
  await visit(historic.zoneWorkers.put, { script: code })
  await visit(historic.zoneWorkers.list)
  await visit(historic.zoneWorkers.remove)
}

/** Static files of a Worker. */
export const assetStory = async (visitor: Visitor): Promise<void> => {
  const hash = '5d41402abc4b2a76b9719d911017c592'
  const { jwt } = await visitor.visit(workers.assets.createSession, { manifest: { '/index.html': { hash, size: 5 } } })
  await visitor.as(token(String(jwt))).visit(workers.assets.upload, { base64: true, files: [{ name: hash, type: 'text/html', content: 'aGVsbG8=' }] })
}

/** Versions of a Worker, who reads its logs, and models that a Worker may ask. */
export const versionStory = async (visitor: Visitor): Promise<void> => {
  const { visit, know } = visitor
  const { versions, tails } = workers
  const { id } = await visit(versions.create, { metadata: { main_module: 'a.js' }, files: [{ name: 'a.js', type: 'application/javascript+module', content: 'export default {}' }] })
  know({ version_id: id })
  await visit(versions.get)
  await visit(versions.list)
  await visitResource(visitor, tails, { id: 'tail_id', create: {} })
  await visit(ai.models.search)
}

/** Namespaces, keys and values. */
export const kvStory = async (visitor: Visitor): Promise<void> => {
  const { visit, know } = visitor
  await visitResource(visitor, kv.namespaces, { id: 'namespace_id', create: { title: 'one' }, update: { title: 'two' } })
  know({ key_name: 'a/b' })
  await visit(kv.values.put, { value: 'text', metadata: { size: 4 } })
  await visit(kv.values.get)
  await visit(kv.values.metadata)
  await visit(kv.values.remove)
  await visit(kv.bulk.put, { pairs: [{ key: 'a', value: '1' }] })
  await visit(kv.bulk.get, { keys: ['a'] })
  await visit(kv.keys.list)
  await visit(kv.bulk.remove, { keys: ['a'] })
  await visit(kv.bulk.removeByDelete, { keys: ['a'] })
}
