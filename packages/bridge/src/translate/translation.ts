import type { AnyEndpoint, Endpoint, Listing } from '@zonewright/core'

import type { FormReading } from '../wire/accept.ts'
import type { ClientScene, HostScene } from './scene.ts'

/** What an action of the client API answers. */
export interface ClientOutcome {
  /** Absent where the API's own answers have none. */
  readonly response?: unknown
  /** What stands beside the result, such as a cooldown in seconds. */
  readonly attributes?: Readonly<Record<string, unknown>>
}

/** What an act of the Hosting Provider API answers. */
export interface HostOutcome {
  readonly response: unknown
  /** Words for the end user; null when there is nothing to say. */
  readonly message?: string
  /** What stands beside the response, such as `limit` and `offset`. */
  readonly beside?: Readonly<Record<string, string>>
}

/** One action or act: how its form is read, and the calls of API v4 that it is. */
export interface Translation<S, O> extends FormReading {
  /** The answer repeats what was asked, without the secret. */
  readonly echo?: boolean
  /** The verdict stands inside the response too, as in 2010. */
  readonly nested?: boolean
  readonly run: (scene: S, input: Readonly<Record<string, unknown>>) => Promise<O>
}

type Details = Omit<Translation<unknown, unknown>, 'forms' | 'run'> & { readonly also?: readonly AnyEndpoint[] }

const make = <S, O>(form: AnyEndpoint, run: (scene: S, input: never) => Promise<O>, { also = [], ...details }: Details = {}): Translation<S, O> => ({ ...details, forms: [form, ...also], run: run as unknown as Translation<S, O>['run'] })

/**
 * Translates an action of the client API; the input has the type that its declaration says.
 * @example export const grab = action(edition2010.screenshot, async ({ own }, { zid }) => ({ response: own?.screenshot(String(zid)) }))
 */
export const action = <I>(form: Endpoint<I> | Listing<I>, run: (scene: ClientScene, input: I) => Promise<ClientOutcome>, details?: Details): Translation<ClientScene, ClientOutcome> => make(form as AnyEndpoint, run as (scene: ClientScene, input: never) => Promise<ClientOutcome>, details)

/**
 * Translates an act of the Hosting Provider API; the input has the type that its declaration says.
 * @example export const lookup = act(users.get, async ({ caller }) => ({ response: { host: caller.name } }))
 */
export const act = <I>(form: Endpoint<I> | Listing<I>, run: (scene: HostScene, input: I) => Promise<HostOutcome>, details?: Details): Translation<HostScene, HostOutcome> => make(form as AnyEndpoint, run as (scene: HostScene, input: never) => Promise<HostOutcome>, details)
