/**
 * The ranges that the service's own servers call from: those of 2012, which are history, and the test whether an address is in
 * ranges. Today's are `ips.list` of API v4.
 * @module
 */
export { type AddressRanges, isInRanges } from './in-ranges.ts'
export { publishedRanges, ranges2012 } from './ranges.ts'
