import { describe, expect, it } from 'vitest'
import { expandTemplate, generateCount, parseGenerateRange, parseTemplate } from './generate.ts'

describe('a range', () => {
  it.each([['1-1', 1], ['0-9', 10], ['1-9/2', 5], ['1-10/2', 5], ['0-2147483647', 2_147_483_648]])('%s has %d numbers', (text, count) => {
    expect(generateCount(parseGenerateRange(text))).toBe(count)
  })

  it.each(['', '1', '1-', '-1', '2-1', '1-2/0', '1-2/', '1-2-3', '1-2x', '0-2147483648', '1 - 2', '1-99999999999'])('%j is refused', (text) => {
    expect(() => parseGenerateRange(text)).toThrow('generate-range')
  })
})

describe('a template', () => {
  it.each([
    ['a$b', 7, 'a7b'],
    ['$', 0, '0'],
    ['$$-\\$-$', 1, '$-\\$-1'],
    ['\\\\$', 1, '\\\\1'],
    ['${5}', 1, '6'],
    ['${+5}', 1, '6'],
    ['${0,3}', 7, '007'],
    ['${0,3,d}', 12345, '12345'],
    ['${-9,3,d}', 7, '-02'],
    ['${0,3,o}', 8, '010'],
    ['${0,4,x}', 254, '00fe'],
    ['${0,4,X}', 254, '00FE'],
    ['${0,1,n}', 0x1a, 'a.1'],
    ['${0,5,n}', 0x1a, 'a.1.0'],
    ['${0,4,N}', 0x1a, 'A.1.'],
    ['x', 7, 'x'],
    ['', 7, ''],
    ['end\\', 7, 'end\\'],
  ])('%j makes of %d %j', (text, number, expected) => {
    expect(expandTemplate(parseTemplate(text), number)).toBe(expected)
  })

  it.each(['${', '${}', '${x}', '${0,}', '${0,1,q}', '${0,1,d', '${0,256,d}', '${99999999999}'])('%j is refused', (text) => {
    expect(() => parseTemplate(text)).toThrow('generate-modifier')
  })
})
