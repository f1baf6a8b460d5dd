import { type Actor, authenticate, authenticateUpload, type Headers, mayDo, zoneFor } from './auth.ts'
import { type Fault, faultOf, Refusal, refuse } from './errors.ts'
import { recordAudit } from './rules/audit.ts'
import type { RateCounter } from './rules/rate-limit.ts'
import type { Zone } from './state/zones.ts'
import type { Handler, World } from './serve/handler.ts'
import { type Accepted, makeAcceptor, type Outcome, reply, replyFaults, type WireAnswer, type WireRequest } from './wire/v4-json.ts'

/** A request with what its headers say. */
export interface EngineRequest extends WireRequest {
  readonly headers: Headers
  /** Where the sender reaches this server, such as `http://127.0.0.1:8787`. */
  readonly origin?: string
  /** Address of whoever sent it. */
  readonly address?: string
  /** Everything is done and checked, then undone, and {@link ConnectionLost} is thrown. */
  readonly loseBeforeCommit?: boolean
  /** Part of an action of an old API, which was counted as a whole. */
  readonly counted?: boolean
}

/** An answer with its status. */
export interface EngineAnswer extends WireAnswer {
  readonly status: number
  /** Headers beside those that every answer has. */
  readonly headers: Readonly<Record<string, string>>
  /** Present when the answer says no; for the log. */
  readonly refusal?: Refusal
}

/** The request was to be lost before anything of it was kept. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

/** What the engine is made of. */
export interface EngineParts {
  readonly world: World
  readonly handlers: readonly Handler[]
  /** Counts requests per user; absent when the limit is not enforced. */
  readonly rateCounter?: RateCounter
  /** Milliseconds for which a new zone is refused, as permissions spread slowly in the real service. */
  readonly zoneDelayMs?: number
}

/** Who asks, with which program and where. */
interface Caller {
  readonly actor: Actor | undefined
  readonly userAgent?: string
  readonly origin?: string
}

/** Answers requests. */
export interface Engine {
  answer(request: EngineRequest): Promise<EngineAnswer>
}

/** Validation of records came inside another error until 2024. */
const isValidation = ({ status, key, faults }: Refusal): boolean => status === 400 && (key === 'data_field' || faults.every((fault) => fault.code >= 9000 && fault.code < 9100))

const wrapped = (refusal: Refusal): readonly Fault[] => (isValidation(refusal) ? [{ ...faultOf('validation_2024'), error_chain: refusal.faults.map(({ code, message }) => ({ code, message })) }] : refusal.faults)

/** What a refusal looks like. A path with a wrong identifier was a bad request with two errors; it is not found today. */
const shownAs = (refusal: Refusal, world: World): { readonly status: number; readonly faults: readonly Fault[] } => {
  const { key, status, faults } = refusal
  if (world.compat === 'today') return { status, faults }
  if (key === 'bad_identifier') return { status: 400, faults: [...faults, faultOf('no_route')] }
  return { status, faults: key === 'identical_record' ? [faultOf('identical_record_2024')] : wrapped(refusal) }
}

/**
 * Makes the engine: route, credentials, budget, permission, zone, then the handler; a write is one transaction that is
 * on disk before the answer exists.
 */
export const makeEngine = ({ world, handlers, rateCounter, zoneDelayMs = 0 }: EngineParts): Engine => {
  const byEndpoint = new Map(handlers.map((handler) => [handler.endpoint, handler]))
  const acceptor = makeAcceptor(byEndpoint.keys())
  const { state, clock } = world

  const zoneOf = (actor: Actor, id: unknown): Zone => {
    const zone = zoneFor(state, actor, String(id))
    if (zoneDelayMs > 0 && clock.now() < Date.parse(zone.details.createdOn) + zoneDelayMs) throw refuse('zone_forbidden')
    return zone
  }

  const run = (handler: Handler, { endpoint, input }: Accepted, { actor, ...caller }: Caller, entered?: (zone: Zone) => void): Outcome => {
    if (handler.kind === 'open') return handler.handle({ ...world, input })
    if (actor === undefined) throw refuse('credentials_missing')
    const context = { ...world, input, actor, ...caller }
    if (handler.kind === 'upload') {
      if (actor.session === undefined) throw refuse('upload_token')
      return handler.handle({ ...context, session: actor.session })
    }
    const { permission } = endpoint
    const inZone = endpoint.target.parameters.includes('zone_id')
    // Under `/user` an account is named by somebody who may not belong to it yet.
    const named = /^\/(?:accounts\/\{(account_id)|organizations\/\{(organization_id))\}/.exec(endpoint.target.path)
    const accountId = input[named?.[1] ?? named?.[2] ?? '']
    const target = typeof accountId === 'string' ? { accountId } : undefined
    if (permission !== undefined && !mayDo(state, actor, permission, target)) throw refuse(inZone ? 'zone_forbidden' : 'resource_forbidden')
    if (handler.kind === 'actor') return handler.handle(context)
    const zone = zoneOf(actor, input['zone_id'])
    if (permission !== undefined && !mayDo(state, actor, permission, { accountId: zone.accountId, zoneId: zone.id })) throw refuse('zone_forbidden')
    entered?.(zone)
    return handler.handle({ ...context, zone })
  }

  const perform = async (request: EngineRequest): Promise<EngineAnswer> => {
    const { endpoint } = acceptor.route(request.method, request.target)
    const handler = byEndpoint.get(endpoint)
    if (handler === undefined) throw refuse('no_route')
    const actor = handler.kind === 'open' ? undefined : handler.kind === 'upload' ? authenticateUpload(state, request.headers, clock.now()) : authenticate(state, request.headers, { clock, ...(request.address === undefined ? {} : { address: request.address }), verifying: endpoint.target.path.endsWith('/tokens/verify'), accountOwned: endpoint.target.parameters.includes('account_id'), originCa: /^\/certificates(?:\/|$)/.test(endpoint.target.path) })
    let rate: Readonly<Record<string, string>> = {}
    if (rateCounter !== undefined && actor !== undefined && request.counted !== true) {
      const { allowed, remaining, reset } = rateCounter.take(actor.user.id)
      rate = { ratelimit: `"default";r=${remaining};t=${reset}` }
      if (!allowed) return { ...refused(refuse('rate_limited')), headers: { ...rate, 'retry-after': String(reset) } }
    }
    const accepted = await acceptor.accept(request)
    const userAgent = request.headers['user-agent']
    const caller: Caller = { actor, ...(typeof userAgent === 'string' ? { userAgent } : {}), ...(request.origin === undefined ? {} : { origin: request.origin }) }
    const outcome =
      endpoint.safety === 'read' && request.loseBeforeCommit !== true
        ? run(handler, accepted, caller)
        : state.transaction(() => {
            let zone: Zone | undefined
            const done = run(handler, accepted, caller, (found) => (zone = found))
            if (endpoint.safety !== 'read' && actor !== undefined) recordAudit(world, { endpoint, input: accepted.input, result: done.result, actor, target: request.target, zone })
            if (request.loseBeforeCommit === true) throw new ConnectionLost()
            return done
          })
    return { status: outcome.status ?? (outcome.empty === true ? 204 : 200), headers: rate, ...reply(endpoint, outcome) }
  }

  const refused = (refusal: Refusal): EngineAnswer => {
    const { status, faults } = shownAs(refusal, world)
    return { status, headers: {}, refusal, ...replyFaults(faults, refusal.messages) }
  }

  return {
    async answer(request) {
      try {
        return await perform(request)
      } catch (error) {
        if (error instanceof Refusal) return refused(error)
        throw error
      }
    },
  }
}
