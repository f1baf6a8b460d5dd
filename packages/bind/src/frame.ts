import { FollowUps } from './follow-ups.ts'
import { RecordTokens } from './record-tokens.ts'
import { Scanner } from './scanner.ts'

/** A file that is being read; an included file stands on top of the one that includes it. */
export interface Frame {
  readonly scanner: Scanner
  readonly tokens: RecordTokens
  /** Name in errors. */
  readonly file: string
  /** Absolute origin in the case it was written in, as names in rdata are completed with it; an empty string when none is known yet. */
  origin: string
  /** The origin in lower case, for owners. */
  originKey: string
  /** Owner of the last record, or an empty string when there is none to repeat. */
  owner: string
  /** The owner as the file wrote it, to know it again without reading it as a name. */
  ownerText: string | undefined
  /** The first octets of the file have been looked at. */
  started: boolean
  /** Errors of lines behind an open parenthesis. */
  readonly followUps: FollowUps
}

/** A new frame that inherits origin and owner, as BIND has it. */
export function openFrame(file: string, maxRecordBytes: number, origin: string, owner: string): Frame {
  const scanner = new Scanner(maxRecordBytes)
  return { scanner, tokens: new RecordTokens(scanner), file, origin, originKey: origin.toLowerCase(), owner, ownerText: undefined, started: false, followUps: new FollowUps() }
}

/** Moves a frame to another origin, canonical but for its case. */
export function setOrigin(frame: Frame, origin: string): void {
  frame.origin = origin
  frame.originKey = origin.toLowerCase()
  // The same spelling of an owner is now another name.
  frame.ownerText = undefined
}

/** Looks at the first octets of a file: passes over the mark of UTF-8; false for UTF-16, which cannot be read. */
export function startFrame(frame: Frame): boolean {
  const { bytes, limit, offset } = frame.scanner
  frame.started = true
  const [first, second, third] = bytes.subarray(offset, Math.min(limit, offset + 3))
  if (first === 0xef && second === 0xbb && third === 0xbf) frame.scanner.offset += 3
  return !((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
}
