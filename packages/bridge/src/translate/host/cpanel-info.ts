import { info } from '@zonewright/host-gw/cpanel'
import { act } from '../translation.ts'

/** The last version of the plugin whose form of calls is served here. There is no file behind it, so its sum is none. */
const latest = { cpanel_latest: '5.3.11', cpanel_sha1: '0000000000000000000000000000000000000000' }

/** `cpanel_info`: its shell script takes the first word of the answer for the version. */
export const cpanelInfo = act(info, async () => ({ response: latest }))
