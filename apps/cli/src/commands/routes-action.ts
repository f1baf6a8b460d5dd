import { endpoints } from '../api/manifest.ts'
import type { Action } from '../command.ts'

const columns = ['id', 'method', 'path', 'safety', 'permission', 'since', 'sunset']

/** Lists the endpoints of an API's manifest; the path of an older one is the name of the action. */
export const run: Action<object, { readonly protocol?: string; readonly find?: string }> = async (context, _, { protocol, find }) => {
  const all = await endpoints(context.global.api)
  const rows = all
    .map(({ id, protocol: spoken, method, route, safety, permission, since, sunset }) => ({ id, protocol: spoken, method, path: route, safety, permission: permission ?? null, since: since ?? null, sunset: sunset ?? null }))
    .filter((row) => (protocol === undefined || row.protocol === protocol) && (find === undefined || `${row.id} ${row.method} ${row.path}`.toLowerCase().includes(find.toLowerCase())))
  await context.output.list([rows], context.output.form === 'table' ? columns : undefined)
}
