import { InputError } from './errors.ts'

// `*.localhost` is not here: the system's resolver may ask the network for it.
const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

const loopbackUrl = /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?(?:\/|$)/

/** Whether a URL, as text, leads to this machine. */
export const isLoopback = (url: string): boolean => loopbackUrl.test(url)

/** Whether bytes may go there: over TLS, or in clear text without leaving this machine. */
export const isGuarded = (url: string): boolean => url.startsWith('https://') || (url.startsWith('http://') && loopbackUrl.test(url))

/**
 * A base URL in its one form: origin and path prefix, no final slash.
 * @throws InputError when it is not a URL, not TLS outside loopback, or holds a secret, a query or a fragment.
 */
export const checkedBaseUrl = (baseUrl: string): string => {
  const refuse = (message: string): never => {
    throw new InputError({ route: 'createClient', issues: [{ path: ['baseUrl'], message }] })
  }
  // The text itself is not shown: what fails to parse may still hold a password.
  if (!URL.canParse(baseUrl)) refuse('this is not a URL; expected something like https://api.cloudflare.com/client/v4')
  const url = new URL(baseUrl)
  if (url.username !== '' || url.password !== '') refuse('the URL holds a user name or password; give secrets as credentials')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopbackHost.test(url.hostname))) refuse(`${url.protocol}//${url.hostname} would send the secret in clear; use https, or http on loopback only`)
  if (url.search !== '' || url.hash !== '') refuse('the URL has a query or a fragment; give origin and path prefix alone')
  return url.origin + url.pathname.replace(/\/+$/, '')
}
