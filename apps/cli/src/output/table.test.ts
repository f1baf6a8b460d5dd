import { describe, expect, it } from 'vitest'
import { csv } from './csv.ts'
import { objectTable, table } from './table.ts'

const rows = [
  { id: 'a', name: 'www.example.com', ttl: 300, text: 'x'.repeat(60), empty: null },
  { id: 'b', name: 'm.example.com', ttl: 3600, text: 'short', empty: null },
]

describe('tables', () => {
  it('have numbers on the right and no blanks at the end of a line', () => {
    expect(table(rows, { columns: ['name', 'ttl', 'empty'], colour: false })).toBe('name              ttl  empty\nwww.example.com   300\nm.example.com    3600\n')
  })

  it('fit the width of a terminal: empty columns go, then the widest cells are cut', () => {
    const text = table(rows, { columns: ['id', 'name', 'ttl', 'text', 'empty'], colour: false, width: 50 })
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(50)
    expect(text).toContain('…')
    expect(text).toContain('www.example.com')
    expect(text).not.toContain('empty')
  })

  it('are not cut without a width', () => {
    expect(table(rows, { columns: ['text'], colour: false })).toContain('x'.repeat(60))
  })

  it('show control characters instead of obeying them', () => {
    expect(table([{ name: 'a\u001b[2Jb' }], { columns: ['name'], colour: false })).toBe('name\na\\u001b[2Jb\n')
  })

  it('have bold heads in colour', () => {
    expect(table([{ name: 'a' }], { columns: ['name'], colour: true })).toBe('\u001b[1mname\u001b[22m\na\n')
  })

  it('show one object as names and values', () => {
    expect(objectTable({ id: 'a', tags: ['b', 'c'], plan: { id: 1 } }, { colour: false })).toBe('id    a\ntags  b, c\nplan  {"id":1}\n')
  })
})

describe('CSV', () => {
  it('quotes what must be quoted and reads dotted columns', () => {
    expect(csv([{ name: 'a"b', plan: { name: 'x,y' } }], ['name', 'plan.name'], true)).toBe('name,plan.name\r\n"a""b","x,y"\r\n')
  })
})
