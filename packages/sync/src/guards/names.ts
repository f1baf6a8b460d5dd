import { toAsciiName } from '@zonewright/zone'
import { type Guard, about, written } from './guard.ts'

const label = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/i

const isPlain = (name: string): boolean => name.replace(/^\*\./, '').slice(0, -1).split('.').every((one) => label.test(one))

/** The name that was meant by octets beyond ASCII, when they are UTF-8. */
const meant = (name: string): string | undefined => {
  const octets = Uint8Array.from(name.match(/\\\d{3}|./gs) ?? [], (one) => (one.length > 1 ? Number(one.slice(1)) : one.charCodeAt(0)))
  try {
    const ascii = toAsciiName(new TextDecoder('utf-8', { fatal: true }).decode(octets))
    return ascii !== name && isPlain(ascii) ? ascii : undefined
  } catch {
    return undefined
  }
}

/** A name with octets that the service takes for no name. */
export const namesGuard: Guard = {
  id: 'names',
  summary: 'a name with other characters than the service takes',
  permitted: true,
  *check(context) {
    if (context.limits.plainNames !== true) return
    for (const record of written(context.changes)) {
      if (isPlain(record.name)) continue
      const ascii = meant(record.name)
      yield about(record, `has a name that the service does not take; ${ascii === undefined ? 'labels have letters, digits, - and _, and the first one can be *' : `write ${ascii} for it`}`, context)
    }
  },
}
