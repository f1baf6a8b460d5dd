import { ips } from '@zonewright/v4'

import { addressRanges } from '../rules/address-ranges.ts'
import { type Handler, serveOpen } from './handler.ts'

/** Handler of the published address ranges; older programs ask for the partner network by `china_colo`. */
export const ipsHandlers: readonly Handler[] = [serveOpen(ips.list, ({ input }) => ({ result: addressRanges(input['networks'] === 'jdcloud' || input['china_colo'] === '1') }))]
