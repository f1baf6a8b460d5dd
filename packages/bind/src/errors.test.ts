import { describe, expect, it } from 'vitest'
import { faults, type FaultCode } from './faults.ts'
import { ZoneFileError, readZone } from './index.ts'

interface Case {
  readonly code: FaultCode | 'bad-rdata'
  readonly text: string | Uint8Array
  readonly message: string
  readonly options?: Parameters<typeof readZone>[1]
}

const type = 'a type such as A, MX or TYPE65280'

const cases: readonly Case[] = [
  { code: 'bad-ttl', text: 'www 300x A 192.0.2.1', message: '1:5: "300x" is not a TTL; expected seconds or units such as 1h30m' },
  { code: 'bad-ttl', text: '\n\n$TTL soon', message: '3:6: "soon" is not a TTL; expected seconds or units such as 1h30m' },
  { code: 'bad-ttl', text: 'a 1h30 A 192.0.2.1', message: '1:3: "1h30" is not a TTL; expected seconds or units such as 1h30m' },
  { code: 'ttl-range', text: 'a 4294967296 A 192.0.2.1', message: '1:3: TTL "4294967296" is too large; expected at most 4294967295 seconds, better 2147483647 (RFC 2181 section 8)' },
  { code: 'ttl-missing', text: 'a A 192.0.2.1', message: '1:3: the record has no TTL and none is known; expected a TTL in the record, an earlier TTL, $TTL, or an SOA record first' },
  { code: 'bad-type', text: 'a 300 IN FOO x', message: `1:10: "FOO" is not a record type; expected ${type}` },
  { code: 'bad-type', text: 'a 300 IN 300 A 192.0.2.1', message: `1:10: "300" is not a record type; expected ${type}` },
  { code: 'bad-class', text: 'a 300 CH A 192.0.2.1', message: '1:7: class "CH" is not the class of the zone; expected the one class of the whole file: IN unless the option class names another' },
  { code: 'type-missing', text: 'a 300 IN ; nothing', message: `1:9: the record ends before its type; expected ${type}` },
  { code: 'bad-name', text: 'a..b 300 A 192.0.2.1', message: '1:1: "a..b" is not a domain name; expected at least one character between two dots and before the first dot' },
  { code: 'owner-missing', text: ' 300 A 192.0.2.1', message: '1:1: the line starts with a blank, but there is no owner to repeat; expected an owner name in the first column' },
  { code: 'owner-first', text: '"a" 300 A 192.0.2.1', message: '1:1: the record does not start with its owner; expected an owner name in the first column, without quotes' },
  { code: 'owner-first', text: '(\na 300 A 192.0.2.1 )', message: '1:1: the record does not start with its owner; expected an owner name in the first column, without quotes' },
  { code: 'head-quoted', text: 'a "300" A 192.0.2.1', message: '1:4: "300" stands in quotes or right behind a quoted text; expected owner, origin, TTL, class and type as plain words, with blanks between them' },
  { code: 'head-quoted', text: 'a 300 IN "A" 192.0.2.1', message: '1:11: "A" stands in quotes or right behind a quoted text; expected owner, origin, TTL, class and type as plain words, with blanks between them' },
  { code: 'origin-missing', text: 'a 300 A 192.0.2.1', message: '1:1: "a" is relative, but no origin is known; expected an absolute name with a final dot', options: {} },
  { code: 'rdata-origin-missing', text: 'a. 300 MX 10 mail', message: '1:11: the rdata of "MX" has a relative name, but no origin is known; expected absolute names with a final dot', options: {} },
  { code: 'quote-open', text: 'a 300 TXT "one\ntwo"', message: '1:11: the quoted string is not closed on its line; expected a closing quotation mark before the end of the line' },
  { code: 'quote-open', text: 'a 300 TXT "one', message: '1:11: the quoted string is not closed on its line; expected a closing quotation mark before the end of the line' },
  { code: 'parenthesis-open', text: '\na 300 TXT ( one\nb', message: '2:11: the parenthesis is never closed; expected a closing parenthesis in the same record' },
  { code: 'parenthesis-extra', text: 'a 300 TXT one )', message: '1:15: the closing parenthesis has no opening one; expected an opening parenthesis before it in the same record' },
  { code: 'record-too-long', text: 'a 300 TXT one two three', message: '1:1: the record is longer than the reader keeps in memory; expected at most maxRecordBytes octets in one record, comments in it included', options: { origin: 'example.', maxRecordBytes: 20 } },
  { code: 'utf-16', text: new Uint8Array([0xff, 0xfe, 97, 0]), message: '1:1: the file is in UTF-16; expected UTF-8 or ASCII' },
  { code: 'bad-rdata', text: 'a 300 A 192.0.2.256', message: '1:9: "192.0.2.256" does not fit A address; expected an IPv4 address as four numbers from 0 to 255, without leading zeros, such as 192.0.2.1' },
  { code: 'bad-rdata', text: 'é 300 MX (\n  ten mail )', message: '2:3: "ten" does not fit MX preference; expected a whole number from 0 to 65535' },
  { code: 'bad-rdata', text: 'a 300 MX 10', message: '1:12: MX exchange is missing; expected a domain name' },
  { code: 'directive-unknown', text: '$FOO bar', message: '1:1: "$FOO" is not a directive; expected $ORIGIN, $TTL, $INCLUDE or $GENERATE' },
  { code: 'directive-indented', text: '  $TTL 300', message: '1:3: "$TTL" does not start in the first column; expected no blank before a directive' },
  { code: 'directive-short', text: '$ORIGIN ; nothing', message: '1:1: "$ORIGIN" ends too early; expected $ORIGIN name, $TTL time, $INCLUDE file [origin], or $GENERATE range owner [ttl] [class] type rdata' },
  { code: 'directive-long', text: '$TTL 300 400', message: '1:10: "400" does not belong to the directive; expected the end of the line' },
  { code: 'include-off', text: '$INCLUDE other.zone', message: '1:1: $INCLUDE is not allowed; expected a file that is complete in itself' },
  { code: 'include-cycle', text: '$INCLUDE example.zone', message: '1:10: "example.zone" includes itself; expected a file that is not being read already', options: { include: ({ path }) => ({ file: path, content: '' }) } },
  { code: 'include-depth', text: '$INCLUDE x.zone', message: '1:10: including "x.zone" nests too deep; expected at most maxIncludeDepth files inside one another', options: { maxIncludeDepth: 0, include: ({ path }) => ({ file: path, content: '' }) } },
  { code: 'include-limit', text: '$INCLUDE x.zone', message: '1:10: including "x.zone" makes too many files; expected at most maxIncludes inclusions in all', options: { maxIncludes: 0, include: ({ path }) => ({ file: path, content: '' }) } },
  { code: 'include-failed', text: '$INCLUDE x.zone', message: '1:10: "x.zone" cannot be included; expected a file that the resolver finds', options: { include: () => { throw new Error('no such file') } } },
  { code: 'head-quoted', text: '$GENERATE 1-2 "a$" 300 A 192.0.2.$', message: '1:16: "a$" stands in quotes or right behind a quoted text; expected owner, origin, TTL, class and type as plain words, with blanks between them' },
  { code: 'head-quoted', text: '$ORIGIN "b"', message: '1:10: "b" stands in quotes or right behind a quoted text; expected owner, origin, TTL, class and type as plain words, with blanks between them' },
  { code: 'head-quoted', text: '$TTL "60"', message: '1:7: "60" stands in quotes or right behind a quoted text; expected owner, origin, TTL, class and type as plain words, with blanks between them' },
  { code: 'head-quoted', text: '$INCLUDE "x.zone" "b"', message: '1:20: "b" stands in quotes or right behind a quoted text; expected owner, origin, TTL, class and type as plain words, with blanks between them', options: { include: ({ path }) => ({ file: path, content: '' }) } },
  { code: 'generate-range', text: '$GENERATE 1-9/0 a$ 300 A 192.0.2.$', message: '1:11: "1-9/0" is not a range; expected start-stop or start-stop/step with 0 <= start <= stop <= 2147483647 and step > 0' },
  { code: 'generate-limit', text: '$GENERATE 0-2147483647 a$ 300 A 192.0.2.$', message: '1:11: range "0-2147483647" makes too many records; expected at most generateLimit records from all $GENERATE of a file, with 256 octets of text for each' },
  { code: 'generate-modifier', text: '$GENERATE 1-2 a${0,3,q} 300 A 192.0.2.$', message: '1:15: "${0,3,q}" is not a modifier of $GENERATE; expected ${offset}, ${offset,width} or ${offset,width,base} with width up to 255 and base d, o, x, X, n or N' },
  { code: 'generate-number', text: '$GENERATE 1-2 a${-3,2,x} 300 A 192.0.2.$', message: '1:15: "${-3,2,x}" makes a negative number; expected a number from 0 up in every base except d' },
  { code: 'bad-tags', text: 'a 300 A 192.0.2.1 ; cf_tags=a"b', message: '1:20: "a\\"b" is not a list of tags; expected tags such as cf-proxied:true,team:dns,note:"quoted, value" after cf_tags=' },
]

function errorOf(text: string | Uint8Array, options: Parameters<typeof readZone>[1]): unknown {
  try {
    return readZone(text, options)
  } catch (error) {
    return error
  }
}

describe('an error', () => {
  it.each(cases)('$code is at its place: $message', ({ code, text, message, options }) => {
    const error = errorOf(text, { ...(options ?? { origin: 'example.' }), file: 'example.zone' })
    expect(error).toBeInstanceOf(ZoneFileError)
    expect(error).toMatchObject({ code, message: `example.zone:${message}`, file: 'example.zone' })
    expect((error as ZoneFileError).advice).not.toBe('')
  })

  it('has a case for every row of the table', () => {
    const tested = new Set(cases.map((one) => one.code))
    // These say how a list of errors ends; their tests are below.
    const ends = new Set(['too-many-errors', 'follow-ups', 'parenthesis-skipped'])
    expect(Object.keys(faults).filter((code) => !tested.has(code as FaultCode) && !ends.has(code))).toEqual([])
  })

  it('keeps the error of the resolver as its cause', () => {
    const error = errorOf('$INCLUDE x', { include: () => { throw new Error('no such file') } })
    expect((error as ZoneFileError).cause).toMatchObject({ message: 'no such file' })
  })
})

describe('collecting errors', () => {
  const text = 'a 300 A 192.0.2.1\nb 300 A 1\nc 300 TXT "x\nd..e A 192.0.2.1\n A 192.0.2.2\ne A 192.0.2.3\n'

  it('goes on with the next record and finds all of them', () => {
    const { records, errors } = readZone(text, { origin: 'example.', onError: 'collect' })
    expect(records.map((record) => record.name)).toEqual(['a.example.', 'e.example.'])
    expect(errors.map((error) => `${error.line} ${error.code}`)).toEqual(['2 bad-rdata', '3 quote-open', '4 bad-name', '5 owner-missing'])
  })

  it('hands them to a function', () => {
    const lines: number[] = []
    const { errors } = readZone(text, { origin: 'example.', onError: (error) => lines.push(error.line) })
    expect(lines).toEqual([2, 3, 4, 5])
    expect(errors).toEqual([])
  })

  it('stops after maxErrors and says so', () => {
    const { errors, records } = readZone(text, { origin: 'example.', onError: 'collect', maxErrors: 2 })
    expect(errors.map((error) => error.code)).toEqual(['bad-rdata', 'quote-open', 'too-many-errors'])
    expect(records).toHaveLength(1)
  })

  it('reads the lines behind an open parenthesis, as records of their own', () => {
    const { records, errors } = readZone('a 300 TXT ( x\nb 300 A 192.0.2.1\nc 300 A 192.0.2.2\n', { origin: 'example.', onError: 'collect' })
    expect(errors.map((error) => error.code)).toEqual(['parenthesis-open'])
    expect(records.map((record) => record.name)).toEqual(['b.example.', 'c.example.'])
  })

  it('lists ten errors behind an open parenthesis and counts the others, but reads every record', () => {
    const broken = Array.from({ length: 50 }, (_, index) => `  "part ${index}"\n`).join('')
    const { records, errors } = readZone(`a 300 TXT (\n${broken}b 300 A 192.0.2.1\nc 300 A x\n`, { origin: 'example.', onError: 'collect' })
    expect(records.map((record) => record.name)).toEqual(['b.example.'])
    expect(errors).toHaveLength(12)
    expect(errors[0]).toMatchObject({ code: 'parenthesis-open', line: 1 })
    expect(errors.at(-1)?.message).toBe('zone:12:1: 41 more errors behind the open parenthesis are left out, this one first; expected the closing parenthesis that an error above asks for')
  })

  it('lists every error again behind the lines that a parenthesis would have swallowed', () => {
    const broken = Array.from({ length: 12 }, () => 'x 300 A x\n').join('')
    const { errors } = readZone(`a 300 TXT (\n${broken}`.padEnd(200, ' ') + `\n${broken}`, { origin: 'example.', onError: 'collect', maxRecordBytes: 140 })
    expect(errors.map((error) => error.code)).toEqual(['parenthesis-open', ...Array.from({ length: 10 }, () => 'bad-rdata'), 'follow-ups', ...Array.from({ length: 12 }, () => 'bad-rdata')])
  })

  it('says how many errors were left out also when there are too many of them', () => {
    const broken = `a 300 TXT (\n${'x 300 A x\n'.repeat(30)}`
    const { errors } = readZone(broken, { origin: 'example.', onError: 'collect', maxErrors: 12 })
    expect(errors.slice(-2).map((error) => error.code)).toEqual(['follow-ups', 'too-many-errors'])
    const few = readZone(broken, { origin: 'example.', onError: 'collect', maxErrors: 5 }).errors
    expect(few.map((error) => error.code)).toEqual(['parenthesis-open', 'bad-rdata', 'bad-rdata', 'bad-rdata', 'bad-rdata', 'too-many-errors'])
  })

  it('lists ten errors too when something else is wrong with the record of the parenthesis', () => {
    const { errors } = readZone(`a 300 TXT ( "x\n${'x 300 A x\n'.repeat(30)}`, { origin: 'example.', onError: 'collect' })
    expect(errors.map((error) => error.code)).toEqual(['quote-open', ...Array.from({ length: 10 }, () => 'bad-rdata'), 'follow-ups'])
  })

  it('stays linear on a file of open parentheses, and says which lines it has not read', () => {
    const lines = 100_000
    const { errors } = readZone('a 300 TXT (\n'.repeat(lines), { origin: 'example.', onError: 'collect', maxErrors: 1_000_000 })
    expect(errors.map((error) => error.code)).toContain('parenthesis-skipped')
  })
})
