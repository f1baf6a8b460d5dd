import type { Client, ClientOptions } from './client.ts'
import { InputError } from './errors.ts'
import type { PluginParts } from './plugin.ts'
import type { Transport } from './transport.ts'

const refuse = (message: string): never => {
  throw new InputError({ route: 'createClient', issues: [{ path: ['plugins'], message }] })
}

/** The built-in plugins that the options leave on. They are loaded with the first call; their names are taken at once. */
const builtIn = (options: ClientOptions): readonly string[] => [...(options.retry === false ? [] : ['retry']), ...(options.throttle === false ? [] : ['throttle']), ...(options.log === undefined ? [] : ['log'])]

/**
 * Sets up the plugins of a client in their order, and gives what they add to it.
 * @throws InputError when two have one name, or one adds what is there already.
 */
export const setUpPlugins = (client: Client, options: ClientOptions): { readonly parts: readonly PluginParts[]; readonly extensions: object } => {
  const { plugins = [] } = options
  const names = new Set<string>()
  for (const name of [...plugins.map((plugin) => plugin.name), ...builtIn(options)]) {
    if (names.has(name)) refuse(`two plugins are called "${name}"; leave one out, or switch the built-in one off with ${name}: false`)
    names.add(name)
  }
  const parts = plugins.map((plugin) => plugin.setup(client))
  const extensions = {}
  parts.forEach(({ extend = {} }, index) => {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(extend))) {
      if (name in client || name in extensions) refuse(`the plugin "${plugins[index]?.name}" adds "${name}", which the client has already`)
      Object.defineProperty(extensions, name, property)
    }
  })
  return { parts, extensions }
}

/** Closes the plugins, then the transport. @throws what a plugin throws, when all of it is closed. */
export const closePlugins = async (parts: readonly PluginParts[], transport: Transport): Promise<void> => {
  // A plugin that fails to close must not keep the others, or the sockets, open.
  const outcomes = await Promise.allSettled(parts.map(async (part) => part.close?.()))
  await transport.close()
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}

/** The refusal of a call by a client that has been closed, before its first try or a later one. */
export const closedClient = (route: string, attempt = 1): InputError => new InputError({ route, ...(attempt > 1 ? { outcome: `given up after ${attempt - 1} of its tries` } : {}), issues: [{ path: [], message: 'the client is closed; make a new one' }] })
