import { firewall, rules } from '@zonewright/v4'

import { refuse } from '../errors.ts'
import { type BotSettings, changedBotSettings, shownBotSettings } from '../rules/bot-management.ts'
import { changedTransforms, shownTransforms } from '../rules/managed-transforms.ts'
import type { Outcome } from '../wire/v4-json.ts'
import { type Handler, serveZone, type ZoneContext } from './handler.ts'

/** One object a zone, under a name of its own. */
const optionOf = <T>({ state, zone }: ZoneContext, id: string) => {
  const options = state.documents.collection<T>('zone_options')
  return { get: (): T | undefined => options.get(zone.id, id), put: (value: T): void => options.put(zone.id, id, value) }
}

const bots = (context: ZoneContext): Outcome => ({ result: shownBotSettings(optionOf<BotSettings>(context, 'bot_management').get() ?? {}, context.zone.plan) })

const updateBots = (context: ZoneContext): Outcome => {
  const option = optionOf<BotSettings>(context, 'bot_management')
  option.put(changedBotSettings(option.get() ?? {}, context.input, context.zone.plan))
  return bots(context)
}

interface Normalization {
  readonly type: string
  readonly scope: string
}

const choices = { type: ['cloudflare', 'rfc3986'], scope: ['incoming', 'both', 'none'] } as const

const normalization = (context: ZoneContext): Outcome => ({ result: optionOf<Normalization>(context, 'url_normalization').get() ?? { type: 'cloudflare', scope: 'incoming' } })

const updateNormalization = (context: ZoneContext): Outcome => {
  const chosen = (property: keyof typeof choices): string => {
    const value = choices[property].find((choice) => choice === context.input[property])
    if (value === undefined) throw refuse('url_normalization_invalid', { property })
    return value
  }
  optionOf<Normalization>(context, 'url_normalization').put({ type: chosen('type'), scope: chosen('scope') })
  return normalization(context)
}

const transforms = (context: ZoneContext): Outcome => ({ result: shownTransforms(optionOf<readonly string[]>(context, 'managed_transforms').get() ?? []) })

const editTransforms = (context: ZoneContext): Outcome => {
  const option = optionOf<readonly string[]>(context, 'managed_transforms')
  option.put(changedTransforms(option.get() ?? [], context.input))
  return transforms(context)
}

/** Handlers of what a zone has once: bot management, URL normalisation, managed transforms. */
export const zoneOptionHandlers: readonly Handler[] = [
  serveZone(firewall.botManagement.get, bots),
  serveZone(firewall.botManagement.update, updateBots),
  serveZone(rules.urlNormalization.get, normalization),
  serveZone(rules.urlNormalization.update, updateNormalization),
  serveZone(rules.managedTransforms.get, transforms),
  serveZone(rules.managedTransforms.edit, editTransforms),
]
