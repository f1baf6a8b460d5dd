import { baseUrlFrom } from '../connection.ts'
import type { Context } from '../context.ts'
import type { GlobalOptions } from '../command.ts'
import type { Io } from '../io.ts'
import type { ApiName } from './names.ts'

/** Where each API is when nobody says. */
const defaults: Readonly<Record<ApiName, string>> = { v4: 'https://api.cloudflare.com/client/v4', legacy: 'https://www.cloudflare.com', host: 'https://api.cloudflare.com' }

/** The base URL that was given, in the form of the API: the old ones have their paths at the top. @throws UsageError */
export const givenAddress = (global: GlobalOptions, env: Io['env']): string | undefined => {
  const given = baseUrlFrom(global.baseUrl, env)
  return given === undefined || (global.api ?? 'v4') === 'v4' ? given : given.replace(/\/client\/v4$/, '')
}

/** The base URL of this run. @throws UsageError */
export const addressOf = ({ global, io }: Context): string => givenAddress(global, io.env) ?? defaults[global.api ?? 'v4']
