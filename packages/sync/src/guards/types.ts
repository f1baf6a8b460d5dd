import { type Guard, about } from './guard.ts'

/** A type that the store does not hold, or rdata that it has no form for. */
export const typesGuard: Guard = {
  id: 'types',
  summary: 'a record type, or rdata in the generic form, that the service does not hold',
  permitted: false,
  *check(context) {
    const types = new Set(context.types)
    for (const record of context.desired) {
      if (!types.has(record.type)) yield about(record, 'has a type that the service does not hold; remove it', context)
      else if (context.limits.plainRdata === true && record.rdata.startsWith('\\# ')) yield about(record, 'has octets that the form of its type has no text for, and the service takes no other; mend or remove it', context)
    }
  },
}
