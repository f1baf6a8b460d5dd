import { type Guard, about, written } from './guard.ts'

/** A text that is longer than the service takes. */
export const textGuard: Guard = {
  id: 'text',
  summary: 'a TXT value that is longer than the service takes',
  permitted: true,
  *check(context) {
    const { text: most } = context.limits
    if (most === undefined) return
    for (const record of written(context.changes)) {
      if (record.type === 'TXT' && record.rdata.length > most) yield about(record, `has a value of ${record.rdata.length} characters, the service takes ${most}; shorten it`, context)
    }
  },
}
