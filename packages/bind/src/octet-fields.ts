// The kinds of rdata fields that the WebAssembly module reads, by number. Both sides read this file.

export const U8 = 1
export const U16 = 2
export const U32 = 3
export const HOST = 4
export const IPV4 = 5
export const IPV6 = 6
export const PERIOD = 7
export const STRING = 8
export const STRINGS = 9
export const TEXT = 10
export const HEX = 11
export const BASE64 = 12
export const OPTIONAL_BASE64 = 13
export const CAA_TAG = 14
export const SERVICE_PARAMETERS = 15
export const LOCATION = 16
export const TYPE_NAME = 17
export const TYPES = 18
export const TIME = 19
export const SALT = 20
export const HASHED_OWNER = 21
