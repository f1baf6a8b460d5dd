import { list } from '@zonewright/v4/zones'
import type { Action } from '../command.ts'
import { pagesOf } from '../pages-of.ts'

const columns = ['id', 'name', 'status', 'paused', 'type', 'plan.name', 'account.name']

/** Lists zones. */
export const run: Action<object, { readonly name?: string; readonly status?: 'initializing' | 'pending' | 'active' | 'moved' }> = async (context, _, { name, status }) => {
  const client = await context.client()
  const input = { ...(name === undefined ? {} : { name }), ...(status === undefined ? {} : { status }) }
  await context.output.list(pagesOf(client.list(list, input, context.call)), columns)
}
