import type { ArgumentData } from '../command.ts'

/** The zone that a command is about. */
export const zoneArgument: ArgumentData = { name: 'zone', description: 'zone name, or its 32-digit identifier' }

/** A zone file to read. */
export const fileArgument: ArgumentData = { name: 'file', description: 'zone file; - reads stdin' }
