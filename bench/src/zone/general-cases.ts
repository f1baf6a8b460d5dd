import { isRecordType, typeCode } from '@zonewright/zone'
import { type FieldKind, fieldTexts } from './general-fields.ts'
import { specialTexts } from './general-special.ts'
import { serviceTexts } from './general-svcb.ts'
import { syntaxTexts } from './general-syntax.ts'
import { typeTexts, type TypeTexts } from './general-types.ts'
import type { OracleCase } from './oracle-cases.ts'
import { preamble } from './oracle-tools.ts'

/** Cases of one type at most: names alone would fill the corpus otherwise. */
const MOST = 90

/**
 * Thousands of cases over all types and the whole syntax, each once, in an order that never changes.
 *
 * They were written before the reader was asked about any of them; one half is for mending the reader, the other for judging it.
 */
export function generalCases(): OracleCase[] {
  const cases = new Map<string, OracleCase>()
  const add = (label: string, text: string, zone = `${preamble}${text}\n`): void => {
    cases.set(zone, { label, text, zone })
  }
  for (const [label, texts] of Object.entries(syntaxTexts)) for (const text of texts) add(label, text)
  for (const [type, row] of Object.entries(typeTexts)) for (const rdata of thinned(type, rowTexts(type, row))) add(type, `t ${rdata}`)
  for (const [type, texts] of [...Object.entries(serviceTexts), ...Object.entries(specialTexts)]) {
    for (const rdata of texts) {
      const zone = type === 'SOA' ? `$ORIGIN example.com.\n$TTL 300\n@ SOA ${rdata}\n@ NS ns\nns A 192.0.2.53\n` : undefined
      add(type, type === 'SOA' ? `@ SOA ${rdata}` : `t ${type} ${rdata}`, zone)
    }
  }
  return [...cases.values()]
}

/** The half of a case: `judge` cases are not looked at while the reader is mended. */
export function halfOf({ zone }: OracleCase): 'tune' | 'judge' {
  return hash(zone) % 2 === 0 ? 'tune' : 'judge'
}

// FNV-1a: a spread that is the same on every machine.
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return (value ^ (value >>> 15)) >>> 0
}

function thinned(type: string, texts: readonly string[]): string[] {
  return [...new Set(texts)].sort((left, right) => hash(type + left) - hash(type + right)).slice(0, MOST)
}

function rowTexts(type: string, { fields, special = [], wire }: TypeTexts): string[] {
  const texts = [...special, ...(fields.length === 0 ? [] : fieldRows(fields))].map((rdata) => `${type} ${rdata}`)
  return wire === undefined ? texts : [...texts, ...genericTexts(type, wire)]
}

function fieldRows(fields: readonly FieldKind[]): string[] {
  const kinds = fields.map((kind) => fieldTexts[kind])
  const plain = kinds.map(({ good }) => good[0])
  const rows: string[] = []
  const most = Math.max(...kinds.map(({ good }) => good.length))
  for (let turn = 0; turn < most; turn++) rows.push(kinds.map(({ good }, field) => good[(turn * (field + 1)) % good.length]).join(' '))
  kinds.forEach(({ odd }, field) => rows.push(...odd.map((text) => plain.with(field, text).join(' '))))
  const row = plain.join(' ')
  return [...rows, `${row} extra`, `${row} 0`, plain.slice(1).join(' '), plain.slice(0, -1).join(' '), `( ${plain.join('\n ')} )`, `${row};x`, `${plain.join('\t')}\t`, `( ${row}`, '']
}

function genericTexts(type: string, wire: string): string[] {
  const octets = wire.length / 2
  const number = isRecordType(type) ? `TYPE${typeCode(type)}` : type
  const half = wire.slice(0, Math.ceil(wire.length / 2))
  return [
    `${type} \\# ${octets} ${wire}`, `${number} \\# ${octets} ${wire.toLowerCase()}`, `${type} \\# ${octets} ( ${half}\n ${wire.slice(half.length)} )`, `${type} \\# ${octets + 1} ${wire}`,
    `${type} \\# ${octets + 1} ${wire}00`, `${type} \\# ${octets - 1} ${wire.slice(0, -2)}`, `${type} \\# ${octets} ${wire}0`, `${type} \\# 0`, `${type} \\# 1 00`,
  ]
}
