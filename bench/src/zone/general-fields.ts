/** Texts for one field of rdata. */
export interface FieldTexts {
  /** Texts that every reader should take; the first one stands in when another field is tried. */
  readonly good: readonly string[]
  /** Texts at or beyond the limits; the programs that are asked say which of them are right. */
  readonly odd: readonly string[]
}

const numberOdd = ['-1', '+1', '1.0', '0x1', 'x', '1a', '""', '99999999999999999999', '\\049', '1h']

function number(most: number): FieldTexts {
  return { good: ['1', '0', String(most)], odd: [String(most + 1), '007', '"1"', ...numberOdd] }
}

const label63 = 'l'.repeat(63)
const name255 = `${`${'n'.repeat(49)}.`.repeat(5)}nnn.`

/** Kinds of fields by the name that the rows of types give them. */
export const fieldTexts = {
  u8: number(255),
  u16: number(65535),
  u32: number(4294967295),
  zero: { good: ['0'], odd: ['1', '2', '255'] },
  name: {
    good: ['host', 'host.other.', '.', '@', 'A.B.c', '_x._tcp', '*', `${label63}.`, name255, 'a\\.b', 'a\\046b.', '\\097\\098.', '1.2.3.4.', 'a-b-', '-a.', 'a/b', 'xn--bcher-kva'],
    odd: ['"host"', 'a..b', '.a', 'a..', '..', `${'l'.repeat(64)}.`, `n${name255}`, `${label63}.${label63}.${label63}.${label63}.`, 'a\\256.', 'a\\1.', 'a\\12x.', 'a\\\\b.', 'a\\"b.', 'a\\ b.', '\\@', 'a@b.', 'a$b.', 'é.', 'a,b', 'a:b', 'a#b.', '\\[x1.', '\\000.', '\\255.', `${'\\108'.repeat(63)}.`, `${'\\108'.repeat(64)}.`, `${label63}.${label63}.${label63}.x`],
  },
  ipv4: {
    good: ['192.0.2.1', '0.0.0.0', '255.255.255.255', '127.0.0.1'],
    odd: ['256.1.1.1', '1.2.3', '1.2.3.4.5', '1.2.3.4.', '01.2.3.4', '1.2.3.04', '1.2.3.004', '1..2.3', '.1.2.3', '1.2.3.-4', '0x7f.1.1.1', '1.2.3.4a', '2001:db8::1', '3221225985', '"192.0.2.1"', '192.0.2.1/24', '1.2.3.1000', '\\049.2.3.4', '1,2,3,4'],
  },
  ipv6: {
    good: ['2001:db8::1', '::', '::1', '1:2:3:4:5:6:7:8', '2001:DB8:0:0:1::1', '::ffff:192.0.2.1', '::192.0.2.1', '1::', '1:2:3:4:5:6:1.2.3.4', '64:ff9b::1.2.3.4', 'fe80::'],
    odd: ['1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1::2::3', ':1', '1:', ':::', '12345::', '::g', 'fe80::1%eth0', '2001:db8::1/64', '[::1]', '192.0.2.1', '::ffff:192.0.2', '::ffff:1.2.3.256', '::ffff:1.2.3.04', '1:2:3:4:5:6:7:1.2.3.4', '1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', '1::3:4:5:6:7:8', '0001::', '00001::', '"::1"', '1:2:3:4:5:6:7::8', '::1.2.3.4:5'],
  },
  string: {
    good: ['"text"', 'word', '""', '"a b"', '"a;b"', '"\\"q\\""', 'a\\;b', '"\\000\\255"', 'x'.repeat(255), `"${'y'.repeat(255)}"`, '"tab\there"', '"(x)"', 'a\\ b', '"back\\\\slash"', '\\#', '"é"', '@', '$x', '"\\065\\x"'],
    odd: ['x'.repeat(256), `"${'y'.repeat(256)}"`, '"\\256"', '"\\1"', '"\\12"', '"\\25x"', '"open', 'close"', 'a"b', '"a"b', '"a""b"', '\\', '"\\', '\\300', `"${'\\097'.repeat(255)}"`, `"${'\\097'.repeat(256)}"`, '"\\x"', '(', ')', '"two\nlines"', '\\\\', 'k="v w"'],
  },
  quoted: {
    good: ['"ftp://host/path"', '"a"', '"a b"', '"x;y"', '"\\"q\\""', '"\\195\\169"', `"${'u'.repeat(300)}"`],
    odd: ['""', 'word', 'ftp://host/', '"\\256"', '"open', '"a" "b"', '"a""b"', '"\\'],
  },
  hex: {
    good: ['0123456789abcdef', 'ABCDEF', '00', 'ab cd ef', 'aB Cd', '( ab\n cd )'],
    odd: ['abc', 'ab c', 'a b', 'a bc d', '0x12', 'xyz', 'ab-cd', 'ab:cd', '"abcd"', 'abcd=', 'ab.cd', '""', '-', 'ab "cd"'],
  },
  base64: {
    good: ['AQIDBAUG', 'AQI=', 'AQ==', 'AQID BAUG', 'A Q I D', '( AQID\n BAUG )', '+/+/', 'AQIDBA=='],
    odd: ['AQI', 'AQ', 'A', 'AQIDB', 'AQ=', 'AQ===', 'AQID=', 'AR==', 'AQJ=', 'AQ==AQ==', 'AQID====', 'AQ-_', 'AQ*D', '"AQID"', '=', '====', 'AQI= =', 'A=ID', '""', '-', 'AQ= ='],
  },
  algorithm: {
    good: ['8', '13', '0', '255', 'RSASHA256', 'ECDSAP256SHA256', 'RSASHA1'],
    odd: ['256', '-1', 'rsasha256', 'RSAMD5', 'DH', 'DSA', 'ECC', 'ED25519', 'ED448', 'ECC-GOST', 'ECCGOST', 'DSA-NSEC3-SHA1', 'NSEC3DSA', 'RSASHA1-NSEC3-SHA1', 'NSEC3RSASHA1', 'RSASHA512', 'ECDSAP384SHA384', 'INDIRECT', 'PRIVATEDNS', 'PRIVATEOID', 'DELETE', 'FOO', 'SM2SM3', '08', '"8"'],
  },
  flags: { good: ['256', '257', '0', '65535'], odd: ['65536', '-1', 'ZONE', 'ZONE|SEP', 'SEP', 'KSK', 'NOCONF|NOAUTH', 'NTYP3', 'ZONE|FOO', '0x100', '"256"'] },
  protocol: { good: ['3'], odd: ['0', '1', '4', '255', '256', 'DNSSEC', 'dnssec', 'ALL', 'NONE', 'TLS', 'FOO', '03'] },
  digestType: { good: ['2'], odd: ['0', '1', '3', '4', '5', '255', '256', 'SHA-256', 'SHA256', 'SHA-1', 'sha-256', 'FOO', '02'] },
  digest32: {
    good: ['00112233445566778899AABBCCDDEEFF00112233445566778899aabbccddeeff', '00112233445566778899AABBCCDDEEFF 00112233445566778899AABBCCDDEEFF', '( 00112233445566778899AABBCCDDEEFF\n\t00112233445566778899AABBCCDDEEFF )'],
    odd: ['00112233445566778899AABBCCDDEEFF', '00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEF', '00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF00', '00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFG', '00', '""', 'AQID', '00112233445566778899AABBCCDDEEFF0 0112233445566778899AABBCCDDEEFF'],
  },
  types: {
    good: ['A', 'A NS SOA', 'A A', 'MX AAAA NS', 'TYPE1', 'TYPE65280', 'A TYPE65535', 'a ns', 'CAA TYPE1024', 'NSEC3PARAM RRSIG', 'TXT', 'TYPE256 TYPE257'],
    odd: ['FOO', 'A FOO', 'TYPE65536', 'TYPE', 'TYPE01', 'TYPEx', '1', '"A"', 'A,NS', 'TYPE0', 'ANY', 'AXFR', 'OPT', 'TSIG', 'TYPE128', 'TYPE41', 'TYPE255', 'type1', '( A\n NS )', 'MAILA', '*', 'RESERVED0', 'UINFO', 'TKEY', 'NULL', 'HTTPS SVCB', 'DSYNC', 'TYPE-1'],
  },
  covered: { good: ['A', 'NSEC', 'TYPE65280', 'aaaa'], odd: ['FOO', 'TYPE65536', '1', 'TYPE0', 'ANY', '"A"', 'DNSKEY', 'RRSIG', 'TYPE1', ''] },
  time: {
    good: ['20260101000000', '20300228235959', '19700101000000', '1700000000'],
    odd: ['20260229000000', '20240229000000', '20261301000000', '20260132000000', '20260101240000', '20260101006000', '20260101000060', '20260101000061', '2026010100000', '202601010000000', '0', '4294967295', '4294967296', '21060207062815', '21060207062816', '19691231235959', '2026-01-01', 'x', '20260001000000', '20260100000000', '20260431000000', '"1700000000"', '20990101000000'],
  },
  salt: { good: ['-', 'aabbccdd', 'AA', 'ab'.repeat(255)], odd: ['a', 'abc', 'xyz', '""', '"-"', 'ab'.repeat(256), '--', 'aa bb', '0x12'] },
  hash: { good: ['2t7b4g4vsa5smi47k61mv5bv1a22bojr', '2T7B4G4VSA5SMI47K61MV5BV1A22BOJR'], odd: ['2t7b4g4vsa5smi47k61mv5bv1a22boj', '2t7b4g4vsa5smi47k61mv5bv1a22bojrw', 'wxyz', '2t7b4g4v', 'aa', 'a', '-', '""', '2t7b4g4vsa5smi47k61mv5bv1a22bojr====', '2t7b4g4vsa5smi47k61mv5bv1a22bojr2t7b4g4v'] },
  eui48: { good: ['00-00-5e-00-53-2a', 'AA-BB-CC-DD-EE-FF'], odd: ['00-00-5e-00-53', '00-00-5e-00-53-2a-00', '00:00:5e:00:53:2a', '0-0-5e-0-53-2a', '00-00-5e-00-53-2g', '00005e00532a', '00-00-5e-00-53-2a-', '"00-00-5e-00-53-2a"', '00-00-5e-00-532a', '000-0-5e-00-53-2a'] },
  eui64: { good: ['00-00-5e-ef-10-00-00-2a', 'AA-BB-CC-DD-EE-FF-00-11'], odd: ['00-00-5e-ef-10-00-00', '00-00-5e-ef-10-00-00-2a-00', '00:00:5e:ef:10:00:00:2a', '00-00-5e-ef-10-00-00-2g', '00005eef1000002a', '00-00-5e-00-53-2a'] },
  locator: { good: ['2001:0DB8:1140:1000', '14:4fff:ff20:ee64', '0:0:0:0', 'ffff:ffff:ffff:ffff'], odd: ['2001:db8::1', '1:2:3', '1:2:3:4:5', '12345:1:1:1', '1:2:3:g', '::', '1:2:3:', '0014:4fff:ff20:ee64', '"1:2:3:4"', '1-2-3-4', '1:2::4'] },
} as const satisfies Record<string, FieldTexts>

/** Name of a kind of field. */
export type FieldKind = keyof typeof fieldTexts
