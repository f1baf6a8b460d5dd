import '@zonewright/core/zod'
import { issueWords, type SchemaIssue } from '@zonewright/bridge/wire'
import type { AnyEndpoint, Schema } from '@zonewright/core'

import type { Refusal } from '../errors.ts'

/** What of a schema is used: the names of its fields, and its check. */
interface Checkable {
  readonly _zod: { readonly def: { readonly shape?: Readonly<Record<string, Schema>> } }
  readonly '~standard': { validate(value: unknown): { readonly issues?: readonly SchemaIssue[] } }
}

/**
 * The fields of a request that its endpoint declares, those of the path left out, checked as the declaration says. Fields
 * that nobody declared are ignored, as the service does; what is not sent is not there.
 * @param invalid Makes the refusal from the field's name and what is wrong with it.
 */
export const declaredInput = (endpoint: AnyEndpoint, input: Readonly<Record<string, unknown>>, invalid: (field: string, detail: string) => Refusal): Record<string, unknown> => {
  const schema = endpoint.input as unknown as Checkable
  const names = Object.keys(schema._zod.def.shape ?? {}).filter((name) => input[name] !== undefined)
  const declared = Object.fromEntries(names.map((name) => [name, input[name]]))
  const issue = schema['~standard'].validate(declared).issues?.find(({ code }) => code !== 'unrecognized_keys')
  if (issue !== undefined) throw invalid((issue.path ?? []).map(String).join('.') || 'request', issueWords(issue))
  return Object.fromEntries(Object.entries(declared).filter(([name]) => !endpoint.target.parameters.includes(name)))
}
