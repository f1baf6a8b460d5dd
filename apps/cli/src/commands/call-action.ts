import { Bytes } from '@zonewright/core'
import { endpoints } from '../api/manifest.ts'
import { readPairs, readValues } from '../call/items.ts'
import { type RawCall, rawEndpoint, rawListing, safetyOf } from '../call/request.ts'
import type { Action } from '../command.ts'
import type { Context } from '../context.ts'
import { UsageError } from '../failures.ts'
import { outputFor } from '../output/output.ts'
import { pagesOf } from '../pages-of.ts'
import { zoneIdOf } from '../zone-lookup.ts'

interface Arguments {
  readonly method: string
  readonly path: string
  readonly values?: readonly string[]
}

interface Options {
  readonly query?: readonly string[]
  readonly header?: readonly string[]
  readonly all?: boolean
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const placeholder = /\{zone:([^{}]+)\}/g

/** The path with zones looked up, without what `--base-url` says already. */
const pathOf = async (context: Context, given: string): Promise<string> => {
  let path = `/${given.replace(/^\/+/, '')}`.replace(/^\/client\/v4(?=\/)/, '')
  for (const [whole, name] of path.matchAll(placeholder)) path = path.replace(whole, await zoneIdOf(context, name as string))
  return path
}

const secretHeader = /^(?:authorization|x-auth-\w+|x-auth-user-service-key)$/i

const headersOf = (given: readonly string[]): Record<string, string> => {
  const headers = Object.fromEntries(readPairs('--header', given, ':').map(([name, value]) => [name.toLowerCase(), value]))
  const secret = Object.keys(headers).find((name) => secretHeader.test(name))
  // Everyone on the machine can read the command lines of its processes.
  if (secret !== undefined) throw new UsageError(`--header ${secret}: a secret does not belong on the command line; export CLOUDFLARE_API_TOKEN, or name another variable with --token-env`)
  return headers
}

/** Calls any path. */
export const run: Action<Arguments, Options> = async (context, args, options) => {
  const method = args.method.toUpperCase()
  if (!methods.includes(method)) throw new UsageError(`method "${args.method}": expected one of ${methods.join(', ')}`)
  if (/^[a-z]+:\/\//i.test(args.path)) throw new UsageError(`path "${args.path}": give the path alone, and the server with --base-url`)
  const headers = headersOf(options.header ?? [])
  const values = await readValues(args.values ?? [], context.io)
  const path = await pathOf(context, args.path)
  const safety = safetyOf(await endpoints().catch(() => []), method, path)
  const raw: RawCall = { method, path, query: readPairs('--query', options.query ?? [], '='), values, ...(safety === undefined ? {} : { safety }) }
  const client = await context.client()
  const callOptions = { ...context.call, headers }
  // What a call gives may have any shape, which a table can't show.
  const output = context.output.chosen ? context.output : outputFor(context.io, 'json')
  if (options.all === true) {
    if (method !== 'GET') throw new UsageError('--all: only GET has pages')
    const { listing, input } = rawListing(raw)
    return output.list(pagesOf(client.list(listing, input, callOptions)))
  }
  const { endpoint, input } = rawEndpoint(raw)
  const result = await client.call(endpoint, input, callOptions)
  if (result instanceof Bytes) return output.bytes(result)
  if (result === undefined) return
  await output.item(result)
}
