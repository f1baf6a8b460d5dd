import { ApiError, DecodeError, TransportError } from '@zonewright/core'
import type { ManifestEndpoint } from './api/manifest.ts'
import { credentialsFrom } from './connection.ts'
import type { Io } from './io.ts'

/** What is known about the connection of a failed call. */
export interface ConnectionFacts {
  readonly env: Io['env']
  readonly tokenEnv: string | undefined
  readonly baseUrl: string | undefined
}

const loopback = /^https?:\/\/(?:localhost|[^/]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::(\d+))?(?:\/|$)/

/** The declaration of a route; the manifest is loaded only now, when something went wrong. */
const declared = async (route: string): Promise<ManifestEndpoint | undefined> => {
  const { endpoints } = await import('./api/manifest.ts')
  const all = await endpoints().catch(() => [])
  return all.find((endpoint) => `${endpoint.method} ${endpoint.route}` === route)
}

const accessStep = async (error: ApiError, facts: ConnectionFacts): Promise<string> => {
  const found = credentialsFrom(facts.env, facts.tokenEnv)
  if (found === undefined) return 'no credentials are set: export CLOUDFLARE_API_TOKEN, or CLOUDFLARE_API_KEY and CLOUDFLARE_EMAIL'
  const permission = (await declared(error.route))?.permission
  // A token of single zones may read them, and still list none.
  const byId = error.route === 'GET /zones' && error.has(0) ? '; where a command takes a zone, its 32-digit identifier needs no list of zones' : ''
  const what = found.credentials.kind === 'token' ? 'is active' : 'belong together'
  return `check that ${found.source} ${what}${permission == null ? ' and may do this' : ` and has the permission ${permission}`}${byId}`
}

const wait = (milliseconds: number | undefined): string => (milliseconds === undefined ? 'later' : `in ${Math.ceil(milliseconds / 1000)} s`)

/** Faults of the service that speak about who is asking. */
const aboutAccess = [9103, 9106, 9109, 10000, 10001, 6003, 6111]

const apiStep = async (error: ApiError, facts: ConnectionFacts): Promise<string> => {
  if (error.rateLimited) return `too many requests: try again ${wait(error.retryAfterMs)}`
  if (error.status === 401 || error.status === 403 || aboutAccess.some((code) => error.has(code))) return accessStep(error, facts)
  if (error.has(7000) || error.has(7003)) return 'check the path and its identifiers; zw routes lists what there is'
  if (error.has(81057) || error.has(81058)) return 'it is there already; zw record list shows it'
  if (error.status === 404) return 'check the identifiers: it is not there, or not for these credentials'
  if (error.status >= 500) return `the service has a problem: try again ${wait(error.retryAfterMs)}`
  return 'correct the value and try again'
}

/** Whether a route only reads: by its method, else by its declaration. */
const onlyReads = async (route: string): Promise<boolean> => {
  if (/^(?:GET|HEAD|OPTIONS) /.test(route)) return true
  return (await declared(route))?.safety === 'read'
}

const transportStep = async (error: TransportError, baseUrl: string | undefined): Promise<string> => {
  if (error.phase === 'sent') return (await onlyReads(error.route)) ? 'this call changes nothing: send it again' : 'it may have been carried out: look before you send it again'
  const local = baseUrl === undefined ? null : loopback.exec(baseUrl)
  if (local !== null) return `is the emulator running at ${new URL(baseUrl as string).origin}? Start it with zw emulator --port ${local[1] ?? '80'}`
  return baseUrl === undefined ? 'check the network, and HTTPS_PROXY if there is a proxy' : `check --base-url or CLOUDFLARE_API_URL (${baseUrl}) and the network`
}

/**
 * What to do after a failed call.
 * @example await nextStepFor(error, { env: process.env, tokenEnv: undefined, baseUrl: undefined })
 */
export const nextStepFor = async (error: unknown, facts: ConnectionFacts): Promise<string> => {
  if (error instanceof ApiError) return apiStep(error, facts)
  if (error instanceof TransportError) return transportStep(error, facts.baseUrl)
  if (error instanceof DecodeError) return error.status >= 500 || error.status === 429 ? `the service has a problem: try again ${wait(error.retryAfterMs)}` : `does ${facts.baseUrl ?? 'a proxy in between'} speak API v4? Check --base-url and CLOUDFLARE_API_URL`
  return 'try again'
}
