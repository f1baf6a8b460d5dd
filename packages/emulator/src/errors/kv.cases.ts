import { seededIds } from '../seed.ts'
import type { ErrorCase, Send } from '../testing/error-case.ts'

const path = `/accounts/${seededIds.account("user@example.com's Account")}/storage/kv/namespaces`
const unknownId = '0'.repeat(32)
const call = (method: string, below: string, body?: unknown): Send => (emulator) => emulator.call(method, path + below, body)

/** Makes a namespace and sends a request about it. */
const within = (method: string, below: string, body?: unknown): Send => async (emulator) => {
  const { json } = await emulator.call('POST', path, { title: 'one' })
  return emulator.call(method, `${path}/${json.result.id}${below}`, body)
}

const form = (fields: Readonly<Record<string, string>>): FormData => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

/** A request for every refusal of Workers KV. */
export const kvErrorCases: readonly ErrorCase[] = [
  { key: 'kv_key_not_found', when: 'the key is not there', send: within('GET', '/values/none') },
  { key: 'kv_key_not_found', when: 'the key whose metadata is asked for is not there', send: within('GET', '/metadata/none') },
  { key: 'kv_namespace_not_found', when: 'the namespace is not there', send: call('GET', `/${unknownId}/keys`) },
  {
    key: 'kv_title_taken',
    when: 'another namespace has the title',
    send: async (emulator) => {
      await emulator.call('POST', path, { title: 'one' })
      return emulator.call('POST', path, { title: 'one' })
    },
  },
  { key: 'kv_title', when: 'a namespace has no title', send: call('POST', '', {}) },
  { key: 'kv_key_name', when: 'a key is longer than 512 bytes', send: within('PUT', `/values/${'ü'.repeat(257)}`, 'x') },
  { key: 'kv_value_size', when: 'a value is larger than 25 MiB', options: { maxBodyBytes: 30_000_000 }, send: within('PUT', '/values/a', 'x'.repeat(26_214_401)) },
  { key: 'kv_metadata', when: 'metadata is larger than 1,024 bytes', send: within('PUT', '/values/a', form({ value: 'x', metadata: JSON.stringify({ a: 'x'.repeat(1024) }) })) },
  { key: 'kv_expiration', when: 'a value should last for 59 seconds', send: within('PUT', '/values/a?expiration_ttl=59', 'x') },
]
