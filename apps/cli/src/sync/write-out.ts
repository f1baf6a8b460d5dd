import type { Context } from '../context.ts'
import { writeWhole } from '../write-whole.ts'

/** Writes a text as a file, whole or not at all. @throws Failure when it can't be written. */
export const writeOut = ({ call }: Context, path: string, text: string): Promise<void> => writeWhole(path, [Buffer.from(text)], call.signal)
