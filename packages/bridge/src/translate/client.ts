import type { ClientScene } from './scene.ts'
import type { ClientOutcome, Translation } from './translation.ts'
import { async } from './client/async.ts'
import { ban } from './client/ban.ts'
import { cacheLvl } from './client/cache-lvl.ts'
import { devmode } from './client/devmode.ts'
import { diup } from './client/diup.ts'
import { externalEvent } from './client/external-event.ts'
import { fpurgeTs } from './client/fpurge-ts.ts'
import { ipLkup } from './client/ip-lkup.ts'
import { ipv46 } from './client/ipv46.ts'
import { minify } from './client/minify.ts'
import { mirage2 } from './client/mirage2.ts'
import { nul } from './client/nul.ts'
import { prePurge } from './client/pre-purge.ts'
import { recDel } from './client/rec-del.ts'
import { recDelete } from './client/rec-delete.ts'
import { recEdit } from './client/rec-edit.ts'
import { recLoadAll } from './client/rec-load-all.ts'
import { recNew } from './client/rec-new.ts'
import { recProxy } from './client/rec-proxy.ts'
import { recSet } from './client/rec-set.ts'
import { secLvl } from './client/sec-lvl.ts'
import { stats } from './client/stats.ts'
import { wl } from './client/wl.ts'
import { zoneCheck } from './client/zone-check.ts'
import { zoneFilePurge } from './client/zone-file-purge.ts'
import { zoneGrab } from './client/zone-grab.ts'
import { zoneIps } from './client/zone-ips.ts'
import { zoneLoad } from './client/zone-load.ts'
import { zoneLoadMulti } from './client/zone-load-multi.ts'
import { zoneSettings } from './client/zone-settings.ts'

const all = [async, ban, cacheLvl, devmode, diup, fpurgeTs, ipLkup, ipv46, minify, mirage2, nul, prePurge, recDel, recDelete, recEdit, recLoadAll, recNew, recProxy, recSet, secLvl, stats, wl, zoneCheck, zoneFilePurge, zoneGrab, zoneIps, zoneLoad, zoneLoadMulti, zoneSettings]

/** The actions of the client API by name. */
export const clientActions: ReadonlyMap<string, Translation<ClientScene, ClientOutcome>> = new Map(all.flatMap((translation) => translation.forms.map(({ target }) => [target.path, translation] as const)))

/** The one action of the address for events. */
export const reportAction: Translation<ClientScene, ClientOutcome> = externalEvent
