import { describe, expect, it } from 'vitest'

import { openState } from './state.ts'

describe('stored bytes', () => {
  it('come back as they went in, one value a name and scope, until they are removed', () => {
    const { blobs, close } = openState()
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    blobs.put('a', 'k/1', new Uint8Array([1]))
    blobs.put('a', 'k/1', bytes)
    blobs.put('b', 'k/1', new Uint8Array())
    expect(blobs.get('a', 'k/1')).toEqual(bytes)
    expect(blobs.get('b', 'k/1')).toEqual(new Uint8Array())
    blobs.remove('a', 'k/1')
    expect(blobs.get('a', 'k/1')).toBeUndefined()
    blobs.clear('b')
    expect(blobs.get('b', 'k/1')).toBeUndefined()
    close()
  })
})
