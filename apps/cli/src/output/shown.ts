import { ClosedOutput } from '../io.ts'

/** Waits until a result is shown. Who reads no further, as `head` does, misses the rest of it; what became of the run, and its exit code, stay the same. */
export const shown = async (writing: Promise<void>): Promise<void> => {
  try {
    await writing
  } catch (error) {
    if (!(error instanceof ClosedOutput)) throw error
  }
}
