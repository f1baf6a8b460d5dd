import { describe, expect, it } from 'vitest'

import { Refusal } from '../errors.ts'
import { pageRequest } from './paging.ts'

const sizes = { perPage: 20, most: 100 }

describe('the page that was asked for', () => {
  it.each([
    [{}, { page: 1, perPage: 20 }],
    [{ page: '', per_page: '' }, { page: 1, perPage: 20 }],
    [{ page: '3', per_page: 1 }, { page: 3, perPage: 1 }],
    [{ page: 0 }, { page: 1, perPage: 20 }],
    [{ per_page: '1000' }, { page: 1, perPage: 100 }],
  ])('of %j is %j', (input, wanted) => {
    expect(pageRequest(input, sizes)).toEqual(wanted)
  })

  it.each([{ page: -1 }, { page: 'next' }, { page: 1.5 }, { per_page: 0 }, { per_page: [1, 2] }])('is refused for %j', (input) => {
    expect(() => pageRequest(input, sizes)).toThrow(Refusal)
  })
})
