import { mnemonic } from './mnemonic.ts'

const algorithms = {
  RSAMD5: 1,
  DH: 2,
  DSA: 3,
  RSASHA1: 5,
  NSEC3DSA: 6,
  NSEC3RSASHA1: 7,
  RSASHA256: 8,
  RSASHA512: 10,
  ECCGOST: 12,
  ECDSAP256SHA256: 13,
  ECDSAP384SHA384: 14,
  ED25519: 15,
  ED448: 16,
  INDIRECT: 252,
  PRIVATEDNS: 253,
  PRIVATEOID: 254,
}

/** A DNSSEC algorithm, read as number or mnemonic and printed as number (RFC 4034 appendix A.1). */
export const dnssecAlgorithm = mnemonic({ octets: 1, names: algorithms, prints: 'number' })

/** The algorithm of a CERT record, printed as mnemonic (RFC 4398 section 2.2). */
export const certificateAlgorithm = mnemonic({ octets: 1, names: algorithms, prints: 'mnemonic' })

/** The type of a CERT record, printed as mnemonic (RFC 4398 section 2.1). */
export const certificateType = mnemonic({
  octets: 2,
  names: { PKIX: 1, SPKI: 2, PGP: 3, IPKIX: 4, ISPKI: 5, IPGP: 6, ACPKIX: 7, IACPKIX: 8, URI: 253, OID: 254 },
  prints: 'mnemonic',
})

/** The protocol of a DNSKEY record, which is 3 (RFC 4034 section 2.1.2). */
export const dnssecProtocol = mnemonic({ octets: 1, names: { DNSSEC: 3 }, prints: 'number' })

/** The protocol of a KEY record (RFC 2535 section 3.1.3). */
export const keyProtocol = mnemonic({ octets: 1, names: { NONE: 0, TLS: 1, EMAIL: 2, DNSSEC: 3, IPSEC: 4, ALL: 255 }, prints: 'number' })

/** The digest type of a DS record (IANA registry of DS digest algorithms). */
export const digestType = mnemonic({
  octets: 1,
  names: { 'SHA-1': 1, SHA1: 1, 'SHA-256': 2, SHA256: 2, GOST: 3, 'SHA-384': 4, SHA384: 4 },
  prints: 'number',
})
