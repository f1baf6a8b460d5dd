import { refuse } from '../errors.ts'
import { fieldsOf } from './fields.ts'

/** A ready-made change of headers, and those that exclude it. */
interface Transform {
  readonly id: string
  readonly conflicts?: readonly string[]
}

const request: readonly Transform[] = [
  { id: 'add_client_certificate_headers' },
  { id: 'add_visitor_location_headers' },
  { id: 'remove_visitor_ip_headers', conflicts: ['add_true_client_ip_headers'] },
  { id: 'add_true_client_ip_headers', conflicts: ['remove_visitor_ip_headers'] },
  { id: 'add_waf_credential_check_status_header' },
]

const response: readonly Transform[] = [{ id: 'remove_x-powered-by_header' }, { id: 'add_security_headers' }]

const lists = { managed_request_headers: request, managed_response_headers: response } as const

/** Both lists, as a zone shows them. */
export const shownTransforms = (enabled: readonly string[]): Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> =>
  Object.fromEntries(
    Object.entries(lists).map(([name, transforms]) => [
      name,
      transforms.map(({ id, conflicts = [] }) => ({ id, enabled: enabled.includes(id), has_conflict: conflicts.some((other) => enabled.includes(other)), ...(conflicts.length === 0 ? {} : { conflicts_with: conflicts }) })),
    ]),
  )

const changesIn = (input: Readonly<Record<string, unknown>>, name: keyof typeof lists): readonly (readonly [Transform, boolean])[] => {
  const given = input[name]
  if (!Array.isArray(given)) throw refuse('managed_transform_invalid', { id: '', detail: `${name} is required` })
  return given.map((one: unknown) => {
    const { id, enabled } = fieldsOf(one)
    const transform = lists[name].find((known) => known.id === id)
    if (transform === undefined) throw refuse('managed_transform_invalid', { id: String(id), detail: `it is not in ${name}` })
    if (typeof enabled !== 'boolean') throw refuse('managed_transform_invalid', { id: transform.id, detail: 'enabled must be true or false' })
    return [transform, enabled] as const
  })
}

/** Names of the transforms that work after a change. @throws Refusal `managed_transform_invalid`. */
export const changedTransforms = (before: readonly string[], input: Readonly<Record<string, unknown>>): readonly string[] => {
  const enabled = new Set(before)
  const changes = [...changesIn(input, 'managed_request_headers'), ...changesIn(input, 'managed_response_headers')]
  for (const [{ id }, on] of changes) if (!on) enabled.delete(id)
  for (const [{ id, conflicts = [] }, on] of changes) {
    const conflict = conflicts.find((other) => enabled.has(other))
    if (on && conflict !== undefined) throw refuse('managed_transform_invalid', { id, detail: `it conflicts with ${conflict}` })
    if (on) enabled.add(id)
  }
  return [...enabled]
}
