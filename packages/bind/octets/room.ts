import { TABLES } from './memory'

/** Room for the groups of one address, two octets each, or the parts of one angle. */
export const GROUPS: usize = TABLES + 1024
