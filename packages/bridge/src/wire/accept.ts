import type { AnyEndpoint } from '@zonewright/core'

import { coerce, type ParameterKind, parameterKinds } from './coerce.ts'
import { issueWords, type SchemaIssue } from './issue.ts'
import type { Parameters } from './parameters.ts'

/** One thing that is wrong with a form. */
export interface FormIssue {
  /** Name of the parameter. */
  readonly field: string
  readonly missing: boolean
  /** Kind of mistake in the schema library's words, such as `too_big`. */
  readonly code: string
  /** What the declaration wants of it, in words. */
  readonly detail: string
}

/** How the forms of one action are read. */
export interface FormReading {
  /** The declarations that a form may fit, the newest first; all have one action name. */
  readonly forms: readonly AnyEndpoint[]
  /** Mends what programs in the wild send before the declaration is asked, such as a trailing comma. */
  readonly mend?: (parameters: Parameters) => Parameters
  /** The form is taken as it was sent, whatever the declaration says: programs name its parts as they like. */
  readonly asSent?: boolean
}

/** A form that was understood: its input, or what is wrong with it. */
export type AcceptedForm = { readonly endpoint: AnyEndpoint; readonly input: Readonly<Record<string, unknown>> } | { readonly issues: readonly FormIssue[] }

interface Checkable {
  readonly '~standard': { validate(value: unknown): { readonly value?: unknown; readonly issues?: readonly SchemaIssue[] } }
}

/** A form has texts alone: a program writes a switch as 1 or 0 and a list with commas. */
const valueOf = (text: string, kind: ParameterKind | undefined): unknown => {
  if (typeof kind === 'object') return text === '' ? [] : coerce(text.split(','), kind)
  if (kind === 'boolean' && (text === '1' || text === '0')) return text === '1'
  return coerce([text], kind)
}

const fitForm = (endpoint: AnyEndpoint, parameters: Parameters): AcceptedForm => {
  const fields: Record<string, unknown> = {}
  for (const [name, kind] of parameterKinds(endpoint.input)) {
    const text = parameters[name]
    // An empty field is one that was not given; PHP programs send those.
    if (text !== undefined && text !== '') fields[name] = valueOf(text, kind)
  }
  const { value, issues } = (endpoint.input as unknown as Checkable)['~standard'].validate(fields)
  if (issues === undefined) return { endpoint, input: value as Readonly<Record<string, unknown>> }
  return {
    issues: issues.map((issue) => {
      // What is wrong with several fields together has no path.
      const [name] = issue.path ?? []
      const field = String(name ?? 'request')
      return { field, missing: name !== undefined && fields[field] === undefined, code: issue.code ?? '', detail: issueWords(issue) }
    }),
  }
}

/**
 * The input of a form: that of the first declaration it fits; unknown and empty parameters are ignored. Where it fits
 * none, what the newest declaration finds wrong counts.
 * @example acceptForm({ forms: [records.remove] }, { z: 'example.com', id: '70001' })
 */
export const acceptForm = ({ forms, mend, asSent }: FormReading, parameters: Parameters): AcceptedForm => {
  const [newest] = forms
  if (asSent === true && newest !== undefined) return { endpoint: newest, input: parameters }
  const mended = mend?.(parameters) ?? parameters
  let first: AcceptedForm | undefined
  for (const form of forms) {
    const accepted = fitForm(form, mended)
    if ('input' in accepted) return accepted
    first ??= accepted
  }
  return first as AcceptedForm
}
