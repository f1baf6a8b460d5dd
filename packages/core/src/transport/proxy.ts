/// <reference path="./undici.d.ts" />
import type { Agent, Dispatcher } from 'undici'
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js'
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js'
import { InputError } from '../errors.ts'

const names = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'] as const

const checkAddress = (from: string, address: string): void => {
  // An address that does not parse is not shown: it may hold a password, and undici's own error would print it.
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return
  throw new InputError({ route: 'undiciTransport', issues: [{ path: [from], message: 'this is not the address of a proxy; expected something like http://proxy.example:3128' }] })
}

/**
 * An agent for a named proxy, or for the one that the environment names.
 * @throws InputError when the address is not an `http:` or `https:` URL.
 */
export const proxyAgent = (address: string | undefined, settings: Agent.Options & { readonly requestTls?: object }): Dispatcher => {
  if (address === undefined) {
    for (const name of names) {
      const value = process.env[name] ?? ''
      if (value !== '') checkAddress(name, value)
    }
    return new EnvHttpProxyAgent(settings) as unknown as Dispatcher
  }
  checkAddress('proxy', address)
  return new ProxyAgent({ ...settings, uri: address }) as unknown as Dispatcher
}
