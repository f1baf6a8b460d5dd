/** Most items of one page. */
const pageSize = 180

/** A page of a list as the client API wraps it; beyond the end it is empty. */
export const page = <T>(items: readonly T[], offset = 0): { readonly has_more: boolean; readonly count: number; readonly objs: readonly T[] } => {
  const objs = items.slice(offset, offset + pageSize)
  return { has_more: offset + objs.length < items.length, count: objs.length, objs }
}
