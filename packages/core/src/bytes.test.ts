import { describe, expect, it } from 'vitest'
import { Bytes } from './bytes.ts'

const arriving = (...chunks: readonly number[][]): Bytes =>
  new Bytes(
    (async function* source() {
      for (const chunk of chunks) yield Promise.resolve(Uint8Array.from(chunk))
    })(),
  )

describe('the bytes of a download', () => {
  it('are collected in one piece, or as text', async () => {
    expect(await arriving([0, 255], [], [13]).bytes()).toEqual(Uint8Array.from([0, 255, 13]))
    expect(await arriving().bytes()).toEqual(new Uint8Array())
    expect(await arriving([195], [188]).text()).toBe('ü')
  })

  it('come piece by piece to those who iterate', async () => {
    const pieces: number[] = []
    for await (const piece of arriving([1], [2, 3])) pieces.push(piece.length)
    expect(pieces).toEqual([1, 2])
  })
})
