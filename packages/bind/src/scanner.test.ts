import { describe, expect, it } from 'vitest'
import { SCANNED_END, SCANNED_FAULT, SCANNED_RECORD, SCANNED_SHORT, Scanner, TOKEN_JOINED, TOKEN_QUOTED } from './scanner.ts'

function scannerOf(text: string, final = true): Scanner {
  const octets = new TextEncoder().encode(text)
  const scanner = new Scanner(1000)
  scanner.use(octets, octets.length, final)
  return scanner
}

const texts = (scanner: Scanner): string[] => Array.from({ length: scanner.count }, (_, token) => scanner.text(token))

describe('Scanner', () => {
  it('parts words at blanks, parentheses, quotes and comments', () => {
    const scanner = scannerOf('a(b)c"d e"f;g\n')
    expect(scanner.next()).toBe(SCANNED_RECORD)
    expect(texts(scanner)).toEqual(['a', 'b', 'c', 'd e', 'f'])
    expect([...scanner.flags.subarray(0, 5)]).toEqual([0, 0, 0, TOKEN_QUOTED | TOKEN_JOINED, TOKEN_JOINED])
    expect(scanner.slice(scanner.commentStart, scanner.commentEnd)).toBe('g')
  })

  it('leaves escapes in the tokens and octets as they are', () => {
    const scanner = scannerOf('a\\ b \\; "\\"" \\032é')
    scanner.next()
    expect(texts(scanner)).toEqual(['a\\ b', '\\;', '\\"', '\\032\u00c3\u00a9'])
  })

  it('joins lines inside parentheses and counts them', () => {
    const scanner = scannerOf('\n; x\na (\n b ; y\n) c\nd')
    expect(scanner.next()).toBe(SCANNED_RECORD)
    expect(texts(scanner)).toEqual(['a', 'b', 'c'])
    expect(scanner.startLine).toBe(3)
    expect(scanner.position(scanner.starts[1] ?? 0)).toEqual({ line: 4, column: 2 })
    expect(scanner.commentStart).toBe(-1)
    expect(scanner.next()).toBe(SCANNED_RECORD)
    expect(scanner.startLine).toBe(6)
    expect(scanner.next()).toBe(SCANNED_END)
  })

  it('asks for more while a record may go on', () => {
    for (const text of ['a', 'a\r', 'a (\n', '"a', '"a\\', 'a ; c', '']) expect(scannerOf(text, false).next()).toBe(SCANNED_SHORT)
    for (const text of ['a\n', 'a\r\n', 'a\rb']) expect(scannerOf(text, false).next()).toBe(SCANNED_RECORD)
  })

  it('goes on behind a fault', () => {
    const scanner = scannerOf('a "b\nc\n')
    expect(scanner.next()).toBe(SCANNED_FAULT)
    expect([scanner.fault, scanner.faultOffset]).toEqual(['quote-open', 2])
    expect(scanner.next()).toBe(SCANNED_RECORD)
    expect(texts(scanner)).toEqual(['c'])
  })

  it('counts columns in characters, and a mark of UTF-8 is none', () => {
    const scanner = scannerOf('é☃𝄞 x')
    scanner.next()
    expect(scanner.position(scanner.starts[1] ?? 0)).toEqual({ line: 1, column: 5 })
  })

  it('holds as many tokens as a record has', () => {
    const scanner = scannerOf(`${'x '.repeat(400)}\n`)
    scanner.next()
    expect(scanner.count).toBe(400)
    expect(scanner.text(399)).toBe('x')
  })
})
