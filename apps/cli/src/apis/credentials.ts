import { type Credentials, globalKey, hostKey } from '@zonewright/core'
import type { GlobalOptions } from '../command.ts'
import { credentialsFrom } from '../connection.ts'
import { UsageError } from '../failures.ts'
import type { Io } from '../io.ts'
import type { ApiName } from './names.ts'

type Env = Io['env']

const variable = (env: Env, names: readonly string[], what: string): string => {
  const name = names.find((one) => (env[one] ?? '') !== '')
  if (name === undefined) throw new UsageError(`${what}; export ${names[0] ?? ''}`)
  return env[name] as string
}

const forApi: Readonly<Record<ApiName, (env: Env, tokenEnv: string | undefined) => Credentials | undefined>> = {
  v4: (env, tokenEnv) => credentialsFrom(env, tokenEnv)?.credentials,
  legacy: (env) => globalKey(variable(env, ['CLOUDFLARE_EMAIL', 'CF_API_EMAIL', 'CF_EMAIL'], '--api legacy needs the e-mail address of the account'), variable(env, ['CLOUDFLARE_API_KEY', 'CF_API_KEY'], '--api legacy needs the global API key of the account')),
  host: (env) => hostKey(variable(env, ['CLOUDFLARE_HOST_KEY'], '--api host needs the host key')),
}

/** Who is asking, in the form of the API. @throws UsageError when a variable is missing; InputError when a value has blanks. */
export const credentialsForApi = ({ api = 'v4', tokenEnv }: GlobalOptions, env: Env): Credentials | undefined => {
  if (api !== 'v4' && tokenEnv !== undefined) throw new UsageError(`--token-env: --api ${api} takes no token`)
  return forApi[api](env, tokenEnv)
}
