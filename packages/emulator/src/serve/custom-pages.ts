import type { AnyEndpoint } from '@zonewright/core'
import { customPages } from '@zonewright/v4'

import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import type { Collection } from '../state/documents.ts'
import type { State } from '../state/state.ts'
import { accountFor } from './account-scope.ts'
import { type Context, type Handler, serve, serveZone } from './handler.ts'

/** What a page is set to. */
interface Setting {
  readonly state: string
  readonly url: string | null
  readonly created_on: string
  readonly modified_on: string
}

/** What a page is for, what it must hold, and what its preview is called. */
const facts: Readonly<Record<(typeof customPages.pageNames)[number], readonly [description: string, token: string, preview: string]>> = {
  basic_challenge: ['Basic challenge', '::CAPTCHA_BOX::', 'preview:target:basic'],
  managed_challenge: ['Managed challenge', '::CAPTCHA_BOX::', 'block:managed'],
  waf_block: ['WAF block', '::CLOUDFLARE_ERROR_1000S_BOX::', 'block:waf'],
  waf_challenge: ['WAF challenge', '::CAPTCHA_BOX::', 'challenge:waf'],
  country_challenge: ['Country challenge', '::CAPTCHA_BOX::', 'challenge:country'],
  ip_block: ['IP or country block', '::CLOUDFLARE_ERROR_1000S_BOX::', 'block:ip'],
  under_attack: ['I am under attack', '::IM_UNDER_ATTACK_BOX::', 'preview:iuam'],
  ratelimit_block: ['Rate limit block', '::CLOUDFLARE_ERROR_1000S_BOX::', 'block:ratelimit'],
  '500_errors': ['Errors of the 500 class', '::CLOUDFLARE_ERROR_500S_BOX::', 'error:500s'],
  '1000_errors': ['Errors of the 1000 class', '::CLOUDFLARE_ERROR_1000S_BOX::', 'error:1000s'],
}

type PageName = keyof typeof facts

const settingsIn = (state: State): Collection<Setting> => state.documents.collection<Setting>('custom_pages')

const shown = (state: State, scope: string, id: PageName): Record<string, unknown> => {
  const [description, token, preview] = facts[id]
  return { id, description, required_tokens: [token], preview_target: preview, state: 'default', url: null, created_on: null, modified_on: null, ...settingsIn(state).get(scope, id) }
}

const nameIn = ({ input }: Context): PageName => {
  const name = String(input['custom_page_id'])
  if (!Object.hasOwn(facts, name)) throw refuse('custom_page_not_found')
  return name as PageName
}

const invalid = (field: string, detail: string) => refuse('custom_page_invalid', { field, detail })

const isAddress = (url: unknown): url is string => typeof url === 'string' && /^https?:\/\//.test(url) && URL.canParse(url)

const update = (context: Context, scope: string, endpoint: AnyEndpoint) => {
  const { state, clock } = context
  const id = nameIn(context)
  const { state: wanted, url } = declaredInput(endpoint, context.input, invalid)
  if (wanted === 'customized' && !isAddress(url)) throw invalid('url', 'must be an address with http or https')
  const now = microsecondDate(clock.now())
  const before = settingsIn(state).get(scope, id)
  settingsIn(state).put(scope, id, { state: String(wanted), url: wanted === 'customized' ? String(url) : null, created_on: before?.created_on ?? now, modified_on: now })
  return { result: shown(state, scope, id) }
}

const all = (state: State, scope: string) => ({ result: customPages.pageNames.map((id) => shown(state, scope, id)) })

const account = (context: Context): string => accountFor(context, context.input['account_id']).id

/** Handlers of pages of one's own, of zones and of accounts. */
export const customPageHandlers: readonly Handler[] = [
  serveZone(customPages.list, ({ state, zone }) => all(state, zone.id)),
  serveZone(customPages.get, (context) => ({ result: shown(context.state, context.zone.id, nameIn(context)) })),
  serveZone(customPages.update, (context) => update(context, context.zone.id, customPages.update)),
  serve(customPages.account.list, (context) => all(context.state, account(context))),
  serve(customPages.account.get, (context) => ({ result: shown(context.state, account(context), nameIn(context)) })),
  serve(customPages.account.update, (context) => update(context, account(context), customPages.account.update)),
]
