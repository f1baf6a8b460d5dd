import type { OptionData } from '../command.ts'

/** Lets a guard's findings pass. */
export const allowOption: OptionData = { flags: '--allow <guard>', description: 'let pass what this guard refuses; may be given several times: empty, deletes, vital, conflicts, quota, ttl, tags, comment, proxied, names, text', repeatable: true }

/** The flags of every command that plans. */
export const planFlags: readonly OptionData[] = [
  { flags: '--ignore <glob>', description: "leave these names alone, relative to the zone, * for any text; a type in front narrows it down, as in 'TXT:_acme-challenge*'", repeatable: true },
  { flags: '--owner-tag <tag>', description: 'change only records with this tag; new ones get it' },
  { flags: '--owner-comment <text>', description: 'change only records with this text in their comment; new ones get it' },
  { flags: '--no-purge', description: 'delete nothing: only add and correct' },
  { flags: '--apex-ns', description: "look after the NS records of the zone's own name, too" },
  allowOption,
  { flags: '--max-deletes <percent>', description: 'the part of a zone that may be deleted; 30 when not said', kind: 'number' },
]

/** What to do with a batch that the service refuses for what is in it. */
export const onErrorOption: OptionData = { flags: '--on-error <policy>', description: 'when the service refuses a record: stop before anything else is sent (what is done when not said), or skip: find its name, leave it out and apply the rest', choices: ['stop', 'skip'] }

/** Where a review page goes. */
export const htmlOption: OptionData = { flags: '--html <file>', description: 'write the changes as a page to attach to a review' }
