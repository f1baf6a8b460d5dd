import type { GrammarName } from './fields.ts'

/** The fields of every type that has a form of its own, SVCB and HTTPS apart. */
export const freshTypes: Readonly<Record<string, readonly GrammarName[]>> = {
  A: ['ipv4'], NS: ['name'], MD: ['name'], MF: ['name'], CNAME: ['name'], SOA: ['name', 'name', 'u32', 'period', 'period', 'period', 'period'],
  MB: ['name'], MG: ['name'], MR: ['name'], WKS: ['ipv4', 'protocolAndPorts'], PTR: ['name'], HINFO: ['string', 'string'], MINFO: ['name', 'name'], MX: ['u16', 'name'], TXT: ['strings'],
  RP: ['name', 'name'], AFSDB: ['u16', 'name'], X25: ['string'], ISDN: ['string', 'string'], RT: ['u16', 'name'], NSAP: ['nsap'], 'NSAP-PTR': ['name'],
  SIG: ['covered', 'algorithm', 'u8', 'u32', 'time', 'time', 'u16', 'name', 'base64'], KEY: ['flags', 'protocol', 'algorithm', 'base64'],
  PX: ['u16', 'name', 'name'], GPOS: ['position'], AAAA: ['ipv6'], LOC: ['location'], NXT: ['name', 'oldTypes'], EID: ['hex'], NIMLOC: ['hex'], SRV: ['u16', 'u16', 'u16', 'name'],
  ATMA: ['atm'], NAPTR: ['u16', 'u16', 'naptr'], KX: ['u16', 'name'], CERT: ['certificateType', 'u16', 'algorithm', 'base64'], A6: ['suffix'], DNAME: ['name'], SINK: ['u8', 'u8', 'u8', 'base64'],
  APL: ['prefixes'], DS: ['u16', 'algorithm', 'digest'], SSHFP: ['u8', 'fingerprint'], IPSECKEY: ['ipsecKey'],
  RRSIG: ['covered', 'algorithm', 'u8', 'u32', 'time', 'time', 'u16', 'name', 'base64'], NSEC: ['name', 'types'], DNSKEY: ['flags', 'protocol', 'algorithm', 'base64'], DHCID: ['base64'],
  NSEC3: ['u8', 'u8', 'u16', 'salt', 'hash', 'types'], NSEC3PARAM: ['u8', 'u8', 'u16', 'salt'], TLSA: ['u8', 'u8', 'u8', 'hex'], SMIMEA: ['u8', 'u8', 'u8', 'hex'], HIP: ['hostIdentity'],
  NINFO: ['strings'], RKEY: ['zero', 'protocol', 'algorithm', 'base64'], TALINK: ['name', 'name'], CDS: ['u16', 'algorithm', 'digest'], CDNSKEY: ['flags', 'protocol', 'algorithm', 'base64'],
  OPENPGPKEY: ['base64'], CSYNC: ['u32', 'u16', 'types'], ZONEMD: ['u32', 'zonemdDigest'], SPF: ['strings'], NID: ['u16', 'locator'], L32: ['u16', 'ipv4'], L64: ['u16', 'locator'], LP: ['u16', 'name'],
  EUI48: ['eui48'], EUI64: ['eui64'], URI: ['u16', 'u16', 'quoted'], CAA: ['u8', 'tag', 'quoted'], AVC: ['strings'], DOA: ['u32', 'u32', 'u8', 'string', 'base64'], AMTRELAY: ['amtRelay'],
  TA: ['u16', 'algorithm', 'digest'], DLV: ['u16', 'algorithm', 'digest'],
}

/** How many cases of a type there are for one of a rare type: what stands in most zones is in most tests. */
export const weights: Readonly<Record<string, number>> = {
  A: 3, AAAA: 3, TXT: 3, MX: 2, CNAME: 2, NS: 2, SOA: 2, SRV: 2, CAA: 3, DS: 2, DNSKEY: 2, RRSIG: 2, NSEC: 2, NSEC3: 2, TLSA: 2, SSHFP: 2, LOC: 3, NAPTR: 2, URI: 2, CERT: 2, PTR: 2, HINFO: 1.5, APL: 1.5, IPSECKEY: 1.5,
  MD: 0.5, MF: 0.5, MB: 0.5, MG: 0.5, MR: 0.5, NIMLOC: 0.5, SIG: 0.3, KEY: 0.5, NXT: 0.3, A6: 0.3, SINK: 0.3, AVC: 0.5, 'NSAP-PTR': 0.5, ATMA: 0.5, DOA: 0.3, TA: 0.5, DLV: 0.5, NINFO: 0.5, TALINK: 0.5, RKEY: 0.5,
}
