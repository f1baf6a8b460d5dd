import type * as Sqlite from 'node:sqlite'

import { NodeVersionError } from './node-version-error.ts'

/**
 * Node's own database, loaded when it is needed: an import would make an older Node fail before anyone can say why.
 * @throws NodeVersionError when this Node has none.
 * @example new (sqlite().DatabaseSync)(':memory:').close()
 */
export const sqlite = (): typeof Sqlite => {
  // Node before 20.16 lacks the function too.
  const load = process.getBuiltinModule as ((name: 'node:sqlite') => typeof Sqlite | undefined) | undefined
  const found = load?.('node:sqlite')
  if (found === undefined) throw new NodeVersionError()
  return found
}
