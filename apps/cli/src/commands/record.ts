import type { GroupData, OptionData } from '../command.ts'
import { zoneArgument } from './arguments.ts'

const writable: readonly OptionData[] = [
  { flags: '--ttl <seconds>', description: '1 for automatic, else 60 to 86400 (from 30 with Enterprise)', kind: 'integer' },
  { flags: '--proxied [state]', description: 'send traffic through the service; A, AAAA and CNAME only', kind: 'boolean' },
  { flags: '--comment <text>', description: 'comment' },
  { flags: '--tag <tag>', description: 'tag as name:value; may be given several times', repeatable: true },
]

const forms = 'The value is written as in a zone file, names with or without their final dot: 192.0.2.1, 10 mail.example.com, "v=spf1 -all".'

/** `zw record ...` */
export const record: GroupData = {
  name: 'record',
  summary: 'list, add, edit and remove DNS records',
  commands: [
    {
      name: 'list',
      summary: 'list the records of a zone',
      arguments: [zoneArgument],
      options: [
        { flags: '--type <type>', description: 'only this type' },
        { flags: '--name <name>', description: 'only this name; @ is the zone, others may lack the zone name' },
        { flags: '--content <text>', description: 'only this content' },
        { flags: '--search <words>', description: 'words in name, content, comment or tags' },
        { flags: '--comment <text>', description: 'only this comment' },
        { flags: '--tag <tag>', description: 'only with this tag, name or name:value' },
        { flags: '--proxied [state]', description: 'only proxied ones, or with false the others', kind: 'boolean' },
        { flags: '--any', description: 'records that match one of the filters; else all must match' },
        { flags: '--order <field>', description: 'sort by', choices: ['type', 'name', 'content', 'ttl', 'proxied'] },
        { flags: '--desc', description: 'sort downwards' },
        { flags: '--limit <number>', description: 'stop after so many', kind: 'count' },
      ],
      examples: ['zw record list example.com', 'zw record list example.com --type MX -o json', 'zw record list example.com --name www'],
      load: () => import('./record-list-action.ts'),
      otherApis: () => import('./store/record-list-action.ts'),
    },
    {
      name: 'add',
      summary: 'add a record',
      description: `Add a record. ${forms}`,
      arguments: [zoneArgument, { name: 'name', description: 'owner; @ is the zone, others may lack the zone name' }, { name: 'type', description: 'record type' }, { name: 'content', description: 'value; several words are one value', variadic: true }],
      options: writable,
      examples: ['zw record add example.com www A 192.0.2.1 --proxied', 'zw record add example.com @ MX 10 mail.example.com --ttl 3600', 'zw record add example.com _sip._tcp SRV 10 60 5060 sip.example.com', 'zw record add example.com @ TXT "v=spf1 -all"'],
      load: () => import('./record-add-action.ts'),
      otherApis: () => import('./store/record-add-action.ts'),
    },
    {
      name: 'edit',
      summary: 'change a record; what is not said stays',
      description: `Change one record, given by its identifier or by name and type; with several of the same name and type, give --where or the identifier. ${forms}`,
      arguments: [zoneArgument, { name: 'record', description: 'identifier, or name' }, { name: 'type', description: 'record type, with a name', optional: true }],
      options: [{ flags: '--content <value>', description: 'new value' }, { flags: '--name <name>', description: 'new name' }, { flags: '--where <value>', description: 'the value it has now, to tell it from others' }, ...writable],
      examples: ['zw record edit example.com www A --content 192.0.2.2', 'zw record edit example.com 372e67954025e0ba6aaa6d586b9e0b59 --proxied false'],
      load: () => import('./record-edit-action.ts'),
      otherApis: () => import('./store/record-edit-action.ts'),
    },
    {
      name: 'rm',
      summary: 'remove a record, or with --all several',
      description: 'Remove the record with an identifier, or those with a name, a type and a value. More than one is removed only with --all. It asks on a terminal; elsewhere --yes is needed.',
      arguments: [zoneArgument, { name: 'record', description: 'identifier, or name' }, { name: 'type', description: 'record type', optional: true }, { name: 'content', description: 'value', optional: true, variadic: true }],
      options: [
        { flags: '--all', description: 'remove all that match' },
        { flags: '--yes', description: 'do not ask' },
      ],
      examples: ['zw record rm example.com www A 192.0.2.1', 'zw record rm example.com old --all --yes'],
      load: () => import('./record-rm-action.ts'),
      otherApis: () => import('./store/record-rm-action.ts'),
    },
  ],
}
