import type { Field } from '../field.ts'
import { parseDecimal } from './integer.ts'

/** The fields of a WKS record behind its address. */
export interface ServicesForm {
  /** Number of the protocol, 6 for TCP, 17 for UDP. */
  readonly protocol: number
  /** Port numbers in ascending order. */
  readonly ports: readonly number[]
}

const protocols: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17 }

/** Well-known services by the names that their RFCs gave them (RFC 1010), by the protocol that has them; others are written as numbers. */
const both = { echo: 7, discard: 9, daytime: 13, chargen: 19, time: 37, tacacs: 49, domain: 53, sunrpc: 111, snmp: 161, https: 443 }
const tcp = {
  ...both, systat: 11, netstat: 15, qotd: 17, 'ftp-data': 20, ftp: 21, ssh: 22, telnet: 23, smtp: 25, whois: 43, gopher: 70, finger: 79, http: 80,
  pop3: 110, nntp: 119, imap2: 143,
}
const udp = { ...both, bootps: 67, bootpc: 68, tftp: 69, ntp: 123 }
const ports: Readonly<Record<number, Readonly<Record<string, number>>>> = { 6: tcp, 17: udp }

const protocolExpected = 'a protocol from 0 to 255, or tcp or udp'
const portExpected = 'a port from 0 to 65535, or the name of a well-known service of the protocol such as domain'

/** Protocol and ports of a WKS record, one bit for each port on the wire (RFC 1035 section 3.4.2). */
export const services: Field<ServicesForm> & { readonly spread: true } = {
  spread: true,
  expected: 'a protocol and its ports, such as 6 25 53',
  parse(cursor) {
    const protocol = number(cursor.word(protocolExpected), protocols, 255)
    if (protocol < 0) cursor.fail(protocolExpected)
    const found = new Set<number>()
    while (!cursor.done) {
      const port = number(cursor.string(portExpected), ports[protocol] ?? {}, 0xffff)
      if (port < 0) cursor.fail(portExpected)
      found.add(port)
    }
    return { protocol, ports: [...found].sort((left, right) => left - right) }
  },
  print: ({ protocol, ports: open }) => [protocol, ...open].join(' '),
  write({ protocol, ports: open }, wire) {
    const bits = new Uint8Array(open.length === 0 ? 0 : ((open.at(-1) as number) >> 3) + 1)
    for (const port of open) bits[port >> 3] = (bits[port >> 3] as number) | (0x80 >> (port & 7))
    wire.u8(protocol)
    wire.bytes(bits)
  },
  read(wire) {
    const protocol = wire.u8()
    if (wire.left > 8192) wire.fail('at most 8192 octets of ports')
    const bits = wire.bytes(wire.left)
    // Zeros at the end say nothing that a text could.
    if (bits.at(-1) === 0) wire.leaveGeneric()
    const open: number[] = []
    for (let port = 0; port < bits.length * 8; port++) if (((bits[port >> 3] as number) & (0x80 >> (port & 7))) !== 0) open.push(port)
    return { protocol, ports: open }
  },
  toForm: (value) => value,
  fromForm(form) {
    const { protocol, ports: open = [] } = (form ?? {}) as Partial<Record<string, unknown>>
    return protocol === undefined || !Array.isArray(open) ? undefined : [String(protocol), ...open.map(String)].join(' ')
  },
}

function number(word: string, names: Readonly<Record<string, number>>, most: number): number {
  const lower = word.toLowerCase()
  return Object.hasOwn(names, lower) ? (names[lower] as number) : parseDecimal(word, most)
}
