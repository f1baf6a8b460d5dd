import type { CommandData } from '../command.ts'
import { zoneArgument } from './arguments.ts'

/** `zw purge` */
export const purge: CommandData = {
  name: 'purge',
  summary: 'make the cache of a zone forget',
  description: 'Make the cache of a zone forget everything, or addresses, tags, hosts or prefixes: one kind at a time, up to 100 of it a call; more are sent in several calls.',
  arguments: [zoneArgument],
  options: [
    { flags: '--everything', description: 'forget everything' },
    { flags: '--file <url...>', description: 'addresses', repeatable: true },
    { flags: '--tag <tag...>', description: 'cache tags', repeatable: true },
    { flags: '--host <name...>', description: 'host names', repeatable: true },
    { flags: '--prefix <start...>', description: 'starts of addresses, without scheme', repeatable: true },
  ],
  examples: ['zw purge example.com --everything', 'zw purge example.com --file https://www.example.com/style.css https://www.example.com/app.js', 'zw purge example.com --prefix www.example.com/img'],
  load: () => import('./purge-action.ts'),
  otherApis: () => import('./store/purge-action.ts'),
}
