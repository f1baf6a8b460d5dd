import type { Scene } from './scene.ts'

/** A program that others wrote for the service, run as it was published. */
export interface Client {
  readonly name: string
  /** Debian packages, the one that gives the version first; or a package of npm. */
  readonly from: { readonly debian: readonly string[] } | { readonly npm: string }
  /** It is large to fetch or takes long: tried only with `--all`, or when it is named. */
  readonly heavy?: boolean
  /** Everything that is tried with it. */
  readonly scenario: (scene: Scene) => Promise<void>
}
