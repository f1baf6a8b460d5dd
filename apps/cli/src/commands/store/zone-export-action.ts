import { printZone } from '@zonewright/bind'
import { heldIn } from '../../apis/records.ts'
import { targetOf } from '../../apis/target.ts'
import type { Action } from '../../command.ts'
import { refuseForm } from '../../output/no-form.ts'
import { writeWhole } from '../../write-whole.ts'

/** Writes the records of a zone of a store as a zone file; the old APIs hold no SOA record, so there is none in it. */
export const run: Action<{ readonly zone: string }, { readonly out?: string }> = async (context, args, { out }) => {
  refuseForm(context, 'writes a zone file; zw record list has other forms')
  const { store, zone: find } = await targetOf(context)
  const zone = await find(args.zone)
  const text = printZone(await heldIn(context, store, zone), { layout: 'cloudflare', origin: zone.name })
  if (out === undefined) return context.output.text(text)
  await writeWhole(out, [Buffer.from(text)], context.call.signal)
  await context.note(`zw: ${args.zone} was written to ${out}`)
}
