import { describe, expect, it } from 'vitest'
import { isCron } from './cron.ts'

describe('a schedule', () => {
  it.each(['* * * * *', '*/5 * * * *', '0 0 1 1 1', '59 23 31 12 7', '10 7 * * mon-fri', '0 8-22/2 * JAN,jul *', '59 23 LW * *', '0 15 1W * *', '0 18 * * 6L', '0 18 * * friL', '0 0 * * mon#2', '0 0 L-3 * *', '5/15 * * * *', '  0   22 * * SUN '])('may be %j', (text) => {
    expect(isCron(text)).toBe(true)
  })

  it.each(['', '* * * *', '* * * * * *', '61 * * * *', '0 24 * * *', '0 0 0 * *', '0 0 32 * *', '0 0 * 13 *', '0 22 * * 0', '0 0 * * 8', '5-1 * * * *', '*/0 * * * *', '*/5/5 * * * *', '1,,2 * * * *', '-1 * * * *', '0 0 * foo *', '0 0 * * mon#6', 'L * * * *', '@daily', '1-2-3 * * * *', '1.5 * * * *'])('is never %j', (text) => {
    expect(isCron(text)).toBe(false)
  })
})
