import { parseName, parseNameKeepingCase } from '@zonewright/zone'
import { errorAtToken, placed } from './line-errors.ts'
import type { Frame } from './frame.ts'

/** Stands in for an unknown origin, so that a name that was completed with it is found; no sane name ends in these labels. */
export const NO_ORIGIN = '\\000\\255\\000\\255\\001\\254.'

/** What owners are completed with. */
export function ownerOrigin(frame: Frame): string {
  return frame.originKey === '' ? NO_ORIGIN : frame.originKey
}

/**
 * The canonical name that a token states.
 * @throws ZoneFileError `bad-name`, or `origin-missing` when the name is relative and no origin is known.
 */
export function nameOfToken(frame: Frame, token: number): string {
  return absolute(frame, token, () => parseName(frame.scanner.text(token), ownerOrigin(frame)))
}

/**
 * The origin that a token states: a canonical name but for its case, which names in rdata keep, as BIND has it.
 * @throws ZoneFileError as {@link nameOfToken}.
 */
export function originOfToken(frame: Frame, token: number): string {
  return absolute(frame, token, () => parseNameKeepingCase(frame.scanner.text(token), frame.origin === '' ? NO_ORIGIN : frame.origin))
}

function absolute(frame: Frame, token: number, read: () => string): string {
  let name: string
  try {
    name = read()
  } catch (error) {
    throw placed(error, frame, token)
  }
  if (frame.origin === '' && name.endsWith(NO_ORIGIN)) throw errorAtToken(frame, token, 'origin-missing')
  return name
}
