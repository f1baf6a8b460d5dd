import { type PlanOptions, guards } from '@zonewright/sync'
import { UsageError } from '../failures.ts'

/** What the command line says about a plan. */
export interface PlanFlags {
  readonly ignore?: readonly string[]
  readonly ownerTag?: string
  readonly ownerComment?: string
  /** False with `--no-purge`. */
  readonly purge?: boolean
  readonly apexNs?: boolean
  readonly allow?: readonly string[]
  readonly maxDeletes?: number
}

/**
 * The flags as settings of a plan.
 * @throws UsageError when two of them contradict each other, or a share is none.
 */
export const planOptions = ({ ignore, ownerTag, ownerComment, purge, apexNs, allow, maxDeletes }: PlanFlags): PlanOptions => {
  if (ownerTag !== undefined && ownerComment !== undefined) throw new UsageError('--owner-tag and --owner-comment: a record has one owner; give one of them')
  if (maxDeletes !== undefined && (maxDeletes < 0 || maxDeletes > 100)) throw new UsageError(`--max-deletes ${maxDeletes}: a share is from 0 to 100 percent`)
  // What a variable left empty must not mean every record, or none.
  for (const [flag, text] of [['--owner-tag', ownerTag], ['--owner-comment', ownerComment], ...(ignore ?? []).map((pattern) => ['--ignore', pattern.replace(/^[A-Za-z0-9]+:/, '')] as const)] as const) if (text?.trim() === '') throw new UsageError(`${flag}: its value is empty; give a text, or leave the flag out`)
  const unknown = (allow ?? []).find((id) => !guards.some((guard) => guard.permitted && guard.id === id))
  if (unknown !== undefined) throw new UsageError(`--allow ${unknown}: there is no such guard; there are ${guards.filter(({ permitted }) => permitted).map(({ id }) => id).join(', ')}`)
  return {
    ...(ignore === undefined ? {} : { ignore }),
    ...(ownerTag === undefined ? {} : { owner: { tag: ownerTag } }),
    ...(ownerComment === undefined ? {} : { owner: { comment: ownerComment } }),
    ...(purge === false ? { unlisted: 'keep' } : {}),
    ...(apexNs === true ? { apexNameServers: true } : {}),
    ...(allow === undefined ? {} : { allow }),
    ...(maxDeletes === undefined ? {} : { deleteShare: maxDeletes / 100 }),
  }
}
