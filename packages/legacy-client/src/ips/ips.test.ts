import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInRanges, publishedRanges, ranges2012 } from './index.ts'

const number = (address: string): number => address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)
const text = (value: number): string => [24, 16, 8, 0].map((bits) => (value >>> bits) & 255).join('.')

describe('the ranges of 2012', () => {
  it('are marked as history, and 13 and 5', () => {
    expect([ranges2012.historic, ranges2012.ipv4_cidrs.length, ranges2012.ipv6_cidrs.length]).toEqual([2012, 13, 5])
  })

  it.each([...ranges2012.ipv4_cidrs])('hold the first and the last address of %s, and neither the one before nor the one after', (range) => {
    const [network = '', bits = ''] = range.split('/')
    const first = number(network)
    const last = first + 2 ** (32 - Number(bits)) - 1
    expect([first - 1, first, last, last + 1].map((value) => isInRanges(text(value), ranges2012))).toEqual([false, true, true, false])
    expect(isInRanges(`::ffff:${network}`, ranges2012)).toBe(true)
  })

  it('hold addresses of IPv6 however they are written', () => {
    expect(['2400:cb00::', '2400:CB00:0:0:0:0:0:1', '2400:cb00:ffff:ffff:ffff:ffff:ffff:ffff', '2606:4700::6810:1'].map((address) => isInRanges(address, ranges2012))).toEqual([true, true, true, true])
    expect(['2400:caff:ffff::', '2400:cb01::', '::1', '2001:db8::1'].map((address) => isInRanges(address, ranges2012))).toEqual([false, false, false, false])
  })

  it('give way to those of today, and stand in when nobody gives those', async () => {
    const today = { ipv4_cidrs: ['192.0.2.0/24'], ipv6_cidrs: [] }
    expect(await publishedRanges(() => Promise.resolve(today))).toBe(today)
    expect((await publishedRanges(() => Promise.reject(new Error('down')))).historic).toBe(2012)
  })
})

describe('whether an address is in ranges', () => {
  it('is as its bits say', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), fc.nat(0xffffffff), fc.integer({ min: 0, max: 32 }), fc.boolean(), (one, other, bits, near) => {
        const address = near ? (one ^ (other % 1024)) >>> 0 : other
        const same = Math.floor(one / 2 ** (32 - bits)) === Math.floor(address / 2 ** (32 - bits))
        expect(isInRanges(text(address), { ipv4_cidrs: [`${text(one)}/${bits}`], ipv6_cidrs: [] })).toBe(same)
      }),
    )
  })

  it('is as its bits say in IPv6 too', () => {
    const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex').replace(/(.{4})(?=.)/g, '$1:')
    const big = (octets: Uint8Array): bigint => BigInt(`0x${Buffer.from(octets).toString('hex')}`)
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.nat(128), fc.nat(16), (one, other, bits, kept) => {
        const address = Uint8Array.from([...one.subarray(0, kept), ...other.subarray(kept)])
        expect(isInRanges(hex(address), { ipv4_cidrs: [], ipv6_cidrs: [`${hex(one)}/${bits}`] })).toBe(big(one) >> BigInt(128 - bits) === big(address) >> BigInt(128 - bits))
      }),
    )
  })

  it('is nothing to ask of what is no address, nor of what is no range', () => {
    for (const address of ['', '192.0.2', '192.0.2.256', '192.0.2.1/32', 'example.com', '1:2']) expect(() => isInRanges(address, ranges2012)).toThrow(RangeError)
    for (const range of ['', '192.0.2.0', '192.0.2.0/33', '2001:db8::/129', 'x/8', '192.0.2.0/']) expect(() => isInRanges('192.0.2.1', { ipv4_cidrs: [range], ipv6_cidrs: [] })).toThrow(RangeError)
  })
})
