import { basename } from 'node:path'
import type { Context } from '../context.ts'
import { UsageError } from '../failures.ts'
import { inputName, readInput } from '../input-file.ts'
import { zoneIdOf } from '../zone-lookup.ts'
import { flagName, optionKey } from './flags.ts'
import type { ManifestEndpoint, ManifestInput } from './manifest.ts'

/** JSON, where a text is JSON; else the text. */
const jsonOrText = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const jsonOf = (text: string, where: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UsageError(`${where} ${text.length > 60 ? `${text.slice(0, 57)}...` : text}: it is not JSON; quote it for the shell, as in '{"a":1}'`, { cause })
  }
}

const itemsAreText = (items: unknown): boolean => {
  const type = typeof items === 'string' ? items : (items as { readonly type?: unknown } | null | undefined)?.type
  return type === 'string' || type === 'enum'
}

const listOf = (input: ManifestInput, given: readonly string[]): unknown => {
  const [first = ''] = given
  if (given.length === 1 && first.trimStart().startsWith('[')) return jsonOf(first, `--${flagName(input)}`)
  return itemsAreText(input.items) ? given : given.map(jsonOrText)
}

const uploadOf = async (input: ManifestInput, path: string, context: Context): Promise<unknown> => ({ name: path === '-' ? input.name : basename(path), content: await readInput(path, context.io) })

const valueOf = async (input: ManifestInput, given: unknown, context: Context): Promise<unknown> => {
  if (input.type === 'array' && input.items === 'upload') return Promise.all((given as readonly string[]).map((path) => uploadOf(input, path, context)))
  if (input.type === 'array') return listOf(input, given as readonly string[])
  if (typeof given !== 'string') return given
  if (input.name === 'zone_id' && input.in === 'path') return zoneIdOf(context, given)
  if (input.type === 'upload') return uploadOf(input, given, context)
  if (input.type === 'object') return jsonOf(given, `--${flagName(input)}`)
  if (input.type === 'union' || input.type === 'unknown') return jsonOrText(given)
  if (input.type === 'enum') return input.enum?.find((one) => String(one) === given) ?? given
  return given
}

const fromFile = async (path: string, context: Context): Promise<Readonly<Record<string, unknown>>> => {
  const text = Buffer.from(await readInput(path, context.io)).toString('utf8')
  const value = jsonOf(text, `--input ${inputName(path)}`)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UsageError(`--input ${inputName(path)}: expected a JSON object of inputs`)
  return value as Readonly<Record<string, unknown>>
}

/**
 * The input of a call from its flags.
 * @throws UsageError when required inputs are missing, each with its flag, and for text that is not JSON where it must be.
 */
export const inputFrom = async (endpoint: ManifestEndpoint, options: Readonly<Record<string, unknown>>, context: Context): Promise<Record<string, unknown>> => {
  const input: Record<string, unknown> = { ...(options['input'] === undefined ? {} : await fromFile(String(options['input']), context)) }
  const said = endpoint.input.filter((one) => options[optionKey(flagName(one))] !== undefined)
  const missing = endpoint.input.filter((one) => one.required && !said.includes(one) && input[one.name] === undefined)
  if (missing.length > 0) throw new UsageError(missing.map((one) => `--${flagName(one)} is missing: ${one.description ?? one.name}`.replace(/\.(?:\s.*)?$/s, '')))
  for (const one of said) input[one.name] = await valueOf(one, options[optionKey(flagName(one))], context)
  return input
}
