import type { RecordInput } from '../rules/records.ts'

/** The zone's records as the kill test compares them: `name content`, sorted. */
export type Listing = readonly string[]

/** One write of the endless series that a writer makes; deletions and additions are by name. */
export interface PlannedWrite {
  readonly kind: 'create' | 'patch' | 'batch'
  readonly deletes: readonly string[]
  /** Name whose content changes, and to what. */
  readonly patch?: { readonly name: string; readonly content: string }
  readonly posts: readonly RecordInput[]
}

const text = (name: string, content: string): RecordInput => ({ type: 'TXT', name: `${name}.example.com`, content })
const batchNames = (round: number, index: number): readonly string[] => [0, 1, 2, 3, 4].map((number) => `b${round}-${index}-${number}.example.com`)

/** Write number `index` of a round: a creation, a change of it, then a batch that takes it and the batch before away and adds five. */
export const plannedWrite = (round: number, index: number): PlannedWrite => {
  const created = `r${round}-${index - (index % 3)}`
  if (index % 3 === 0) return { kind: 'create', deletes: [], posts: [text(created, `made ${index}`)] }
  if (index % 3 === 1) return { kind: 'patch', deletes: [], patch: { name: `${created}.example.com`, content: `changed ${index}` }, posts: [] }
  const before = index >= 5 ? batchNames(round, index - 3) : []
  return { kind: 'batch', deletes: [`${created}.example.com`, ...before], posts: batchNames(round, index).map((name) => ({ type: 'TXT', name, content: `batch ${index}` })) }
}

/** What a zone holds after the first `count` writes of a round on top of what it held. */
export const listingAfter = (base: Listing, round: number, count: number): Listing => {
  const held = new Map(base.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]))
  for (let index = 0; index < count; index++) {
    const { deletes, patch, posts } = plannedWrite(round, index)
    for (const name of deletes) held.delete(name)
    if (patch !== undefined) held.set(patch.name, patch.content)
    for (const post of posts) held.set(String(post['name']), String(post['content']))
  }
  return [...held].map(([name, content]) => `${name} ${content}`).sort()
}
