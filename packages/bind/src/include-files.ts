import { readFileSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import type { IncludeResolver } from './include.ts'

/**
 * A resolver of `$INCLUDE` that reads files below one folder, and none outside of it.
 *
 * A relative path is looked up beside the file that includes it when that file's name is below the folder, else in the
 * folder itself. Symbolic links are followed first and judged after.
 * @throws Error from the resolver, when a file lies outside of the folder or cannot be read.
 * @example readZone(text, { origin: 'example.com.', file: 'zones/example.zone', include: includeFiles('zones') })
 */
export function includeFiles(folder: string): IncludeResolver {
  const root = realpathSync(folder)
  return ({ path, from }) => {
    const beside = dirname(resolve(from))
    const file = realpathSync(resolve(within(root, beside) ? beside : root, path))
    if (!within(root, file)) throw new Error(`${path} lies outside of ${folder}`)
    return { file, content: readFileSync(file) }
  }
}

function within(root: string, path: string): boolean {
  const way = relative(root, path)
  return way === '' || (way !== '..' && !way.startsWith('../') && !way.startsWith('..\\') && !isAbsolute(way))
}
