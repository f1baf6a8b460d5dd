export { type DnsRecord, type RecordSettings, recordTypes } from './record.ts'
export * as records from './records.ts'
export * as scan from './scan.ts'
