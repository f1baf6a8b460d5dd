export type { RecordAttributes, ResourceRecord } from './record.ts'
export type { ApplyOptions, ApplyReport, Capabilities, Change, StoredRecord, Zone, ZoneStore } from './zone-store.ts'
