import type { Context } from '../context.ts'
import { UsageError } from '../failures.ts'

/**
 * Refuses `-o` for a command whose output has one form alone.
 * @throws UsageError when another form than the default was asked for.
 * @example refuseForm(context, 'writes a zone file')
 */
export const refuseForm = ({ output: { form } }: Context, what: string): void => {
  if (form !== 'table') throw new UsageError(`-o ${form} has no meaning here: this command ${what}; leave it out`)
}
