import { createHash, randomBytes } from 'node:crypto'
import { homedir, userInfo } from 'node:os'
import { basename, isAbsolute, join } from 'node:path'
import type { Zone } from '@zonewright/zone'

/**
 * The folder that journals and leases are kept in: `$XDG_STATE_HOME/zonewright`, else `~/.local/state/zonewright`.
 * @example const folder = stateFolder(process.env)
 */
export const stateFolder = (env: Readonly<Record<string, string | undefined>>): string => {
  const state = env['XDG_STATE_HOME'] ?? ''
  // The XDG specification says of a relative path that it is to be ignored; an empty HOME would lead to wherever we stand.
  return isAbsolute(state) ? join(state, 'zonewright') : join([env['HOME'] ?? '', homedir(), userInfo().homedir].find(isAbsolute) ?? '/', '.local', 'state', 'zonewright')
}

/** A zone's name as a part of a path or an identifier: nothing in it can lead elsewhere. */
const fileName = (name: string): string => name.replace(/\.$/, '').replaceAll(/[^a-z0-9.-]/g, '_').replace(/^\.+/, '_').slice(0, 100)

/** The folder of one zone at one service: the same name at two services is two zones. */
export const zoneFolder = (folder: string, service: string, zone: Pick<Zone, 'id' | 'name'>): string =>
  join(folder, 'zones', `${fileName(zone.name)}-${createHash('sha256').update(`${service}\n${zone.id}`).digest('hex').slice(0, 12)}`)

/** What the names of all folders of a zone begin with. */
export const folderStem = (zone: string): string => fileName(zone)

/** What the name of a {@link zoneFolder} begins with. */
export const stemOf = (folder: string): string => basename(folder).replace(/-[0-9a-f]{12}$/, '')

/** The folder of the runs of one zone. */
export const runsFolder = (ofZone: string): string => join(ofZone, 'runs')

/**
 * A new name for a run, which sorts by time and tells the zone: `20261122T040019.123Z-example.com-3f2a`.
 * @param last the newest run of the zone: the new one sorts behind it, even if the clock was set back since.
 * @example const run = newRun('example.com.', new Date())
 */
export const newRun = (zone: string, at: Date, last?: string): string => {
  const before = last === undefined ? Number.NaN : runDate(last).getTime()
  const date = before >= at.getTime() ? new Date(before + 1) : at
  return `${date.toISOString().replaceAll(/[-:]/g, '')}-${fileName(zone)}-${randomBytes(2).toString('hex')}`
}

/** When a run began, by its name. */
export const runDate = (run: string): Date => new Date(run.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d\.\d{3}Z).*$/, '$1-$2-$3T$4:$5:$6'))

/** Whether a text has the form of a run's name. */
export const isRun = (text: string): boolean => /^\d{8}T\d{6}\.\d{3}Z-[a-z0-9._-]+-[0-9a-f]{4}$/.test(text)
