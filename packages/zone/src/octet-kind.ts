/**
 * The ways in which a field of rdata is read from octets by who reads many lines; what they are not sure of (an escape, a
 * mnemonic, an error) is left to `parse`.
 */
export type OctetKind =
  | 'u8'
  | 'u16'
  | 'u32'
  | 'host'
  | 'ipv4'
  | 'ipv6'
  | 'period'
  | 'string'
  | 'strings'
  | 'text'
  | 'hex'
  | 'base64'
  | 'optional-base64'
  | 'caa-tag'
  | 'service-parameters'
  | 'location'
  | 'type'
  | 'types'
  | 'time'
  | 'salt'
  | 'hashed-owner'
