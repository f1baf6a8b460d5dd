/** APIs that the command line speaks; the default is `v4`. */
export const apiNames = ['v4', 'legacy', 'host'] as const

/** Name of an API, as in `--api legacy`. */
export type ApiName = (typeof apiNames)[number]

/** What messages call them. */
export const apiTitles: Readonly<Record<ApiName, string>> = { v4: 'API v4', legacy: 'the client API', host: 'the Hosting Provider API' }
