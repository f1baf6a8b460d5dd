import { canonicalLine, readZoneBatches } from '@zonewright/bind'
import type { ResourceRecord } from '@zonewright/zone'
import type { Action } from '../command.ts'
import { exit } from '../failures.ts'
import { openInput } from '../input-file.ts'
import { readOptions, zoneFaultLine } from '../zone-file.ts'

const fields = ['name', 'ttl', 'class', 'type', 'rdata'] as const

/** Each piece of records as rows with the fields of a line. */
async function* rowsOf(batches: AsyncIterable<readonly ResourceRecord[]>): AsyncGenerator<readonly object[], void, void> {
  for await (const batch of batches) yield batch.map(({ name, ttl, class: ownClass, type, rdata }) => ({ name, ttl, class: ownClass, type, rdata }))
}

async function* untilStopped<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T, void, void> {
  for await (const item of source) {
    signal.throwIfAborted()
    yield item
  }
}

/** Prints a zone file in canonical form, or as rows with `-o`; good records come also when others are bad. */
export const run: Action<{ readonly file: string }, { readonly origin?: string }> = async (context, { file }, { origin }) => {
  const { io } = context
  const faults: string[] = []
  const options = await readOptions(file, origin)
  const batches = untilStopped(readZoneBatches(openInput(file, io), { ...options, comments: 'ignore', onError: (error) => faults.push(`zw: ${zoneFaultLine(error)}\n`) }), io.signal)
  if (context.output.form !== 'table') await context.output.list(rowsOf(batches), fields)
  else {
    for await (const batch of batches) {
      let text = ''
      for (const record of batch) text += `${canonicalLine(record)}\n`
      await io.stdout.write(text)
    }
  }
  await io.stderr.write(faults.join(''))
  return faults.length > 0 ? exit.refused : exit.done
}
