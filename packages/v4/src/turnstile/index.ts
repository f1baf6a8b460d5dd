/**
 * Turnstile: telling people from programs without puzzles.
 * @module
 */
export * as widgets from './widgets.ts'
