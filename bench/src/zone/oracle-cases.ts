import { majorityRefused, majorityTriples, textlessTriples } from '../../../packages/zone/src/rdata.majority.ts'
import { refused } from '../../../packages/zone/src/rdata.refused.ts'
import { triples } from '../../../packages/zone/src/rdata.triples.ts'
import { preamble } from './oracle-tools.ts'

/** One zone that the tools are asked about. */
export interface OracleCase {
  /** The type that it tries, or the part of the syntax. */
  readonly label: string
  /** The way in which it was made. */
  readonly way?: string
  /** What is tried; in most cases it stands behind the preamble. */
  readonly text: string
  readonly zone: string
}

/** Lines of the syntax of RFC 1035 and its followers: owners, TTLs, classes, directives, quotes, escapes, parentheses. */
const syntax = [
  'a A 192.0.2.1', 'a 60 A 192.0.2.1', 'a 60 IN A 192.0.2.1', 'a IN 60 A 192.0.2.1', 'a IN A 192.0.2.1', 'a in a 192.0.2.1', 'A 1h A 192.0.2.1', 'a 1h30m A 192.0.2.1', 'a 1w2d3h4m5s IN A 192.0.2.1',
  'a 1H IN A 192.0.2.1', 'a 2147483647 A 192.0.2.1', 'a 0 A 192.0.2.1', 'a 1x A 192.0.2.1', 'a -1 A 192.0.2.1', 'a 60 60 A 192.0.2.1', 'a IN IN A 192.0.2.1', 'a XX A 192.0.2.1',
  'a FOO bar', 'a', 'a 60', 'a 60 IN', 'a A', 'a A 192.0.2.1 192.0.2.2', 'a A 192.0.2.1 ; comment', 'a A 192.0.2.1;comment', 'a.example.com. A 192.0.2.1', 'a..b A 192.0.2.1', '.a A 192.0.2.1', 'a\\.b A 192.0.2.1',
  'a\\032b A 192.0.2.1', 'a\\256b A 192.0.2.1', 'a\\25 A 192.0.2.1', '* A 192.0.2.1', '*.a A 192.0.2.1', 'a.* A 192.0.2.1', '_a._b SRV 1 2 3 c', 'a_b A 192.0.2.1', '@ A 192.0.2.1', '\\@ A 192.0.2.1', '1 A 192.0.2.1',
  'x'.repeat(63) + ' A 192.0.2.1', 'x'.repeat(64) + ' A 192.0.2.1', `${'x'.repeat(60)}.`.repeat(3) + 'x'.repeat(57) + ' A 192.0.2.1', `${'x'.repeat(60)}.`.repeat(3) + 'x'.repeat(60) + ' A 192.0.2.1', `${'x'.repeat(63)}.`.repeat(4) + ' A 192.0.2.1',
  'a A ( 192.0.2.1 )', 'a ( A 192.0.2.1 )', 'a ( 60 ) A ( 192.0.2.1 )', 'a MX(10 m)', 'a TXT ( "x"\n"y" )', 'a TXT ( "x" ; c\n "y" ) ; d', 'a TXT (\n\n"x"\n)', 'a TXT "x', 'a TXT x"', 'a TXT (', 'a TXT "x" )', 'a TXT ( ( "x" ) )',
  'a TXT ""', 'a TXT "a;b"', 'a TXT a\\;b', 'a TXT "a\\"b"', 'a TXT "a\\\\"', 'a TXT a\\032b', 'a TXT "\\000"', 'a TXT "\\255"', 'a TXT "\\256"', 'a TXT "\\1"', 'a TXT a b c', 'a TXT', `a TXT ${'x'.repeat(255)}`, `a TXT ${'x'.repeat(256)}`,
  `a TXT "${'x'.repeat(255)}" "${'y'.repeat(255)}"`, 'a TXT "(" ")"', 'a TXT "a\tb"', 'a TXT \\# 2 0161', 'a A \\# 4 C0000201', 'a A \\# 3 C00002', 'a A \\# 4 C00002', 'a A \\# 4 C00002zz', 'a TYPE1 \\# 4 C0000201', 'a TYPE1 192.0.2.1', 'a TYPE65280 \\# 0', 'a TYPE65280 \\# 2 ab cd', 'a TYPE65280 \\# 2 abc d',
  'a TYPE65280 abc', 'a TYPE65536 \\# 0', 'a CLASS1 A 192.0.2.1', 'a CLASS1 TYPE1 \\# 4 C0000201', 'a CLASS3 A 192.0.2.1', 'a CH TXT x',
  '$TTL 5\na A 192.0.2.1', '$TTL 1h\na A 192.0.2.1', '$TTL', '$TTL x', '$TTL 1 2', '$ORIGIN b.example.com.\na A 192.0.2.1', '$ORIGIN b\na A 192.0.2.1', '$ORIGIN', '$ORIGIN a..b.', '$FOO', '$origin b.example.com.\na A 192.0.2.1',
  'a A 192.0.2.1\n A 192.0.2.2', 'a A 192.0.2.1\n\tAAAA ::1', 'a A 192.0.2.1\n\n\n A 192.0.2.2', 'a A 192.0.2.1\n; c\n A 192.0.2.2', 'a A 192.0.2.1\n   \n A 192.0.2.2', 'a CNAME b\nb A 192.0.2.1', 'a.other. A 192.0.2.1',
] as const

/** Ways to make rdata wrong, or not: the tools tell. */
const changes: readonly ((rdata: string) => string | undefined)[] = [
  (rdata) => (rdata.includes(' ') ? rdata.slice(0, rdata.lastIndexOf(' ')) : undefined),
  (rdata) => `${rdata} extra`,
  (rdata) => `${rdata} 0`,
  (rdata) => rdata.replace(/^\d+/, '65536'),
  (rdata) => rdata.replace(/^\d+/, '256'),
  (rdata) => rdata.replace(/^\d+/, '-1'),
  (rdata) => rdata.replace(/^\S+/, 'x!'),
  (rdata) => rdata.replace(/\S$/, ''),
  (rdata) => `${rdata}A`,
  (rdata) => rdata.replace(/[0-9A-Fa-f]{6,}/, (digits) => `${digits.slice(1)}`),
  (rdata) => rdata.replace(/[0-9A-Fa-f]{6,}/, (digits) => `${digits.slice(0, -1)}g`),
  (rdata) => rdata.replace(/[0-9A-Za-z+/]{12,}/, (digits) => `${digits.slice(0, 5)}*${digits.slice(6)}`),
  (rdata) => rdata.replace('.', '..'),
  (rdata) => rdata.replace(/"/, ''),
  (rdata) => rdata.replace(/ /, '  '),
  (rdata) => rdata.toUpperCase(),
]

/** Types that only BIND knows can have no majority; others may not stand beside what the zone holds. */
const leftOut = new Set(['SOA', 'NXT', 'SIG', 'KEY', 'A6', 'TYPE1', 'NS', 'CNAME', 'DNAME'])

/** All cases, each once, in an order that never changes. */
export function oracleCases(): OracleCase[] {
  const texts = new Set<string>(syntax)
  for (const [type, written] of [...triples, ...majorityTriples, ...refused, ...majorityRefused]) texts.add(`t ${type} ${written}`)
  for (const [type, wire] of textlessTriples) texts.add(`t ${type} \\# ${wire.length / 2} ${wire}`)
  for (const [type, written] of triples) {
    if (leftOut.has(type)) continue
    for (const change of changes) {
      const changed = change(written)
      if (changed !== undefined && changed !== written) texts.add(`t ${type} ${changed}`)
    }
  }
  return [...texts].map((text) => ({ label: /^t (\S+)/.exec(text)?.[1] ?? 'syntax', text, zone: `${preamble}${text}\n` }))
}
