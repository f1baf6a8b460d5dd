import type { AnyCommandData } from '../command.ts'
import { api } from './api.ts'
import { bridge } from './bridge.ts'
import { call } from './call.ts'
import { emulator } from './emulator.ts'
import { generate } from './generate.ts'
import { purge } from './purge.ts'
import { record } from './record.ts'
import { routes } from './routes.ts'
import { zone } from './zone.ts'
import { zones } from './zones.ts'

/** Every command, in the order of the help. */
export const commands: readonly AnyCommandData[] = [zone, zones, record, purge, emulator, bridge, call, api, routes, generate]
