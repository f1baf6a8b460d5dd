import { mnemonic } from './mnemonic.ts'

const algorithms = {
  RSAMD5: 1,
  DH: 2,
  DSA: 3,
  RSASHA1: 5,
  RSASHA256: 8,
  RSASHA512: 10,
  ECDSAP256SHA256: 13,
  ECDSAP384SHA384: 14,
  ED25519: 15,
  ED448: 16,
  INDIRECT: 252,
  PRIVATEDNS: 253,
  PRIVATEOID: 254,
}

// IANA's mnemonics, which BIND does not read: it has NSEC3DSA, NSEC3RSASHA1 and ECCGOST, which most others refuse.
const alsoReads = { 'DSA-NSEC3-SHA1': 6, 'RSASHA1-NSEC3-SHA1': 7, 'ECC-GOST': 12 }

/** A DNSSEC algorithm, read as number or mnemonic and printed as number (RFC 4034 appendix A.1). */
export const dnssecAlgorithm = mnemonic({ octets: 1, names: algorithms, alsoReads, prints: 'number' })

/** The algorithm of a CERT record, printed as mnemonic (RFC 4398 section 2.2). */
export const certificateAlgorithm = mnemonic({ octets: 1, names: algorithms, alsoReads, prints: 'mnemonic' })

/** The type of a CERT record, printed as mnemonic (RFC 4398 section 2.1). */
export const certificateType = mnemonic({
  octets: 2,
  names: { PKIX: 1, SPKI: 2, PGP: 3, IPKIX: 4, ISPKI: 5, IPGP: 6, ACPKIX: 7, IACPKIX: 8, URI: 253, OID: 254 },
  prints: 'mnemonic',
})
