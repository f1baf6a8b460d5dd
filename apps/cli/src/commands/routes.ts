import type { CommandData } from '../command.ts'

/** `zw routes` */
export const routes: CommandData = {
  name: 'routes',
  summary: 'list every endpoint there is',
  description: 'List every endpoint: its name, method, path, whether it may be repeated, the permission it needs, and since and until when the service answers it.',
  options: [
    { flags: '--protocol <name>', description: 'only those of this protocol' },
    { flags: '--find <text>', description: 'only those with this text in their name or path' },
  ],
  examples: ['zw routes', 'zw routes --find purge -o json', 'zw routes --api legacy'],
  load: () => import('./routes-action.ts'),
  otherApis: 'same',
}
