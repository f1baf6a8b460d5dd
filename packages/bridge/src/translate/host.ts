import type { HostScene } from './scene.ts'
import type { HostOutcome, Translation } from './translation.ts'
import { cpanelInfo } from './host/cpanel-info.ts'
import { fullZoneSet } from './host/full-zone-set.ts'
import { hostChildNew } from './host/host-child-new.ts'
import { hostChildStop } from './host/host-child-stop.ts'
import { hostKeyRegen } from './host/host-key-regen.ts'
import { resellerPlanList } from './host/reseller-plan-list.ts'
import { resellerSubCancel } from './host/reseller-sub-cancel.ts'
import { resellerSubList } from './host/reseller-sub-list.ts'
import { resellerSubNew } from './host/reseller-sub-new.ts'
import { userAuth } from './host/user-auth.ts'
import { userCreate } from './host/user-create.ts'
import { userLookup } from './host/user-lookup.ts'
import { zoneDelete } from './host/zone-delete.ts'
import { zoneList } from './host/zone-list.ts'
import { zoneLookup } from './host/zone-lookup.ts'
import { zoneSet } from './host/zone-set.ts'

const all = [cpanelInfo, fullZoneSet, hostChildNew, hostChildStop, hostKeyRegen, resellerPlanList, resellerSubCancel, resellerSubList, resellerSubNew, userAuth, userCreate, userLookup, zoneDelete, zoneList, zoneLookup, zoneSet]

/** The acts of the Hosting Provider API by name. */
export const hostActs: ReadonlyMap<string, Translation<HostScene, HostOutcome>> = new Map(all.flatMap((translation) => translation.forms.map(({ target }) => [target.path, translation] as const)))
