import { errorAtToken } from './line-errors.ts'
import { type Frame, setOrigin } from './frame.ts'
import { originOfToken } from './frame-names.ts'
import { Generator } from './generator.ts'
import type { IncludeRequest } from './include.ts'
import type { ReaderState } from './reader-state.ts'
import { unicode } from './octets.ts'
import { tokenTtl } from './record-line.ts'

/** What the reader has to do after a directive; undefined when nothing is left to do. */
export type DirectiveResult = { readonly include: IncludeRequest } | { readonly generate: Generator } | undefined

/** The line in the columns is a directive: it starts with an unquoted dollar sign in the first column. */
export function isDirective({ scanner }: Frame): boolean {
  return scanner.bytes[scanner.starts[0] as number] === 36 && scanner.flags[0] === 0 && !scanner.indented
}

/**
 * Obeys the directive in the columns: `$ORIGIN` and `$INCLUDE` (RFC 1035 section 5.1), `$TTL` (RFC 2308 section 4), BIND's `$GENERATE`.
 * @throws ZoneFileError when the directive is unknown or malformed.
 */
export function readDirective(frame: Frame, state: ReaderState): DirectiveResult {
  switch (frame.scanner.text(0).toUpperCase()) {
    case '$ORIGIN':
      needTokens(frame, 2, 2)
      setOrigin(frame, plainOrigin(frame, 1))
      return undefined
    case '$TTL':
      needTokens(frame, 2, 2)
      state.defaultTtl = directiveTtl(frame)
      return undefined
    case '$INCLUDE':
      return { include: readInclude(frame, state) }
    case '$GENERATE':
      return { generate: new Generator(frame, state) }
    default:
      throw errorAtToken(frame, 0, 'directive-unknown')
  }
}

function needTokens(frame: Frame, least: number, most: number): void {
  const { count } = frame.scanner
  if (count < least) throw errorAtToken(frame, 0, 'directive-short')
  if (count > most) throw errorAtToken(frame, most, 'directive-long')
}

// Quotes are for texts and the names of files; nearly all readers refuse them here.
function needPlain(frame: Frame, token: number): void {
  if (frame.scanner.flags[token] !== 0) throw errorAtToken(frame, token, 'head-quoted')
}

function plainOrigin(frame: Frame, token: number): string {
  needPlain(frame, token)
  return originOfToken(frame, token)
}

function directiveTtl(frame: Frame): number {
  needPlain(frame, 1)
  const ttl = tokenTtl(frame, 1)
  if (ttl < 0) throw errorAtToken(frame, 1, 'bad-ttl')
  return ttl
}

function readInclude(frame: Frame, state: ReaderState): IncludeRequest {
  if (!state.mayInclude) throw errorAtToken(frame, 0, 'include-off')
  needTokens(frame, 2, 3)
  const origin = frame.scanner.count === 3 ? plainOrigin(frame, 2) : frame.origin
  return { path: unicode(frame.scanner.text(1)), from: frame.file, origin }
}
