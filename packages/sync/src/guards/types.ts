import { type Guard, about } from './guard.ts'

/** A type that the store does not hold. */
export const typesGuard: Guard = {
  id: 'types',
  summary: 'a record type that the service does not hold',
  permitted: false,
  *check(context) {
    const types = new Set(context.types)
    for (const record of context.desired) if (!types.has(record.type)) yield about(record, 'has a type that the service does not hold; remove it', context)
  },
}
