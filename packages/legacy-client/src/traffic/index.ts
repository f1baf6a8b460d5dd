/**
 * Who visits a zone, and how much.
 * @module
 */
export { type LoadedStatistics, type Share, type Statistics, type Visits } from './statistics.ts'
export { type AddressLookUp, type KnownAddresses, type LoadedVisitors, type StatisticsGet, type Visitor, type VisitorList, lookUp, statistics, visitors } from './traffic.ts'
