import { user } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import type { User, UserDetails } from '../state/users.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Context, type Handler, serve } from './handler.ts'

const shown = ({ id, email, details }: User): Record<string, unknown> => ({
  id,
  email,
  first_name: details.first_name,
  last_name: details.last_name,
  telephone: details.telephone,
  country: details.country,
  zipcode: details.zipcode,
  two_factor_authentication_enabled: false,
  two_factor_authentication_locked: false,
  suspended: false,
  created_on: details.created_on,
  modified_on: details.modified_on,
})

/** Properties a user may change, with the most characters each may have. */
const limits = { first_name: 60, last_name: 60, telephone: 20, country: 30, zipcode: 20 } as const

const edit = ({ state, actor, input, clock }: Context): Outcome => {
  const changes: Partial<Record<keyof typeof limits, string | null>> = {}
  for (const property of Object.keys(limits) as (keyof typeof limits)[]) {
    const value = input[property]
    if (value === undefined) continue
    if (value !== null && (typeof value !== 'string' || Array.from(value).length > limits[property])) throw refuse('user_field', { property })
    changes[property] = value
  }
  const details: UserDetails = { ...actor.user.details, ...changes, modified_on: microsecondDate(clock.now()) }
  state.users.update(actor.user.id, details)
  return { result: shown({ ...actor.user, details }) }
}

/** Handlers of the user who is asking. */
export const userHandlers: readonly Handler[] = [serve(user.get, ({ actor }) => ({ result: shown(actor.user) })), serve(user.edit, edit)]
