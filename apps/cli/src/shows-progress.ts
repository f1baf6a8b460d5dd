import type { Context } from './context.ts'

/** Whether lines of progress can be redrawn on stderr: a terminal that moves its cursor and tells no width of nothing. */
export const showsProgress = ({ io, global }: Pick<Context, 'io' | 'global'>): boolean => io.stderr.isTTY && io.stderr.columns !== 0 && io.env['TERM'] !== 'dumb' && global.verbose !== true
