import { reportSpam } from '@zonewright/legacy-client/edition-2010'
import { invalidInput } from '../../fault.ts'
import { action } from '../translation.ts'

const events: ReadonlySet<string> = new Set(['CF_USER_SPAM', 'WP_SPAM', 'WP_HAM'])

/**
 * A program's report of spam. Who has no place for it takes it and drops it: no program reads the answer, and one that
 * was refused would send it again. Programs name the parts differently, so it is kept as it came.
 */
export const externalEvent = action(
  reportSpam,
  async ({ own, caller, sent }) => {
    const kind = sent['evnt_t'] ?? ''
    if (!events.has(kind)) throw invalidInput(`evnt_t is one of ${[...events].join(', ')}.`)
    let event: unknown
    try {
      event = JSON.parse(sent['evnt_v'] ?? '')
    } catch {
      throw invalidInput('evnt_v is not JSON.')
    }
    own?.report(caller.email, kind, event)
    return {}
  },
  { asSent: true },
)
