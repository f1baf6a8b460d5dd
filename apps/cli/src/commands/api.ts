import type { GroupData } from '../command.ts'

/** `zw api ...`: one command for each endpoint, made from the manifest when this word is on the command line. */
export const api: GroupData = {
  name: 'api',
  summary: 'call an endpoint by its name, with a flag for each input',
  commands: async () => (await import('../api/tree.ts')).apiCommands(),
}
