// Reads the everyday lines of a zone file from octets; see docs/adr/0018. Memory and calls are described in src/octet-memory.ts.
export { fill } from './lines'
export { learn } from './types'
