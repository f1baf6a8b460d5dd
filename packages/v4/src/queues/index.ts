/**
 * Queues: messages that wait for a Worker or for whoever fetches them.
 * @module
 */
export type { Consumer } from './consumer.ts'
export { type Queue, type QueueCreate, type QueueDelete, type QueueEdit, type QueueGet, type QueueList, type QueueUpdate, create, edit, get, list, remove, update } from './queues.ts'
export * as consumers from './consumers.ts'
export * as messages from './messages.ts'
