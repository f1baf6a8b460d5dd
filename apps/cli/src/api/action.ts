import type { Endpoint, Listing } from '@zonewright/core'
import { InputError } from '@zonewright/core'
import type { Action } from '../command.ts'
import { Failure } from '../failures.ts'
import { refuseForm } from '../output/no-form.ts'
import { pagesOf } from '../pages-of.ts'
import { flagName } from './flags.ts'
import type { ManifestEndpoint } from './manifest.ts'
import { declarationOf } from './modules.ts'
import { inputFrom } from './values.ts'

/** Complaints about inputs, told with the flags that they came from. */
const withFlags = (endpoint: ManifestEndpoint, error: unknown): unknown => {
  if (!(error instanceof InputError)) return error
  const lines = error.issues.map(({ path, message }) => {
    const [first, ...rest] = path
    const input = endpoint.input.find((one) => one.name === first)
    if (input === undefined) return `${endpoint.route}: ${path.length > 0 ? `${path.map(String).join('.')}: ` : ''}${message}`
    return `--${flagName(input)}${rest.length > 0 ? ` ${rest.map(String).join('.')}` : ''}: ${message}`
  })
  return new Failure(lines, { cause: error })
}

/** What the command of an endpoint does. */
export const actionFor =
  (endpoint: ManifestEndpoint): Action<object, Readonly<Record<string, unknown>>> =>
  async (context, _, options) => {
    if (endpoint.sunset != null) await context.note(`zw: the service stopped answering ${endpoint.method} ${endpoint.route} on ${endpoint.sunset}; the emulator still does`)
    const declaration = await declarationOf(endpoint)
  if (declaration.kind === 'stream') refuseForm(context, 'gives the answer as it comes')
    const input = (await inputFrom(endpoint, options, context)) as never
    const client = await context.client()
    try {
      if (declaration.kind === 'list') {
        const limit = options['maxItems'] as number | undefined
        await context.output.list(pagesOf(client.list(declaration as Listing, input, context.call), limit))
      } else if (declaration.kind === 'stream') await context.output.bytes(await client.download(declaration, input, context.call))
      else await context.output.item(await client.call(declaration as Endpoint, input, context.call))
    } catch (error) {
      throw withFlags(endpoint, error)
    }
  }
