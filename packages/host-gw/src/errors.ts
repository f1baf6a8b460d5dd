import { ApiError, type Fault } from '@zonewright/core'

/**
 * Every error that the service documents. Words in brackets are what its message is about; the sentences are ours, but for
 * the few that programs of the time look for.
 */
const messages = {
  100: 'No or invalid host_key.',
  101: 'No or invalid act.',
  103: 'The e-mail address of the account is missing.',
  104: "The unique_id has a character outside '-_a-z0-9#@+.,'.",
  105: 'The unique_id is too long.',
  106: 'clobber_unique_id is neither 0 nor 1.',
  107: 'Either cloudflare_email or unique_id is needed.',
  108: 'The password is missing.',
  109: 'The password is too easy to guess.',
  110: 'The password has fewer than 6 characters.',
  111: 'The user name is missing.',
  112: 'The user name has fewer than 3 characters.',
  113: 'The user name "[cloudflare_username]" has a character that is no letter, no digit and none of . - _',
  114: 'The user name "[cloudflare_username]" is too near to one that is not allowed.',
  115: 'The user_key is missing.',
  116: 'The user_key is malformed.',
  117: "The unique_id '[unique_id]' belongs to another user.",
  118: 'The account "[cloudflare_email]" exists already.',
  119: 'The account "[cloudflare_email]" exists already, but its address was never confirmed.',
  120: 'The address "[cloudflare_email]" is in use; its password can be set anew on the site.',
  121: 'The invitation "[signup_code]" is not valid, or no longer.',
  122: "The user name '[cloudflare_username]' is taken.",
  123: 'There is no account [cloudflare_email].',
  124: 'Password failed for CloudFlare account "[cloudflare_email]".',
  125: "User with user_key '[user_key]' does not exist.",
  126: 'The e-mail address "[cloudflare_email]" is malformed.',
  200: 'The zone_name is missing.',
  201: 'The zone_name is malformed.',
  202: 'resolve_to is missing.',
  203: 'resolve_to is malformed.',
  204: 'subdomains is missing.',
  205: "The host '[subdomain]' in subdomains has a character that is not allowed.",
  206: "The host '[subdomain]' in subdomains has 120 characters or more.",
  207: '[zone_name] is hosted for you already.',
  208: '"[zone_name]" is hosted under another account (#208).',
  209: '"[zone_name]" is hosted under another account (#209).',
  210: '[zone_name] can not be deleted: it is not in your account.',
  211: '[zone_name] can not be deleted: it was banned or removed from your account.',
  212: '[zone_name] can not be deleted here: [host_provider] is not the partner it is registered with.',
  213: '[zone_name] can not be deleted: it was removed from your account already.',
  214: '[zone_name] can not be deleted here: Cloudflare is its DNS provider, and its owner can remove it on the site.',
  215: 'New sites are limited at present; [zone_name] waits, and a notice follows.',
  216: "The DNS of [zone_name] is at Cloudflare: its owner must deactivate and delete it there before it can move to '[host_provider]'.",
  217: '"[zone_name]" is not served through [host_provider]: delete the earlier sign-up and start again, or ask support (#217).',
  218: '"[zone_name]" is not a registered domain.',
  311: 'The user can not subscribe.',
  312: 'There is no such plan.',
  313: 'The plan takes no new subscriptions.',
  314: 'This subscription is active already.',
  315: 'There was such a subscription, and it can not be taken up again.',
  317: 'The zone can not be subscribed.',
  321: 'The zone is not active.',
  322: 'The zone has another subscription.',
  331: 'There is no such subscription.',
  332: 'The subscription is cancelled already.',
  333: 'The subscription could not be cancelled.',
  334: '[zone_name] has an active subscription: cancel that before you delete the zone.',
  340: 'The subscription could not be made.',
  350: 'The zone is not active at Cloudflare.',
  600: 'No POST data arrived.',
  601: 'The database is not reachable; try again in some minutes (#601).',
  700: 'The host account [host_key] is not valid.',
  701: 'Something failed while the zone was created; it was logged.',
  702: 'Something failed while the zone was authorised; it was logged.',
  703: 'Something failed while the zone was deleted; it was logged.',
} as const

/** Number of a documented error. */
export type HostErrorCode = keyof typeof messages

/** What a message can be about. */
export type HostVariable = 'cloudflare_email' | 'cloudflare_username' | 'host_key' | 'host_provider' | 'signup_code' | 'subdomain' | 'unique_id' | 'user_key' | 'zone_name'

/** A refusal of the service: its number, its words, and what they are about. */
export interface HostFault extends Fault {
  /** Values by name, as they were in the input; what is secret, or known to the service alone, is left out. */
  readonly variables: Readonly<Partial<Record<HostVariable, string>>>
}

/** All documented numbers, in order. */
export const hostErrorCodes: readonly HostErrorCode[] = Object.keys(messages).map((code) => Number(code) as HostErrorCode)

/**
 * Whether a number is a documented one.
 * @example if (isHostErrorCode(code)) console.error(hostErrorMessage(code, { zone_name: 'example.com' }))
 */
export const isHostErrorCode = (code: number): code is HostErrorCode => Object.hasOwn(messages, code)

/**
 * Names of what the message of an error is about.
 * @example variablesOf(212) // ['zone_name', 'host_provider']
 */
export const variablesOf = (code: HostErrorCode): readonly HostVariable[] => [...messages[code].matchAll(/\[(\w+)\]/g)].map(([, name]) => name as HostVariable)

/**
 * The message of an error in our words, for services that answer as the old one did. What is not given is left out of
 * the sentence as `this provider` for a host, else as its name.
 * @example hostErrorMessage(218, { zone_name: 'example.invalid' }) // '"example.invalid" is not a registered domain.'
 */
export const hostErrorMessage = (code: HostErrorCode, variables: Readonly<Partial<Record<HostVariable, string>>> = {}): string =>
  messages[code].replaceAll(/\[(\w+)\]/g, (_, name: HostVariable) => variables[name] ?? (name === 'host_provider' ? 'this provider' : name))

const passing: ReadonlySet<number> = new Set([601, 701, 702, 703])

/**
 * Whether an error may pass when the call is made again later: the service failed, not the request.
 * @example if (mayPass(703)) await client.call(zones.remove, { user_key, zone_name })
 */
export const mayPass = (code: number): boolean => passing.has(code)

/**
 * The refusal inside an error of a call, or undefined when the error is another.
 * @example const zone = hostFaultOf(error)?.variables.zone_name
 */
export const hostFaultOf = (error: unknown): HostFault | undefined => (error instanceof ApiError ? error.faults.find((fault): fault is HostFault => 'variables' in fault) : undefined)
