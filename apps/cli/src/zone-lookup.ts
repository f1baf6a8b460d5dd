import type { Context } from './context.ts'
import { Failure } from './failures.ts'

/** A zone of the command line. */
export interface FoundZone {
  readonly id: string
  /** Name without final dot, in ASCII. */
  readonly name: string
  readonly plan?: string
}

const identifier = /^[0-9a-f]{32}$/i

/** Whether a text is an identifier of the service. */
export const isIdentifier = (text: string): boolean => identifier.test(text)

/**
 * A zone name as the service writes it.
 * @throws Failure when it is no domain name, or the root: services take an empty name for every zone.
 */
export const zoneName = async (text: string): Promise<string> => {
  const { NameError, parseName, toAsciiName, utf8ToOctets } = await import('@zonewright/zone')
  try {
    const name = parseName(utf8ToOctets(toAsciiName(text)), '.').replace(/\.$/, '')
    if (name === '') throw new Failure(`zone "${text}" is the root, which is no zone of the service; give the name of a zone, or its 32-digit identifier`)
    return name
  } catch (cause) {
    if (!(cause instanceof NameError)) throw cause
    throw new Failure(`zone ${cause.message.replace(/\.$/, '')}, or give the 32-digit identifier`, { cause })
  }
}

/**
 * The identifier of a zone given by name or by identifier.
 * @throws Failure when there is no zone of this name.
 */
export const zoneIdOf = async (context: Context, text: string): Promise<string> => (isIdentifier(text) ? text.toLowerCase() : (await zoneOf(context, text)).id)

/**
 * A zone given by name or by identifier, with both.
 * @throws Failure when there is no zone of this name.
 */
export const zoneOf = async (context: Context, text: string): Promise<FoundZone> => {
  const { get, list } = await import('@zonewright/v4/zones')
  const client = await context.client()
  if (isIdentifier(text)) {
    const zone = await client.call(get, { zone_id: text.toLowerCase() }, context.call)
    return found(zone)
  }
  const name = await zoneName(text)
  const zone = await client.list(list, { name }, context.call).first()
  if (zone === undefined) throw new Failure(`zone "${name}" was not found with these credentials; zw zones lists those that are`)
  return found(zone)
}

const found = (zone: { readonly id: string; readonly name: string; readonly plan?: { readonly legacy_id?: string | null | undefined } | undefined }): FoundZone => ({
  id: zone.id,
  name: zone.name,
  ...(typeof zone.plan?.legacy_id === 'string' ? { plan: zone.plan.legacy_id } : {}),
})
