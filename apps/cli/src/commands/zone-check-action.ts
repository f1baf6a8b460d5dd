import { type ZoneFinding, checkZone, readZoneBatches } from '@zonewright/bind'
import type { ResourceRecord } from '@zonewright/zone'
import type { Action } from '../command.ts'
import type { Context } from '../context.ts'
import { UsageError, exit } from '../failures.ts'
import { inputName, openInput } from '../input-file.ts'
import { readOptions, zoneFaultLine } from '../zone-file.ts'

interface Options {
  readonly origin?: string
  readonly strict?: boolean
}

interface Verdict {
  readonly file: string
  readonly valid: boolean
  readonly records: number
  readonly errors: number
}

const number = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const tell = async (context: Context, verdict: Verdict): Promise<void> => {
  if (context.output.form !== 'table') return context.output.item(verdict)
  const { file, valid, records, errors } = verdict
  await context.output.text(valid ? `${file}: valid, ${number(records, 'record')}\n` : `${file}: not valid, ${number(errors, 'error')}, ${number(records, 'good record')}\n`)
}

/** Checks a zone file: faults to stderr, the verdict to stdout. */
export const run: Action<{ readonly file: string }, Options> = async (context, { file }, { origin, strict }) => {
  if (strict === true && origin === undefined) throw new UsageError('--strict needs the name of the zone; give --origin')
  const { io } = context
  const options = await readOptions(file, origin)
  const lines: string[] = []
  // Only the rules for a whole zone need all of its records at once.
  const kept: ResourceRecord[] = []
  let records = 0
  for await (const batch of readZoneBatches(openInput(file, io), { ...options, onError: (error) => lines.push(zoneFaultLine(error)) })) {
    io.signal.throwIfAborted()
    records += batch.length
    if (strict === true) kept.push(...batch)
  }
  const findings: ZoneFinding[] = strict === true ? checkZone(kept, options.origin ?? '.') : []
  const errors = lines.length + findings.filter(({ severity }) => severity === 'error').length
  lines.push(...findings.map(({ severity, message }) => `${inputName(file)}: ${severity}: ${message}`))
  await io.stderr.write(lines.map((line) => `zw: ${line}\n`).join(''))
  await tell(context, { file: inputName(file), valid: errors === 0, records, errors })
  return errors === 0 ? exit.done : exit.refused
}
