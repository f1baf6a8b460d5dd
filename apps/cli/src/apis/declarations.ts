import type { AnyEndpoint } from '@zonewright/core'
import type { ManifestEndpoint } from '../api/manifest.ts'
import type { ApiName } from './names.ts'

type Module = Readonly<Record<string, unknown>>

const packages: Readonly<Record<Exclude<ApiName, 'v4'>, () => Promise<Module>>> = {
  legacy: () => import('@zonewright/legacy-client'),
  host: () => import('@zonewright/host-gw'),
}

const camel = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/**
 * The declaration of an action of one of the older APIs.
 * @throws Error when the manifest and the package do not fit together.
 */
export const actionOf = async (api: Exclude<ApiName, 'v4'>, { id, module, path }: ManifestEndpoint): Promise<AnyEndpoint> => {
  let found: unknown = (await packages[api]())[camel(module)]
  for (const key of path) found = (found as Module | undefined)?.[key]
  if (typeof found !== 'object' || found === null || !('route' in found)) throw new Error(`${id} is not in its module`)
  return found as AnyEndpoint
}
