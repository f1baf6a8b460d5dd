import type { GroupData } from '../command.ts'
import { fileArgument, zoneArgument } from './arguments.ts'
import { zoneSync } from './zone-sync.ts'
import { zoneList } from './zones.ts'

const origin = { flags: '--origin <name>', description: 'name of the zone; needed unless the file starts with $ORIGIN' }

/** `zw zone ...` */
export const zone: GroupData = {
  name: 'zone',
  summary: 'plan and apply, import, export, print and check zone files; list zones',
  commands: [
    ...zoneSync,
    {
      name: 'import',
      summary: 'add the records of a zone file to a zone',
      description:
        'Read a zone file, report everything that is wrong with it, and only then send it. Records are added, none is changed or removed. The SOA record and the NS records of the zone itself belong to the service: they are skipped and reported.',
      arguments: [fileArgument, zoneArgument],
      options: [
        { flags: '--method <method>', description: 'one upload to the import endpoint, or transactions of new records; file up to 256 KiB and batch above when not said', choices: ['file', 'batch'] },
        { flags: '--proxied [state]', description: 'proxy records that can be, unless the file says otherwise', kind: 'boolean' },
      ],
      examples: ['zw zone import example.com.zone example.com', 'named-compilezone -o - example.com db.example | zw zone import - example.com --method batch'],
      load: () => import('./zone-import-action.ts'),
      otherApis: () => import('./store/zone-import-action.ts'),
    },
    {
      name: 'export',
      summary: 'write a zone as a zone file',
      description: 'Download a zone as a zone file, with proxy state, comments and tags in the comments of the file.',
      arguments: [zoneArgument],
      options: [{ flags: '--out <file>', description: 'file to write; stdout when not said' }],
      examples: ['zw zone export example.com --out example.com.zone'],
      load: () => import('./zone-export-action.ts'),
      otherApis: () => import('./store/zone-export-action.ts'),
    },
    zoneList,
    {
      name: 'print',
      summary: 'print a zone file in canonical form',
      description: 'Print each record on a line: absolute owner in lower case, TTL, class, type, rdata; the normal form of named-compilezone -s full. Nothing is sent anywhere. Files of any size.',
      arguments: [fileArgument],
      options: [origin],
      examples: ['zw zone print db.example --origin example.com', 'zw zone print - --origin example.com < db.example'],
      load: () => import('./zone-print-action.ts'),
      otherApis: 'same',
    },
    {
      name: 'check',
      summary: 'check a zone file',
      description: 'Read a zone file, say what is wrong with it and how many records it has. Nothing is sent anywhere.',
      arguments: [fileArgument],
      options: [origin, { flags: '--strict', description: 'check the zone as a whole, too: SOA and NS, CNAME beside other data, twins, TTLs; needs --origin' }],
      examples: ['zw zone check db.example --origin example.com', 'zw zone check db.example --origin example.com --strict'],
      load: () => import('./zone-check-action.ts'),
      otherApis: 'same',
    },
  ],
}
