import { commentGuard } from './comment.ts'
import { conflictsGuard } from './conflicts.ts'
import { deletesGuard } from './deletes.ts'
import { emptyGuard } from './empty.ts'
import type { Guard } from './guard.ts'
import { namesGuard } from './names.ts'
import { outsideGuard } from './outside.ts'
import { proxiedGuard } from './proxied.ts'
import { quotaGuard } from './quota.ts'
import { tagsGuard } from './tags.ts'
import { textGuard } from './text.ts'
import { ttlGuard } from './ttl.ts'
import { typesGuard } from './types.ts'
import { vitalGuard } from './vital.ts'

/**
 * Every guard, in the order in which their findings are told. A guard is permitted by its `id` in `allow`, if it can be at all.
 * @example for (const { id, summary } of guards) console.log(id, summary)
 */
export const guards: readonly Guard[] = [emptyGuard, deletesGuard, vitalGuard, outsideGuard, typesGuard, conflictsGuard, quotaGuard, ttlGuard, tagsGuard, commentGuard, proxiedGuard, namesGuard, textGuard]
