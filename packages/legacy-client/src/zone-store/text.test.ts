import { parseRdata, tokensOf } from '@zonewright/zone'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rdataOfText, textOfRdata } from './text.ts'

const rdata = (text: string): string => parseRdata('TXT', tokensOf(text), '.')

describe('text of a TXT record', () => {
  it.each([
    ['v=spf1 -all', '"v=spf1 -all"'],
    ['v=DKIM1; k=rsa; p=AAAA', '"v=DKIM1; k=rsa; p=AAAA"'],
    ['say "hi" \\', '"say \\"hi\\" \\\\"'],
    ['é', '"\\195\\169"'],
    ['x'.repeat(300), `"${'x'.repeat(255)}" "${'x'.repeat(45)}"`],
  ])('goes without quotes where it comes back exactly: %s', (text, written) => {
    expect(textOfRdata(rdata(written))).toBe(text)
    expect(rdataOfText(text)).toBe(rdata(written))
  })

  it.each(['"one" "two"', '""', '" blank "', '"\\"quoted\\""', '"\\255"', '"tab\\009"', '"\\000"'])('goes as a zone file has it where quotes are needed: %s', (written) => {
    expect(textOfRdata(rdata(written))).toBe(rdata(written))
    expect(rdataOfText(textOfRdata(rdata(written)))).toBe(rdata(written))
  })

  it('comes back as it went, whatever octets and strings it has', () => {
    const octet = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(fc.array(fc.array(octet, { maxLength: 255 }), { minLength: 1, maxLength: 3 }), (strings) => {
        const written = rdata(strings.map((octets) => `"${octets.map((code) => `\\${String(code).padStart(3, '0')}`).join('')}"`).join(' '))
        expect(rdataOfText(textOfRdata(written))).toBe(written)
      }),
    )
  })

  it('reads whatever the service holds without quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (text) => {
        fc.pre(!text.trimStart().startsWith('"'))
        expect(rdataOfText(textOfRdata(rdataOfText(text)))).toBe(rdataOfText(text))
      }),
    )
  })
})
