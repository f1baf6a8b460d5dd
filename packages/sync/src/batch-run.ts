import type { StoredRecord } from '@zonewright/zone'
import { type BatchUnit, type RefusedUnit, changesIn, unitKey } from './part.ts'
import type { PlanRun, Sent } from './plan-run.ts'
import { UnmetNames } from './unmet.ts'

/** As many names are refused before a run believes that the service means none of them, when it has taken none. */
const mostRefused = 100

/** Records that a unit adds to the zone; fewer than none when it takes some away. */
const growthOf = ({ changes }: BatchUnit): number => changes.reduce((sum, { kind }) => sum + (kind === 'create' ? 1 : kind === 'delete' ? -1 : 0), 0)

/** Units of a batch that wait to be sent. */
interface Waiting {
  readonly units: readonly BatchUnit[]
  /** One of them is at fault: they were refused together with others that were taken since. */
  suspect: boolean
  /** The other half of what was refused. */
  readonly other?: Waiting
}

/** Carries batches out, one after the other, and decides what to do when one is refused. */
export class BatchRun {
  readonly #run: PlanRun
  readonly #unmet: UnmetNames
  readonly #skips: boolean
  /** What is known to be refused from a run that was cut off. */
  readonly #known: ReadonlyMap<string, RefusedUnit>
  /** Calls that happened. */
  #taken = 0
  /** Names that were refused. */
  refused = 0
  /** Names that can't go without one of those. */
  leftOut = 0

  constructor(run: PlanRun, held: readonly StoredRecord[]) {
    const { onError = 'stop', refused = [] } = run.options
    this.#run = run
    this.#skips = onError === 'skip'
    this.#unmet = new UnmetNames(this.#skips ? held : [])
    this.#known = new Map(this.#skips ? refused.map((unit) => [unitKey(unit.changes), unit]) : [])
  }

  /** Carries out what of a batch has yet to happen. @returns why the run ends here, or undefined. */
  async carryOut(batch: number, units: readonly BatchUnit[]): Promise<string | undefined> {
    const waiting: Waiting[] = [{ units, suspect: false }]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const going = await this.#without(batch, next.units)
      const isWhole = going.length === next.units.length
      if (going.length === 0) continue
      if (next.suspect && isWhole && going.length > 1) {
        waiting.push(...this.#halves(going))
        continue
      }
      const sent = await this.#run.send({ batch, units: going })
      if (sent.outcome === 'done') {
        this.#taken++
        for (const unit of this.#skips ? going : []) this.#unmet.made(unit)
        // What was taken is not at fault, so the other half of what was refused is.
        if (isWhole && next.other !== undefined) next.other.suspect = true
        continue
      }
      if (sent.outcome === 'unknown' || !sent.ofContent || !this.#skips) return this.#end(batch, going, sent)
      for (const unit of sent.blamed) this.#refuse(batch, unit, { message: sent.reason, ...(sent.call === undefined ? {} : { call: sent.call }) })
      if (this.#taken === 0 && this.refused >= mostRefused) return `${sent.reason}; ${this.refused} names were refused and none was taken, so it is not about one of them`
      if (sent.blamed.length === 0) waiting.push(...this.#halves(going))
      else waiting.push({ units: going.filter((unit) => !sent.blamed.includes(unit)), suspect: false })
    }
    return undefined
  }

  /** Units without those that are known to be refused, or can't go without one that was. */
  async #without(batch: number, units: readonly BatchUnit[]): Promise<readonly BatchUnit[]> {
    if (!this.#skips) return units
    const going: BatchUnit[] = []
    for (const unit of units) {
      const known = this.#known.get(unitKey(unit.changes))
      const why = this.#unmet.why(unit)
      if (known !== undefined) {
        // The run that may go on from here has to know it from this journal.
        await this.#run.write({ kind: 'refused', batch, changes: unit.places, blamed: [unit.places], message: known.message, ...(known.call === undefined ? {} : { call: known.call }) })
        this.#refuse(batch, unit, known)
      } else if (why !== undefined) {
        this.leftOut++
        this.#unmet.add(unit)
        this.#run.outcomes.note(batch, unit.changes, 'left out', () => ({ error: why }))
      } else going.push(unit)
    }
    return going
  }

  #refuse(batch: number, unit: BatchUnit, { message, call }: Pick<RefusedUnit, 'message' | 'call'>): void {
    this.refused++
    this.#unmet.add(unit)
    this.#run.outcomes.note(batch, unit.changes, 'refused', () => ({ error: message, call }))
  }

  /** Notes a call that ends the run. @returns why it does. */
  #end(batch: number, units: readonly BatchUnit[], sent: Exclude<Sent, { readonly outcome: 'done' }>): string {
    const { outcomes } = this.#run
    const { reason: error } = sent
    if (sent.outcome === 'unknown') {
      outcomes.note(batch, changesIn(units), 'unknown', () => ({ error }))
      return error
    }
    const { call } = sent
    outcomes.note(batch, changesIn(units), 'failed', () => ({ error, call }))
    outcomes.note(batch, changesIn(units.length === 1 ? [] : sent.blamed), 'refused', () => ({ error, call }))
    if (!sent.ofContent || units.length === 1) return error
    const which = sent.blamed.length === 0 ? `one of the ${units.length} names in this call is refused, and the service does not say which` : `of the ${units.length} names in this call it refuses ${sent.blamed.map(({ name }) => name).join(', ')}`
    return `${error}; ${which}: with onError: 'skip' (zw: --on-error skip) the others are applied`
  }

  /** Both halves, the first one last. */
  #halves(units: readonly BatchUnit[]): readonly [Waiting, Waiting] {
    const { records = Number.POSITIVE_INFINITY } = this.#run
    const growth = units.reduce((sum, unit) => sum + Math.max(0, growthOf(unit)), 0)
    // In one call what goes makes room for what comes; in two it has to go first, when the zone is nearly full.
    const ordered = this.#unmet.total + growth > records ? [...units.filter((unit) => growthOf(unit) < 0), ...units.filter((unit) => growthOf(unit) >= 0)] : units
    const middle = Math.ceil(ordered.length / 2)
    const second: Waiting = { units: ordered.slice(middle), suspect: false }
    return [second, { units: ordered.slice(0, middle), suspect: false, other: second }]
  }
}
