import { hostErrorMessage, type HostErrorCode, type HostVariable } from '@zonewright/host-gw/errors'
import { FormPostFault } from '../../fault.ts'

/**
 * A refusal of the Hosting Provider API by its number, in its words.
 * @example throw hostFault(218, { zone_name: 'example.invalid' })
 */
export const hostFault = (code: HostErrorCode, variables: Readonly<Partial<Record<HostVariable, string>>> = {}): FormPostFault => new FormPostFault({ message: hostErrorMessage(code, variables), number: code })
