import type { AnyCommandData } from '../command.ts'
import { allowOption, htmlOption, onErrorOption, planFlags } from '../sync/flags.ts'

const file = { name: 'file', description: 'zone file (- reads stdin), a saved plan, or a folder of files named after their zones' }
const zone = { name: 'zone', description: 'zone name, or its 32-digit identifier; a saved plan and a folder say it themselves', optional: true }

/** The commands that make a zone hold what a file says. */
export const zoneSync: readonly AnyCommandData[] = [
  {
    name: 'plan',
    summary: 'show what would change if a zone held what a file says',
    description: 'Compare a zone file with a zone, and show the changes. Nothing is sent. Ends with 0 when there is nothing to do, 2 when there are changes, 1 when a guard refuses them. -o json writes the plan as zw zone apply takes it.',
    arguments: [{ ...file, description: 'zone file (- reads stdin), or a folder of files named after their zones' }, { ...zone, description: 'zone name, or its 32-digit identifier; a folder says it itself' }],
    options: [{ flags: '--out <file>', description: 'save the plan, to be applied later as it is' }, htmlOption, ...planFlags],
    examples: ['zw zone plan example.com.zone example.com', 'zw zone plan example.com.zone example.com --out plan.json --html plan.html', 'zw zone plan zones/'],
    load: () => import('./zone-plan-action.ts'),
    otherApis: 'same',
  },
  {
    name: 'apply',
    summary: 'make a zone hold what a file says, or carry out a saved plan',
    description: 'Carry the changes out in as few calls as there can be, write each step down before it is made, and prove the end by a listing. Cut off at any moment, the same command goes on from there. A saved plan is refused when the zone has changed since.',
    arguments: [file, zone],
    options: [htmlOption, ...planFlags, onErrorOption, { flags: '--parallel <count>', description: 'zones of a folder at the same time; 4 when not said', kind: 'count' }],
    examples: ['zw zone apply example.com.zone example.com', 'zw zone apply plan.json', 'zw zone apply zones/', 'zw zone apply example.com.zone example.com --on-error skip'],
    load: () => import('./zone-apply-action.ts'),
    otherApis: 'same',
  },
  {
    name: 'diff',
    summary: 'compare two zones: files, exports, or zones of the service',
    description: 'Show what turns A into B. What is a file on the disk is read as a zone file or an export, all else is a zone; file: and zone: in front say it. SOA and the NS records of the zone itself are not compared. Ends with 2 when there is a difference.',
    arguments: [{ name: 'a', description: 'zone file, export, zone name or identifier' }, { name: 'b', description: 'the same' }],
    options: [{ flags: '--origin <name>', description: 'name of the zone, for files that do not say it' }, { flags: '--apex-ns', description: "compare the NS records of the zone's own name, too" }],
    examples: ['zw zone diff example.com example.com.zone', 'zw zone diff old.zone new.zone --origin example.com', 'zw zone diff example.com example.org'],
    load: () => import('./zone-diff-action.ts'),
    otherApis: 'same',
  },
  {
    name: 'rollback',
    summary: 'take back what a run did',
    description: 'Remove what the run created, and bring back what it changed or deleted, as a run of its own. Records that were changed again since then are left as they are.',
    arguments: [{ name: 'run', description: 'name of the run, as zw zone apply says it and zw zone runs lists it' }],
    options: [{ flags: '--dry-run', description: 'show what would change; nothing is sent' }, htmlOption, onErrorOption, allowOption, ...planFlags.filter(({ flags }) => flags.startsWith('--max-deletes'))],
    examples: ['zw zone rollback 20261122T040019.123Z-example.com-3f2a'],
    load: () => import('./zone-rollback-action.ts'),
    otherApis: 'same',
  },
  {
    name: 'runs',
    summary: 'list the runs that this machine remembers',
    description: 'List runs, the newest first. They are kept in $XDG_STATE_HOME/zonewright, else in ~/.local/state/zonewright, readable by you alone. --prune forgets old ones, which can then not be taken back; a run that was cut off stays, and of each zone the newest run that changed something.',
    arguments: [{ name: 'zone', description: 'only runs of this zone', optional: true }],
    options: [{ flags: '--limit <count>', description: 'most runs to list; 20 when not said', kind: 'count' }, { flags: '--prune <days>', description: 'remove the journals of runs that began more days ago than this', kind: 'count' }],
    examples: ['zw zone runs', 'zw zone runs example.com -o json', 'zw zone runs --prune 90'],
    load: () => import('./zone-runs-action.ts'),
    otherApis: 'same',
  },
]
