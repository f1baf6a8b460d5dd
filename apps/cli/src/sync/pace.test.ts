import { expect, it } from 'vitest'
import { paceText } from './pace.ts'

it('tells how far it is, how fast it goes and how long it takes', () => {
  expect(paceText(0, 1000, 5)).toBe('0 of 1000')
  expect(paceText(250, 1000, 5)).toBe('250 of 1000, 50/s, 15 s left')
  expect(paceText(3, 9, 600)).toBe('3 of 9, 0.3/min, 20 min left')
  expect(paceText(100, 100_000, 25)).toBe('100 of 100000, 4.0/s, 6.9 h left')
  expect(paceText(9, 9, 600)).toBe('9 of 9')
})
