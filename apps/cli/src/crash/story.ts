import { type ResourceRecord, parseRdata, recordKey, tokensOf } from '@zonewright/zone'
import type { Random } from './random.ts'

/** What a zone holds at first, and what it should hold. */
export interface Story {
  readonly held: readonly ResourceRecord[]
  readonly desired: readonly ResourceRecord[]
  /** Records that the plan must leave alone, as its pattern says. */
  readonly foreign: readonly ResourceRecord[]
  /** Names with a wanted record that the service refuses, and no guard foresees. */
  readonly refused: readonly string[]
  /** Most changes in a batch. */
  readonly batch: number
}

/** Names that the plans of the test leave alone. */
export const foreignPattern = 'keep*'

const makeRecord = (random: Random, name: string, apex: string): ResourceRecord => {
  const type = random.of(['A', 'A', 'A', 'TXT', 'MX', 'CNAME', 'NS', 'DS', 'SRV'])
  const last = 1 + random.below(4)
  const rdata = { A: `192.0.2.${last}`, TXT: `"text ${last}"`, MX: `${last} mail.example.net.`, CNAME: `c${last}.example.net.`, NS: `ns${last}.example.net.`, DS: `${last} 13 2 ${'ab'.repeat(32)}`, SRV: `0 ${last} 5060 sip.example.net.` }[type] ?? ''
  const proxied = (type === 'A' || type === 'CNAME') && random.chance(0.3)
  return {
    name: `${name}.${apex}`,
    type,
    class: 'IN',
    ttl: proxied ? 1 : random.of([60, 300, 3600]),
    rdata: parseRdata(type, tokensOf(rdata), '.'),
    attributes: { ...(proxied ? { proxied } : {}), ...(random.chance(0.3) ? { comment: random.of(['', 'one', 'two; three']) } : {}), ...(random.chance(0.2) ? { tags: random.of([[], ['a:1'], ['a:1', 'b']]) } : {}) },
  }
}

const delegation = new Set(['NS', 'DS'])

/** Records that the service holds together: nothing beside a CNAME, nothing but DS beside NS, no DS without NS. */
const zoneOf = (random: Random, apex: string, most: number): ResourceRecord[] => {
  const taken: ResourceRecord[] = []
  const all = Array.from({ length: random.below(most + 1) }, () => makeRecord(random, `n${random.below(8)}`, apex))
  for (const one of all.sort((left, right) => Number(left.type === 'DS') - Number(right.type === 'DS'))) {
    const beside = taken.filter(({ name }) => name === one.name)
    const fits = beside.every((other) => one.type !== 'CNAME' && other.type !== 'CNAME' && delegation.has(one.type) === delegation.has(other.type) && recordKey(one) !== recordKey(other))
    if (fits && (one.type !== 'DS' || beside.some(({ type }) => type === 'NS'))) taken.push(one)
  }
  return taken
}

/** A story of a seed, for the zone with this absolute name. */
export const storyOf = (random: Random, apex: string): Story => ({
  held: zoneOf(random, apex, 14),
  desired: zoneOf(random, apex, 14),
  foreign: Array.from({ length: random.below(3) }, (_, index) => ({ ...makeRecord(random, `keep${index}`, apex), type: 'TXT', rdata: `"${index}"`, ttl: 300, attributes: { comment: 'of others' } })),
  refused: [],
  batch: 1 + random.below(7),
})

/** The story with up to three names among what is wanted that the service refuses, for a tag that is none. */
export const withRefusals = (story: Story, random: Random): Story => {
  const names = [...new Set(story.desired.map(({ name }) => name))]
  const refused = names.length === 0 ? [] : [...new Set(Array.from({ length: 1 + random.below(3) }, () => random.of(names)))]
  const bad = new Set(refused.map((name) => story.desired.findLast((record) => record.name === name)))
  return { ...story, refused, desired: story.desired.map((record) => (bad.has(record) ? { ...record, attributes: { ...record.attributes, tags: ['no tag'] } } : record)) }
}
