import { tokenField } from './token-field.ts'

const most = 2n ** 64n - 1n
const expected = `a whole number from 0 to ${most}`

/** A number of eight octets in network order; its value is text, because it may be larger than any exact number of JavaScript. */
export const u64 = tokenField({
  expected,
  letters: 'none',
  canonical(word) {
    const digits = /^0*(\d{1,20})$/.exec(word)?.[1]
    return digits === undefined || BigInt(digits) > most ? undefined : BigInt(digits).toString()
  },
  write(text, wire) {
    const number = BigInt(text)
    wire.u32(Number(number >> 32n))
    wire.u32(Number(number & 0xffffffffn))
  },
  read: (wire) => ((BigInt(wire.u32()) << 32n) | BigInt(wire.u32())).toString(),
})
