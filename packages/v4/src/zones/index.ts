export type { Plan, Zone } from './zone.ts'
export { type ActivationCheck, type ZoneCreate, type ZoneDelete, type ZoneEdit, type ZoneGet, type ZoneList, checkActivation, create, edit, get, list, remove } from './zones.ts'
export * as settings from './settings.ts'
