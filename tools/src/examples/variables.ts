/**
 * The names that examples may use without declaring them, so that each shows one thing and still type-checks:
 * for all packages, and for one package in front of them. Add a name only when an example reads better with it.
 */
export const variables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  all: {
    account_id: 'declare const account_id: string',
    client: "declare const client: import('@zonewright/core').Client",
    dns_record_id: 'declare const dns_record_id: string',
    error: 'declare const error: unknown',
    id: 'declare const id: string',
    namespace_id: 'declare const namespace_id: string',
    rule_id: 'declare const rule_id: string',
    store: "declare const store: import('@zonewright/zone').ZoneStore",
    token_id: 'declare const token_id: string',
    zone_id: 'declare const zone_id: string',
  },
  '@zonewright/zone': {
    records: "declare const records: readonly import('@zonewright/zone').ResourceRecord[]",
  },
  '@zonewright/bind': {
    files: 'declare const files: ReadonlyMap<string, string>',
    records: "declare const records: readonly import('@zonewright/zone').ResourceRecord[]",
    source: 'declare const source: AsyncIterable<Uint8Array>',
    text: 'declare const text: string',
  },
  '@zonewright/sync': {
    plan: "declare const plan: import('@zonewright/sync').Plan",
    records: "declare const records: readonly import('@zonewright/zone').ResourceRecord[]",
    zone: "declare const zone: import('@zonewright/zone').Zone",
  },
  '@zonewright/core': {
    again: 'declare const again: () => Promise<void>',
    answer: 'declare const answer: string',
    call: "declare const call: import('@zonewright/core').Call",
    endpoint: "declare const endpoint: import('@zonewright/core').Endpoint<object, string>",
    input: 'declare const input: object',
    signal: 'declare const signal: AbortSignal',
    timer: 'declare const timer: NodeJS.Timeout',
    z: "declare const z: typeof import('@zonewright/core/schema')",
    secretFields: "declare const secretFields: import('@zonewright/core/form-post').FormPostOptions['secretFields']",
    verdict: "declare const verdict: import('@zonewright/core/form-post').FormPostOptions['verdict']",
  },
  '@zonewright/bridge': {
    callers: "declare const callers: import('@zonewright/bridge').Callers",
    edition2010: "declare const edition2010: typeof import('@zonewright/legacy-client/edition-2010')",
    records: "declare const records: typeof import('@zonewright/legacy-client/records')",
    shelf: "declare const shelf: import('@zonewright/bridge').Shelf",
    sources: "declare const sources: import('@zonewright/bridge').ConfigSources",
    text: 'declare const text: string',
    users: "declare const users: typeof import('@zonewright/host-gw/users')",
  },
  '@zonewright/legacy-client': {
    cf: "declare const cf: import('@zonewright/core').Bound<typeof import('@zonewright/legacy-client')>",
    record: "declare const record: import('@zonewright/zone').ResourceRecord",
    CheckedZones: "interface CheckedZones { readonly zones: Readonly<Record<string, number>> }; declare const CheckedZones: import('@zonewright/core').Schema<CheckedZones>",
    LegacyRecord: "interface LegacyRecord { readonly rec_id: string }; declare const LegacyRecord: import('@zonewright/core').Schema<LegacyRecord>",
    RecordList: "interface RecordList { readonly z: string }; declare const RecordList: import('@zonewright/core').Schema<RecordList>",
    ZoneCheck: "interface ZoneCheck { readonly zones: readonly string[] }; declare const ZoneCheck: import('@zonewright/core').Schema<ZoneCheck>",
  },
  '@zonewright/host-gw': {
    cf: "declare const cf: import('@zonewright/core').Bound<typeof import('@zonewright/host-gw')>",
    code: 'declare const code: number',
    user_key: 'declare const user_key: string',
    zone_name: 'declare const zone_name: string',
    HostedUser: "interface HostedUser { readonly user_exists: boolean }; declare const HostedUser: import('@zonewright/core').Schema<HostedUser>",
    ListedZone: "interface ListedZone { readonly zone_name: string }; declare const ListedZone: import('@zonewright/core').Schema<ListedZone>",
    UserGet: "interface UserGet { readonly unique_id?: string }; declare const UserGet: import('@zonewright/core').Schema<UserGet>",
    ZoneList: "interface ZoneList { readonly limit?: number }; declare const ZoneList: import('@zonewright/core').Schema<ZoneList>",
  },
  '@zonewright/v4': {
    // Not the call of that name in tunnels.
    token: "import { token } from '@zonewright/core'",
    call: "declare const call: import('@zonewright/core').Call",
    record: "declare const record: import('@zonewright/zone').ResourceRecord",
    Zone: "interface Zone { readonly id: string }; declare const Zone: import('@zonewright/core').Schema<Zone>",
    ZoneExport: "interface ZoneExport { readonly zone_id: string }; declare const ZoneExport: import('@zonewright/core').Schema<ZoneExport>",
    ZoneGet: "interface ZoneGet { readonly zone_id: string }; declare const ZoneGet: import('@zonewright/core').Schema<ZoneGet>",
    ZoneList: "interface ZoneList { readonly name?: string }; declare const ZoneList: import('@zonewright/core').Schema<ZoneList>",
  },
}
