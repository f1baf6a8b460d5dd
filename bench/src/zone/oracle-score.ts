import type { OracleCase } from './oracle-cases.ts'
import type { Verdict } from './oracle-verdict.ts'

/** A case with what the tools say of it, by their names. */
export interface Asked extends OracleCase {
  readonly verdicts: Readonly<Record<string, Verdict>>
}

/** What the majority of the tools says of a case. */
export interface Ruling {
  readonly valid: boolean
  /** Share of the voters that say so, over a half to 1. */
  readonly agreement: number
  /** Names of the tools that accept. */
  readonly accepting: readonly string[]
  /** Records that a right reader may make: what most of those tell that accept; more than one when they are equal in number. Empty when none tells. */
  readonly readings: readonly (readonly string[])[]
}

// Types of messages: a tool that refuses one knows it well.
const messageTypes = new Set(['ANY', 'AXFR', 'OPT', 'TKEY', 'TSIG'])

// What every program must say something about: the syntax of files. $GENERATE is a type like any other.
const isForAll = (label: string): boolean => label.startsWith('file: ') && !label.includes('$GENERATE')

/**
 * The tools that know a type at all: those that take some text of it in a form of its own. When a type has none, those
 * that take the generic form; when no tool takes it at all, or it is a number or a type of messages, every one.
 */
export function whoKnows(all: readonly Asked[]): (label: string) => ReadonlySet<string> {
  const known = new Map<string, { own: Set<string>; generic: Set<string>; all: Set<string> }>()
  for (const { label, text, verdicts } of all) {
    const tools = known.get(label) ?? { own: new Set(), generic: new Set(), all: new Set() }
    known.set(label, tools)
    for (const [name, { accepted }] of Object.entries(verdicts)) {
      tools.all.add(name)
      if (accepted) (text.includes('\\#') ? tools.generic : tools.own).add(name)
    }
  }
  return (label) => {
    const tools = known.get(label)
    if (label.startsWith('TYPE') || messageTypes.has(label) || isForAll(label)) return tools?.all ?? new Set()
    return [tools?.own, tools?.generic, tools?.all].find((names) => names !== undefined && names.size > 0) ?? new Set()
  }
}

/** Counts the votes; `undefined` when fewer than two tools know the type, or as many accept as refuse. */
export function ruling({ verdicts }: Asked, known: ReadonlySet<string>): Ruling | undefined {
  const voters = Object.entries(verdicts).filter(([name]) => known.has(name))
  const accepting = voters.filter(([, { accepted }]) => accepted)
  const most = Math.max(accepting.length, voters.length - accepting.length)
  if (voters.length < 2 || most * 2 === voters.length) return undefined
  const valid = most === accepting.length
  return { valid, agreement: most / voters.length, accepting: accepting.map(([name]) => name), readings: valid ? commonest(accepting.flatMap(([, { records }]) => (records === undefined ? [] : [records]))) : [] }
}

function commonest(readings: readonly (readonly string[])[]): (readonly string[])[] {
  const counts = new Map<string, { reading: readonly string[]; count: number }>()
  for (const reading of readings) {
    const key = reading.join('\n')
    counts.set(key, { reading, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const most = Math.max(...[...counts.values()].map(({ count }) => count))
  return [...counts.values()].filter(({ count }) => count === most).map(({ reading }) => reading)
}

/** A reader's verdict is the one of a ruling. */
export function isRight(own: Verdict, { readings, valid }: Ruling): boolean {
  if (!valid || !own.accepted) return own.accepted === valid
  // A program that does not tell what it has read may have read anything.
  return readings.length === 0 || own.records === undefined || readings.some((reading) => reading.join('\n') === own.records?.join('\n'))
}

const percent = (part: number, whole: number): number => Number(((part / whole) * 100).toFixed(2))

/** How often a reader is right. */
export class Score {
  valid = 0
  right = 0
  invalid = 0
  refused = 0

  add(valid: boolean, right: boolean): void {
    if (valid) {
      this.valid++
      if (right) this.right++
    } else {
      this.invalid++
      if (right) this.refused++
    }
  }

  toJSON(): object {
    return { valid: this.valid, valid_right_percent: percent(this.right, this.valid), invalid: this.invalid, invalid_refused_percent: percent(this.refused, this.invalid) }
  }

  /** A row of a table. */
  toString(): string {
    return `${this.right}/${this.valid} right, ${this.refused}/${this.invalid} refused`
  }
}
