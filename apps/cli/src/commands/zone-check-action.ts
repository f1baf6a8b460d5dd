import { readZoneBatches } from '@zonewright/bind'
import type { Action } from '../command.ts'
import { exit } from '../failures.ts'
import { inputName, openInput } from '../input-file.ts'
import { readOptions, zoneFaultLine } from '../zone-file.ts'

/** Checks a zone file: faults to stderr, the verdict to stdout. */
export const run: Action<{ readonly file: string }, { readonly origin?: string }> = async (context, { file }, { origin }) => {
  const { io } = context
  let records = 0
  let faults = 0
  let text = ''
  const options = await readOptions(file, origin)
  const onError = (error: Parameters<typeof zoneFaultLine>[0]): void => {
    faults++
    text += `zw: ${zoneFaultLine(error)}\n`
  }
  for await (const batch of readZoneBatches(openInput(file, io), { ...options, onError })) {
    io.signal.throwIfAborted()
    records += batch.length
  }
  await io.stderr.write(text)
  const verdict = { file: inputName(file), valid: faults === 0, records, errors: faults }
  if (context.output.chosen && context.output.form !== 'table') await context.output.item(verdict)
  else await context.output.text(faults === 0 ? `${verdict.file}: valid, ${records} records\n` : `${verdict.file}: not valid, ${faults} ${faults === 1 ? 'error' : 'errors'}, ${records} good records\n`)
  return faults === 0 ? exit.done : exit.refused
}
