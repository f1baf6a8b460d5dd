/**
 * The built-in plugins, for a client that has them in another order or with others between, and what they decide by.
 * A client has them without this import: they come with its first call.
 * @module
 */
export { type LogEntry, type LogSink, log } from './plugins/log.ts'
export { type RetryOptions, mayRetry, retry } from './plugins/retry.ts'
export { SlidingWindow } from './plugins/sliding-window.ts'
export { type ThrottleOptions, throttle } from './plugins/throttle.ts'
