import type { Endpoint, Listing } from '@zonewright/core'
import { endpoints, type ManifestInput } from '../../api/manifest.ts'
import { actionOf } from '../../apis/declarations.ts'
import { apiTitles } from '../../apis/names.ts'
import { readValues } from '../../call/items.ts'
import type { Action } from '../../command.ts'
import { UsageError } from '../../failures.ts'
import { outputFor } from '../../output/output.ts'
import { pagesOf } from '../../pages-of.ts'

interface Arguments {
  readonly method: string
  readonly path: string
  readonly values?: readonly string[]
}

/** A form has texts alone, so a text is taken for what the action wants: a number, or a list with commas. */
const meant = (value: unknown, input: ManifestInput | undefined): unknown => {
  if (typeof value !== 'string' || input === undefined) return value
  if (input.type === 'array') return value.split(',')
  const numeric = input.type === 'integer' || input.type === 'number' || input.enum?.some((one) => typeof one === 'number') === true
  return numeric && /^-?\d+$/.test(value) ? Number(value) : value
}

/** Calls an action of one of the older APIs by its name. */
export const run: Action<Arguments, { readonly query?: readonly string[]; readonly header?: readonly string[]; readonly all?: boolean }> = async (context, { method, path, values = [] }, options) => {
  const { api = 'legacy' } = context.global
  if (api === 'v4') throw new UsageError('API v4 has its own form of this command')
  const unused = Object.keys(options).find((name) => name !== 'all')
  if (unused !== undefined) throw new UsageError(`--${unused}: ${apiTitles[api]} takes everything in a form; write name=value`)
  if (method.toUpperCase() !== 'POST') throw new UsageError(`method "${method}": actions are called with POST, as in zw --api ${api} call POST ${path}`)
  const found = (await endpoints(api)).find(({ id, route }) => route.toLowerCase() === path.toLowerCase() || id === path)
  if (found === undefined) throw new UsageError(`"${path}" is no action of ${apiTitles[api]}; zw routes --api ${api} lists them`)
  const given = await readValues(values, context.io)
  if (given.body !== undefined || given.files.length > 0) throw new UsageError(`${apiTitles[api]} takes no files; write name=value, or name=@file for the text of one`)
  const input = Object.fromEntries(Object.entries(given.fields).map(([name, value]) => [name, meant(value, found.input.find((one) => one.name === name))]))
  const declaration = await actionOf(api, found)
  const client = await context.client()
  const output = context.output.chosen ? context.output : outputFor(context.io, 'json')
  if (declaration.kind === 'list') return output.list(pagesOf(client.list(declaration as Listing, input as never, context.call)))
  await output.item(await client.call(declaration as Endpoint, input as never, context.call))
}
