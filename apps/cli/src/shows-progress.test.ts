import { describe, expect, it } from 'vitest'
import { showsProgress } from './shows-progress.ts'

describe('progress', () => {
  it.each([
    ['a terminal', { isTTY: true, columns: 80 }, {}, true],
    ['a terminal that does not tell its width', { isTTY: true }, {}, true],
    ['a terminal of no width', { isTTY: true, columns: 0 }, {}, false],
    ['a terminal that can not move its cursor', { isTTY: true, columns: 80 }, { TERM: 'dumb' }, false],
    ['a file', { isTTY: false }, {}, false],
  ])('on %s is drawn or not', (_, sink, env, drawn) => {
    const io = { stderr: { ...sink, write: () => Promise.resolve() }, env } as never
    expect(showsProgress({ io, global: {} })).toBe(drawn)
    expect(showsProgress({ io, global: { verbose: true } })).toBe(false)
  })
})
