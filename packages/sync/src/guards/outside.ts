import { isWithin } from '@zonewright/zone'
import { type Guard, about } from './guard.ts'

/** A record of another zone. */
export const outsideGuard: Guard = {
  id: 'outside',
  summary: 'a record outside of the zone',
  permitted: false,
  *check(context) {
    for (const record of context.desired) if (!isWithin(record.name, context.zone.name)) yield about(record, `is not in ${context.zone.name}; remove it, or put it into the file of its own zone`, context)
  },
}
