import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

import { fileShelf, shelfFile, ShelfError } from './file-shelf.ts'
import { memoryShelf } from './memory-shelf.ts'
import { numbersOn } from './numbers.ts'

const newDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'zonewright-shelf-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  return directory
}

describe.each([
  ['in memory', memoryShelf],
  ['in a directory', () => fileShelf(newDirectory())],
] as const)('a shelf %s', (_, open) => {
  it('gives back what was put, by kind and key, whatever letters they have', () => {
    const shelf = open()
    onTestFinished(() => shelf.close())
    const values = [0, '', 'ü"\\', null, false, [1, [2]], { a: { b: null } }]
    for (const [index, value] of values.entries()) shelf.put('a kind', `key ${index} ü '"; --`, value)
    expect(values.map((__, index) => shelf.get('a kind', `key ${index} ü '"; --`))).toEqual(values)
    expect(shelf.get('a kind', 'absent')).toBeUndefined()
    expect(shelf.get('another kind', "key 0 ü '\"; --")).toBeUndefined()
    expect(shelf.get('__proto__', 'constructor')).toBeUndefined()
  })

  it('gives copies: what is done to a value changes nothing on the shelf', () => {
    const shelf = open()
    onTestFinished(() => shelf.close())
    const value = { names: ['a'] }
    shelf.put('kind', 'key', value)
    value.names.push('b')
    ;(shelf.get('kind', 'key') as { names: string[] }).names.push('c')
    expect(shelf.get('kind', 'key')).toEqual({ names: ['a'] })
  })

  it('lists a kind in the order in which keys came first, and forgets what is removed', () => {
    const shelf = open()
    onTestFinished(() => shelf.close())
    for (const key of ['b', 'a', 'c']) shelf.put('kind', key, key)
    shelf.put('kind', 'b', 'again')
    expect(shelf.all('kind')).toEqual([{ key: 'b', value: 'again' }, { key: 'a', value: 'a' }, { key: 'c', value: 'c' }])
    expect([shelf.remove('kind', 'a'), shelf.remove('kind', 'a'), shelf.remove('none', 'a')]).toEqual([true, false, false])
    expect(shelf.all('kind').map(({ key }) => key)).toEqual(['b', 'c'])
    expect(shelf.all('none')).toEqual([])
  })

  it('keeps all of what is done together, or nothing of it, also one inside the other', () => {
    const shelf = open()
    onTestFinished(() => shelf.close())
    shelf.put('kind', 'kept', 1)
    const broken = (): void =>
      shelf.together(() => {
        shelf.put('kind', 'kept', 2)
        shelf.together(() => shelf.put('kind', 'inner', 3))
        shelf.remove('kind', 'kept')
        throw new Error('in the middle')
      })
    expect(broken).toThrow('in the middle')
    expect(shelf.all('kind')).toEqual([{ key: 'kept', value: 1 }])
    expect(shelf.together(() => shelf.together(() => (shelf.put('kind', 'inner', 3), 'done')))).toBe('done')
    expect(shelf.get('kind', 'inner')).toBe(3)
  })

  it('has one number for an identifier, for ever, and none twice', () => {
    const shelf = open()
    onTestFinished(() => shelf.close())
    const numbers = numbersOn(shelf)
    expect([numbers.of('zone', 'aa'), numbers.of('zone', 'bb'), numbers.of('zone', 'aa'), numbers.of('record', 'aa')]).toEqual([70_001, 70_002, 70_001, 70_001])
    expect(numbersOn(shelf).of('zone', 'cc')).toBe(70_003)
    expect([numbers.idOf('zone', 70_002), numbers.idOf('zone', '70002'), numbers.idOf('record', 70_002), numbers.idOf('zone', 'x'), numbers.idOf('zone', '__proto__')]).toEqual(['bb', 'bb', undefined, undefined, undefined])
    // A number whose giving broke off is not lost, and not given twice.
    expect(() => shelf.together(() => { numbers.of('zone', 'dd'); throw new Error('no') })).toThrow('no')
    expect([numbers.of('zone', 'ee'), numbers.of('zone', 'dd')]).toEqual([70_004, 70_005])
  })
})

describe('a directory', () => {
  it('holds what was put when it is opened again', () => {
    const directory = newDirectory()
    const first = fileShelf(directory)
    first.put('kind', 'key', { a: 1 })
    first.close()
    const second = fileShelf(directory)
    expect(second.get('kind', 'key')).toEqual({ a: 1 })
    second.close()
  })

  it('belongs to one at a time', () => {
    const directory = newDirectory()
    const first = fileShelf(directory)
    expect(() => fileShelf(directory)).toThrow(new ShelfError(`${directory}: another process uses this data directory`))
    first.close()
    fileShelf(directory).close()
  })

  it('that is a file, or holds something else, is refused in words', () => {
    const directory = newDirectory()
    writeFileSync(join(directory, 'file'), '')
    expect(() => fileShelf(join(directory, 'file'))).toThrow('the data directory cannot be opened; give one that you can write to')
    writeFileSync(join(directory, shelfFile), 'not a database, but long enough to be looked at as one\n'.repeat(50))
    expect(() => fileShelf(directory)).toThrow(new ShelfError(`${directory}: the data directory holds no data of a bridge`))
  })
})
