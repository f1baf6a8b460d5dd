/** One input of an endpoint, as commands and documents show it. */
export interface ManifestInput {
  readonly name: string
  readonly in: 'path' | 'query' | 'body'
  readonly required: boolean
  /** What may be given; `union` also stands for any value at all. */
  readonly type: InputType
  /** The values there are, for an `enum` or a list of one. */
  readonly enum?: readonly (string | number | boolean)[]
  /** Type of a list's items. */
  readonly items?: InputType
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly description: string
}

/** The kinds of values that inputs take. */
export type InputType = 'string' | 'integer' | 'number' | 'boolean' | 'enum' | 'array' | 'object' | 'upload' | 'union'

/** One endpoint. */
export interface ManifestEndpoint {
  /** Namespaces and name as programs write them, such as `dns.records.create` or `pageRules.list`. */
  readonly id: string
  /** Subpath of the package that holds it, such as `page-rules`: what one imports, and what `zw api` calls it. */
  readonly module: string
  /** The names inside that module. */
  readonly path: readonly string[]
  readonly protocol: string
  readonly kind: 'call' | 'list' | 'stream'
  readonly method: string
  /** Path template, or the action's name in a form-POST API. */
  readonly route: string
  readonly safety: string
  readonly permission: string | null
  readonly since: string | null
  readonly sunset: string | null
  /** First sentence of its documentation. */
  readonly summary: string
  /** The rest of it. */
  readonly description: string
  readonly example: string
  readonly answer: 'envelope' | 'bare' | 'text' | 'bytes'
  readonly body: 'json' | 'form' | 'files' | 'raw' | 'json-field' | 'none'
  readonly input: readonly ManifestInput[]
  /** Name of the type of its result, or of an item of its pages. */
  readonly result: string
}

/** Every endpoint of a package, in the order of their ids. */
export interface Manifest {
  readonly endpoints: readonly ManifestEndpoint[]
}
