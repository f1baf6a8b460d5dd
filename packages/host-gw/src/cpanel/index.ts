/**
 * What the service tells its plugin for cPanel.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'

const CpanelInfo = z.strictObject({})
export interface CpanelInfo extends z.input<typeof CpanelInfo> {}

const LatestCpanel = z.object({
  /** Newest version of the plugin. */
  cpanel_latest: z.string(),
  /** Its SHA-1, hexadecimal. */
  cpanel_sha1: z.string(),
})
export interface LatestCpanel extends z.output<typeof LatestCpanel> {}

/**
 * Read the newest version of the plugin for cPanel. In no edition; its installer calls it.
 * @example const { cpanel_latest } = await cf.cpanel.info({})
 */
export const info = endpoint<CpanelInfo, LatestCpanel>('cpanel_info', { input: CpanelInfo, result: LatestCpanel, safety: 'read' })
