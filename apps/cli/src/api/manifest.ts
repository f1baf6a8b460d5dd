/// <reference path="./manifest-json.d.ts" />
import type { ApiName } from '../apis/names.ts'

/** The kinds of values that inputs have. */
export type InputType = 'string' | 'integer' | 'number' | 'boolean' | 'enum' | 'array' | 'object' | 'upload' | 'union' | 'unknown'

/** One input of an endpoint, as the manifest tells it. */
export interface ManifestInput {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'body'
  readonly required: boolean
  readonly type: InputType
  readonly enum?: readonly (string | number | boolean)[]
  /** What a list holds. */
  readonly items?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly description?: string
}

/** One endpoint, as the manifest tells it. */
export interface ManifestEndpoint {
  readonly id: string
  readonly module: string
  /** Where the declaration stands in its module. */
  readonly path: readonly string[]
  readonly protocol: string
  readonly kind: 'call' | 'list' | 'stream'
  readonly method: string
  readonly route: string
  readonly safety: string
  readonly permission?: string | null
  readonly since?: string | null
  readonly sunset?: string | null
  readonly summary?: string
  readonly description?: string
  readonly example?: string
  readonly answer?: string
  readonly body?: unknown
  readonly input: readonly ManifestInput[]
  readonly result?: string | null
}

const manifests: Readonly<Record<ApiName, () => Promise<{ readonly default: { readonly endpoints: readonly ManifestEndpoint[] } }>>> = {
  v4: () => import('@zonewright/v4/manifest.json', { with: { type: 'json' } }),
  legacy: () => import('@zonewright/legacy-client/manifest.json', { with: { type: 'json' } }),
  host: () => import('@zonewright/host-gw/manifest.json', { with: { type: 'json' } }),
}

/** Every endpoint of an API, from its generated manifest; no endpoint module is loaded. */
export const endpoints = async (api: ApiName = 'v4'): Promise<readonly ManifestEndpoint[]> => (await manifests[api]()).default.endpoints
