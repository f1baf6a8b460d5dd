import { limitGuard } from './limit.ts'

/** A text that is longer than the service takes. */
export const textGuard = limitGuard({
  id: 'text',
  summary: 'a TXT value that is longer than the service takes',
  excess: ({ type, rdata: { length } }, most) => (type === 'TXT' && length > most ? `has a value of ${length} characters, the service takes ${most}; shorten it` : undefined),
})
