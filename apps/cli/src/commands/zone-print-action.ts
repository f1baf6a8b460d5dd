import { canonicalLine, readZoneBatches } from '@zonewright/bind'
import type { Action } from '../command.ts'
import { exit } from '../failures.ts'
import { openInput } from '../input-file.ts'
import { readOptions, zoneFaultLine } from '../zone-file.ts'

/** Prints a zone file in canonical form; lines of good records come also when others are bad. */
export const run: Action<{ readonly file: string }, { readonly origin?: string }> = async (context, { file }, { origin }) => {
  const { io } = context
  const faults: string[] = []
  const options = await readOptions(file, origin)
  const batches = readZoneBatches(openInput(file, io), { ...options, comments: 'ignore', onError: (error) => faults.push(`zw: ${zoneFaultLine(error)}\n`) })
  for await (const batch of batches) {
    io.signal.throwIfAborted()
    let text = ''
    for (const record of batch) text += `${canonicalLine(record)}\n`
    await io.stdout.write(text)
  }
  await io.stderr.write(faults.join(''))
  return faults.length > 0 ? exit.refused : exit.done
}
