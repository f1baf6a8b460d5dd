import type { OracleCase } from '../oracle-cases.ts'
import { preamble } from '../oracle-tools.ts'
import { type Grammar, grammars } from './fields.ts'
import { constructs } from './files.ts'
import { genericForm, genericWays } from './generic.ts'
import { Random, spread } from './random.ts'
import { service, spoiltService } from './services.ts'
import { line, written } from './spelling.ts'
import { spoils } from './spoil.ts'
import { freshTypes, weights } from './types.ts'

/** Cases of a type of weight 1; service bindings and constructs of files have their own numbers. */
const RIGHT = 24
const SPOILT = 50
const GENERIC = 14
const SERVICES = 180
const OF_A_CONSTRUCT = 40

/** The parts of these cases: one to look at, one to measure with, and one whose single cases nobody looks at. */
export const freshParts = ['look', 'check', 'judge'] as const

/** Part of a case. */
export function freshPart({ zone }: OracleCase): (typeof freshParts)[number] {
  return freshParts[spread(`part ${zone}`) % 3] as (typeof freshParts)[number]
}

/**
 * Thousands of cases made from grammars of fields: right rdata in many spellings, rdata spoilt in one way, generic forms and whole files.
 *
 * Nothing in them was chosen for what this reader or another does with it. A seed always makes the same cases in the same order; another one makes others.
 */
export function freshCases(seed = ''): OracleCase[] {
  const cases = new Map<string, OracleCase>()
  const add = (label: string, way: string, text: string, zone = `${preamble}${text}\n`): void => {
    cases.set(zone, { label, way, text, zone })
  }
  const addRdata = (type: string, way: string, tokens: readonly string[], random: Random, mnemonic = type): void => {
    const text = line(mnemonic, written(tokens, random), random)
    add(type, way, text, type === 'SOA' ? `$ORIGIN example.com.\n$TTL 300\n${text.replace(/^\S+/, '@')}\n@ NS ns\nns A 192.0.2.53\n` : undefined)
  }
  for (const [type, fields] of Object.entries(freshTypes)) {
    const random = new Random(seed + type)
    const weight = weights[type] ?? 1
    const right = (): string[] => fields.flatMap((field) => (grammars[field] as Grammar)(random))
    for (let index = 0; index < RIGHT * weight; index++) addRdata(type, 'right', right(), random)
    for (let index = 0; index < SPOILT * weight; index++) {
      const [way, spoil] = random.of(...Object.entries(spoils))
      const tokens = spoil(right(), random)
      if (tokens !== undefined) addRdata(type, way, tokens, random)
    }
    for (let index = 0; index < GENERIC * weight; index++) addGeneric(type, right(), random)
  }
  for (const type of ['SVCB', 'HTTPS']) {
    const random = new Random(seed + type)
    for (let index = 0; index < SERVICES; index++) {
      addRdata(type, 'right', service(random), random)
      const { tokens, way } = spoiltService(random)
      addRdata(type, way, tokens, random)
      if (index % 3 === 0) addGeneric(type, service(random), random)
      const [spoilt, spoil] = random.of(...Object.entries(spoils))
      const other = index % 2 === 0 ? spoil(service(random), random) : undefined
      if (other !== undefined) addRdata(type, spoilt, other, random)
    }
  }
  for (const [label, { head, lines }] of Object.entries(constructs)) {
    const random = new Random(seed + label)
    for (let index = 0; index < OF_A_CONSTRUCT; index++) {
      const text = lines(random)
      const end = label === 'file: no line end' ? '' : random.of('\n', '\n', '\n', '')
      add(label.replace('bad $GENERATE', '$GENERATE'), label, text, `${head === undefined ? preamble : head(random)}${text}${end}`)
    }
  }
  return [...cases.values()]

  function addGeneric(type: string, tokens: readonly string[], random: Random): void {
    const way = random.of(...genericWays)
    const form = genericForm({ type, rdata: tokens.join(' '), way }, random)
    if (form !== undefined) addRdata(type, way, form.tokens, random, form.type)
  }
}
