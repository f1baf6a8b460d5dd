/// <reference path="./undici.d.ts" />
import type { Agent, Dispatcher } from 'undici'
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js'
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js'

/** An agent for a named proxy, or for the one that the environment names. */
export const proxyAgent = (address: string | undefined, settings: Agent.Options): Dispatcher =>
  (address === undefined ? new EnvHttpProxyAgent(settings) : new ProxyAgent({ ...settings, uri: address })) as unknown as Dispatcher
