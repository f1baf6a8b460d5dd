import { type Finding, type OutlineLine, type Plan, changesOf, outline } from '@zonewright/sync'
import { type Change, compareNames } from '@zonewright/zone'
import { bold, green, red, yellow } from '../colour.ts'
import { count } from '../count.ts'
import { printable } from '../output/printable.ts'

type Paint = (text: string, on: boolean) => string

const paints: Readonly<Record<OutlineLine['sign'], Paint>> = { '+': green, '-': red, '~': yellow }

const lineText = ({ sign, type, ttl, rdata, notes, fields }: OutlineLine, width: number): string => {
  const changed = (field: string): string | undefined => {
    const found = fields.find((one) => one.field === field)
    return found === undefined ? undefined : `${found.before === '' ? 'none' : found.before} → ${found.after === '' ? 'none' : found.after}`
  }
  const others = fields.filter(({ field }) => field !== 'rdata' && field !== 'ttl').map(({ field }) => `${field} ${changed(field)}`)
  return printable([`  ${sign} ${type.padEnd(width)}`, changed('ttl') ?? ttl, changed('rdata') ?? rdata, ...(sign === '~' ? others : notes)].join('  '))
}

/** Changes grouped by name, each name in bold, what comes in green, what goes in red. */
export const changesText = (changes: readonly Change[], zone: string, colour: boolean): string => {
  const nameOf = (change: Change): string => (change.kind === 'delete' ? change.before.name : change.after.name)
  const sorted = [...changes].sort((left, right) => compareNames(nameOf(left), nameOf(right)))
  const groups = outline(sorted, zone)
  const width = Math.max(0, ...groups.flatMap(({ lines }) => lines.map(({ type }) => type.length)))
  return groups.map(({ name, lines }) => `${bold(printable(name), colour)}\n${lines.map((line) => `${paints[line.sign](lineText(line, width), colour)}\n`).join('')}`).join('')
}

/** A finding on one line, with its place and the flag that permits it. */
export const findingLine = ({ place, message }: Finding, permit = ''): string => `${place === undefined ? '' : `${place}: `}${printable(message)}${permit}`

/** A plan for a person: warnings, the changes by name, and the sum of them. */
export const planText = (plan: Plan, colour: boolean): string => {
  const { counts, calls, warnings, zone } = plan
  const warned = warnings.map((finding) => `${yellow('warning:', colour)} ${findingLine(finding)}\n`).join('')
  const changes = changesOf(plan)
  if (changes.length === 0) return `${warned}${zone.name.slice(0, -1)}: nothing to do, ${count(counts.unchanged, 'record')} as wanted\n`
  const sum = `${counts.create} to add, ${counts.update} to change, ${counts.delete} to delete, ${counts.unchanged} as wanted`
  const left = counts.ignored + counts.foreign
  return `${warned}${warned === '' ? '' : '\n'}${changesText(changes, zone.name, colour)}\n${zone.name.slice(0, -1)}: ${sum}${left === 0 ? '' : `, ${left} left alone`}; ${count(calls.apply, 'call')} and a listing to prove it\n`
}
