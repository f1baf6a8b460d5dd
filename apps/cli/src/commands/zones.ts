import type { CommandData } from '../command.ts'

const listing: Omit<CommandData, 'name'> = {
  summary: 'list zones',
  description: 'List the zones that the credentials reach.',
  options: [
    { flags: '--name <name>', description: 'only this name; or starts_with:, ends_with:, contains: and text' },
    { flags: '--status <status>', description: 'only this state', choices: ['initializing', 'pending', 'active', 'moved'] },
  ],
  examples: ['zw zones', 'zw zones --status active -o json', 'zw zones --name contains:shop -o csv'],
  load: () => import('./zones-action.ts'),
  otherApis: () => import('./store/zones-action.ts'),
}

/** `zw zones` */
export const zones: CommandData = { name: 'zones', ...listing }

/** `zw zone list`, the same. */
export const zoneList: CommandData = { name: 'list', ...listing }
