import { aiErrors } from './errors/ai.ts'
import { certificateErrors } from './errors/certificates.ts'
import { d1Errors } from './errors/d1.ts'
import { dnsServiceErrors } from './errors/dns-services.ts'
import { emailRoutingErrors } from './errors/email-routing.ts'
import { identityErrors } from './errors/identity.ts'
import { kvErrors } from './errors/kv.ts'
import { logpushErrors } from './errors/logpush.ts'
import { pagesErrors } from './errors/pages.ts'
import { queueErrors } from './errors/queues.ts'
import { r2Errors } from './errors/r2.ts'
import { ruleErrors } from './errors/rules.ts'
import { trafficErrors } from './errors/traffic.ts'
import { turnstileErrors } from './errors/turnstile.ts'
import { transferErrors } from './errors/transfers.ts'
import { tunnelErrors } from './errors/tunnels.ts'
import { workerErrors } from './errors/workers.ts'
import { zoneSwitchErrors } from './errors/zone-switches.ts'

/**
 * Where a code and its wording come from. `recorded`: an answer of the real service; `issue`: quoted by a user from one;
 * `docs`: the vendor's documentation; `client`: the source or fixtures of a client program; `old docs`: the error tables of 2015;
 * `inferred`: nothing public says it, so never rely on it.
 */
export type ErrorSource = 'recorded' | 'issue' | 'docs' | 'client' | 'old docs' | 'inferred'

/** One way in which the service says no. */
export interface ErrorRow {
  readonly code: number
  /** Words in braces are filled in per case. */
  readonly message: string
  /** HTTP status. */
  readonly status: number
  readonly source: ErrorSource
}

const sameName = 'For more details, refer to <https://developers.cloudflare.com/dns/manage-dns-records/troubleshooting/records-with-same-name/>.'

/** Every refusal of this package. A wrong code or wording is put right here and nowhere else. */
export const errorTable = {
  // Who is asking
  credentials_missing: { code: 9106, message: 'Missing X-Auth-Key, X-Auth-Email or Authorization headers', status: 400, source: 'issue' },
  headers_invalid: { code: 6003, message: 'Invalid request headers', status: 400, source: 'issue' },
  authorization_format: { code: 6111, message: 'Invalid format for Authorization header', status: 400, source: 'issue' },
  key_format: { code: 6103, message: 'Invalid format for X-Auth-Key header', status: 400, source: 'issue' },
  email_format: { code: 6102, message: 'Invalid format for X-Auth-Email header', status: 400, source: 'inferred' },
  token_unknown_at_verify: { code: 1000, message: 'Invalid API Token', status: 401, source: 'issue' },
  token_unknown: { code: 9109, message: 'Invalid access token', status: 403, source: 'issue' },
  token_location: { code: 9109, message: 'Cannot use the access token from location: {address}', status: 403, source: 'issue' },
  key_unknown: { code: 9103, message: 'Unknown X-Auth-Key or X-Auth-Email', status: 403, source: 'client' },
  zone_forbidden: { code: 10000, message: 'Authentication error', status: 403, source: 'issue' },
  resource_forbidden: { code: 9109, message: 'Unauthorized to access requested resource', status: 403, source: 'issue' },
  zone_list_forbidden: { code: 0, message: "Actor 'com.cloudflare.api.token.{token}' requires permission 'com.cloudflare.api.account.zone.list' to list zones", status: 403, source: 'recorded' },
  // Where to
  no_route: { code: 7000, message: 'No route for that URI', status: 400, source: 'client' },
  bad_identifier: { code: 7003, message: 'Could not route to {path}, perhaps your object identifier is invalid?', status: 404, source: 'issue' },
  wrong_method: { code: 7001, message: 'Method {method} not available for that URI.', status: 405, source: 'inferred' },
  malformed_json: { code: 6007, message: 'Malformed JSON in request body', status: 400, source: 'inferred' },
  body_too_large: { code: 6008, message: 'Request body is too large', status: 413, source: 'inferred' },
  query_invalid: { code: 9208, message: 'Invalid query parameter: {detail}', status: 400, source: 'inferred' },
  rate_limited: { code: 971, message: 'Please wait and consider throttling your request speed', status: 429, source: 'issue' },
  fault_invalid: { code: 10003, message: 'The injected fault is invalid: {detail}', status: 400, source: 'inferred' },
  internal: { code: 10002, message: 'Internal error: {detail}', status: 500, source: 'inferred' },
  // DNS records
  request_invalid: { code: 9207, message: 'Request body is invalid.', status: 400, source: 'inferred' },
  name_invalid: { code: 9000, message: 'DNS name is invalid.', status: 400, source: 'inferred' },
  type_invalid: { code: 9001, message: "DNS record type '{type}' is invalid.", status: 400, source: 'inferred' },
  proxied_not_boolean: { code: 9003, message: "Invalid 'proxied' value, must be a boolean", status: 400, source: 'issue' },
  cannot_be_proxied: { code: 9004, message: 'This record type cannot be proxied.', status: 400, source: 'issue' },
  a_content: { code: 9005, message: 'Content for A record must be a valid IPv4 address.', status: 400, source: 'issue' },
  aaaa_content: { code: 9006, message: 'Content for AAAA record must be a valid IPv6 address.', status: 400, source: 'inferred' },
  cname_content: { code: 9007, message: 'Content for CNAME record is invalid.', status: 400, source: 'issue' },
  ns_content: { code: 9008, message: 'Content for NS record is invalid.', status: 400, source: 'inferred' },
  mx_content: { code: 9009, message: 'Content for MX record must be a hostname.', status: 400, source: 'issue' },
  content_length: { code: 9011, message: 'Length of content is invalid', status: 400, source: 'client' },
  ttl_invalid: { code: 9021, message: 'TTL must be between {lowest} and 86400 seconds, or 1 for Automatic.', status: 400, source: 'issue' },
  cname_to_itself: { code: 9039, message: 'CNAME content cannot reference itself', status: 400, source: 'issue' },
  txt_content: { code: 9051, message: 'TXT record content is invalid: {detail}.', status: 400, source: 'old docs' },
  content_invalid: { code: 9055, message: 'Content for {type} record is invalid: {detail}.', status: 400, source: 'inferred' },
  data_field: { code: 9101, message: '{field} is a required data field.', status: 400, source: 'issue' },
  // The words are those of the service; its code was not quoted with them.
  data_forbidden: { code: 9102, message: "SRV data fields 'service', 'proto' and 'name' are no longer supported", status: 400, source: 'issue' },
  priority_required: { code: 9104, message: 'priority is a required field.', status: 400, source: 'issue' },
  priority_invalid: { code: 9105, message: 'priority must be a whole number between 0 and 65535.', status: 400, source: 'inferred' },
  content_required: { code: 9020, message: 'Content is a required field.', status: 400, source: 'inferred' },
  comment_length: { code: 9201, message: 'DNS record comment must not be longer than {longest} characters.', status: 400, source: 'docs' },
  comment_text: { code: 9202, message: 'DNS record comment is invalid: it must be text without line breaks.', status: 400, source: 'docs' },
  tag_invalid: { code: 9301, message: "DNS record tag '{tag}' is invalid: {detail}.", status: 400, source: 'docs' },
  tag_quota: { code: 9300, message: 'DNS record has {count} tags, exceeding the quota of {quota}.', status: 400, source: 'issue' },
  settings_invalid: { code: 9302, message: 'DNS record settings are invalid: {detail}.', status: 400, source: 'inferred' },
  type_change: { code: 9040, message: 'The type of a DNS record cannot be changed; delete it and create another.', status: 400, source: 'docs' },
  record_read_only: { code: 1046, message: 'This record is managed by {owner}, unlock it there.', status: 400, source: 'inferred' },
  record_not_found: { code: 81044, message: 'Record does not exist.', status: 404, source: 'issue' },
  record_quota: { code: 81045, message: 'Record quota exceeded.', status: 400, source: 'issue' },
  cname_conflict: { code: 81053, message: `An A, AAAA, or CNAME record with that host already exists. ${sameName}`, status: 400, source: 'issue' },
  address_conflict: { code: 81054, message: `A CNAME record with that host already exists. ${sameName}`, status: 400, source: 'issue' },
  ns_conflict: { code: 81056, message: `NS records with that host already exist. ${sameName}`, status: 400, source: 'docs' },
  ns_beside_others: { code: 81056, message: `NS records cannot share a host with records of other types. ${sameName}`, status: 400, source: 'inferred' },
  ds_without_ns: { code: 81059, message: 'DS records need NS records with that host.', status: 400, source: 'client' },
  ns_needed_by_ds: { code: 81060, message: 'The last NS record of that host cannot go before its DS records.', status: 400, source: 'client' },
  identical_record: { code: 81058, message: 'An identical record already exists.', status: 400, source: 'recorded' },
  identical_record_2024: { code: 81057, message: 'The record already exists.', status: 400, source: 'recorded' },
  txt_combined: { code: 81061, message: 'Combined content length of records with this name and type must not exceed 8192 characters.', status: 400, source: 'issue' },
  validation_2024: { code: 1004, message: 'DNS Validation Error', status: 400, source: 'client' },
  batch_empty: { code: 9401, message: 'A batch needs at least one operation.', status: 400, source: 'inferred' },
  batch_too_large: { code: 9402, message: 'A batch of {count} operations exceeds the limit of {limit}.', status: 400, source: 'docs' },
  import_file: { code: 9501, message: 'The field "file" with a zone file is missing.', status: 400, source: 'inferred' },
  import_size: { code: 9502, message: 'The zone file is larger than 262144 bytes.', status: 400, source: 'docs' },
  import_syntax: { code: 9503, message: 'The zone file is invalid: {detail}', status: 400, source: 'inferred' },
  import_include: { code: 9504, message: '$INCLUDE directive not allowed', status: 400, source: 'docs' },
  // Zones
  zone_not_found: { code: 1001, message: 'Invalid zone identifier', status: 404, source: 'client' },
  zone_exists: { code: 1061, message: '{name} already exists', status: 400, source: 'issue' },
  zone_name: { code: 1049, message: '{name} is not a registered domain', status: 400, source: 'issue' },
  zone_not_root: { code: 1099, message: 'We were unable to identify {name} as a registered domain. Please ensure you are providing the root domain and not any subdomains (e.g., example.com, not subdomain.example.com).', status: 400, source: 'issue' },
  zone_account: { code: 1067, message: 'Invalid account identifier', status: 400, source: 'old docs' },
  zone_type: { code: 1086, message: "Invalid zone type '{type}'", status: 400, source: 'old docs' },
  zone_create_forbidden: { code: 1068, message: 'Permission denied', status: 403, source: 'old docs' },
  zone_one_property: { code: 1085, message: 'Only one property can be updated at a time', status: 400, source: 'old docs' },
  zone_property: { code: 1086, message: "Invalid value for zone property '{property}'", status: 400, source: 'old docs' },
  zone_property_unknown: { code: 1086, message: "Invalid zone property '{property}'", status: 400, source: 'old docs' },
  zone_paused: { code: 1019, message: 'This zone is already paused', status: 400, source: 'old docs' },
  zone_unpaused: { code: 1022, message: 'This zone is already unpaused', status: 400, source: 'old docs' },
  zone_plan_needed: { code: 1070, message: 'Custom name servers are only available for the Business and Enterprise plans', status: 400, source: 'old docs' },
  activation_too_soon: { code: 1224, message: 'You may only perform this action once per {span}.', status: 400, source: 'inferred' },
  // Zone settings
  setting_unknown: { code: 1006, message: 'Unrecognized zone setting name', status: 400, source: 'inferred' },
  setting_value: { code: 1007, message: 'Invalid value for zone setting {setting}', status: 400, source: 'issue' },
  setting_locked: { code: 1015, message: 'Not allowed to edit setting for {setting}', status: 403, source: 'old docs' },
  // Purge
  purge_nothing: { code: 1012, message: 'Request must contain one of "purge_everything", "files", "tags", "hosts" or "prefixes"', status: 400, source: 'old docs' },
  purge_everything: { code: 1013, message: "'purge_everything' must be true", status: 400, source: 'old docs' },
  purge_list: { code: 1014, message: "'{field}' must be an array", status: 400, source: 'old docs' },
  purge_foreign: { code: 1082, message: "Unable to purge '{url}'. You can only purge files for this zone", status: 400, source: 'old docs' },
  purge_combination: { code: 1092, message: 'Request must contain only one of "purge_everything", "files", "tags", "hosts" or "prefixes"', status: 400, source: 'old docs' },
  purge_too_many: { code: 1094, message: "'{field}' may hold at most {limit} entries", status: 400, source: 'old docs' },
  purge_tag: { code: 1100, message: 'A cache tag may have at most 1024 characters', status: 400, source: 'old docs' },
  purge_rate: { code: 1113, message: 'Purge rate limit of the plan reached, please wait', status: 429, source: 'old docs' },
  // Users and accounts
  account_not_found: { code: 1003, message: 'Invalid or missing account identifier', status: 404, source: 'inferred' },
  account_field: { code: 1004, message: "Invalid value for account property '{property}'", status: 400, source: 'inferred' },
  user_field: { code: 1004, message: "Invalid value for user property '{property}'", status: 400, source: 'inferred' },
  ...ruleErrors,
  ...identityErrors,
  ...kvErrors,
  ...workerErrors,
  ...emailRoutingErrors,
  ...transferErrors,
  ...tunnelErrors,
  ...zoneSwitchErrors,
  ...certificateErrors,
  ...dnsServiceErrors,
  ...trafficErrors,
  ...aiErrors,
  ...d1Errors,
  ...logpushErrors,
  ...pagesErrors,
  ...queueErrors,
  ...r2Errors,
  ...turnstileErrors,
} as const satisfies Readonly<Record<string, ErrorRow>>

/** Key of a row in {@link errorTable}. */
export type ErrorKey = keyof typeof errorTable

/** One entry of `errors` in an answer. */
export interface Fault {
  readonly code: number
  readonly message: string
  readonly error_chain?: readonly { readonly code: number; readonly message: string }[]
  /** Where in the request the mistake is, as a JSON pointer. */
  readonly source?: { readonly pointer: string }
}

/** One entry of `messages` in an answer. */
export interface Message {
  readonly code: number
  readonly message: string
  readonly type: null
}

/** The service says no; the server turns it into an answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  /** HTTP status. */
  readonly status: number
  readonly key: ErrorKey
  readonly faults: readonly Fault[]
  /** Where code and wording come from; goes to the log. */
  readonly source: ErrorSource
  /** Details that the service sends beside the error. */
  readonly messages: readonly Message[]
  constructor(key: ErrorKey, faults: readonly Fault[], messages: readonly Message[] = []) {
    const row = errorTable[key]
    super(faults.map((fault) => fault.message).join('; '))
    this.key = key
    this.status = row.status
    this.source = row.source
    this.faults = faults
    this.messages = messages
  }
}

/**
 * One row as an entry of `errors`, its words in braces filled in.
 * @example faultOf('zone_exists', { name: 'example.com' }) // { code: 1061, message: 'example.com already exists' }
 */
export const faultOf = (key: ErrorKey, words: Readonly<Record<string, string | number>> = {}): Fault => {
  const row = errorTable[key]
  return { code: row.code, message: row.message.replace(/\{(\w+)\}/g, (_, word: string) => String(words[word] ?? '')) }
}

/**
 * The refusal of one row.
 * @example throw refuse('record_not_found')
 */
export const refuse = (key: ErrorKey, words?: Readonly<Record<string, string | number>>): Refusal => new Refusal(key, [faultOf(key, words)])

/** The refusal of malformed credential headers: the outer code and what is wrong in its chain. */
export const refuseHeaders = (cause: 'authorization_format' | 'key_format' | 'email_format'): Refusal => {
  const chained = faultOf(cause)
  return new Refusal('headers_invalid', [{ ...faultOf('headers_invalid'), error_chain: [chained] }])
}

/** The refusal of a value in parts that lacks some: an error for each, as the service sends them. */
export const refuseParts = (missing: readonly string[]): Refusal => new Refusal('data_field', missing.map((field) => faultOf('data_field', { field })))
