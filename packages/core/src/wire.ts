/**
 * What protocols and plugins read answers with, and how they keep secrets out of what they say.
 * @module
 */
export { redactData, redactHeaders, redactText, redactUrl } from './redact.ts'
export { excerpt, jsonProblem, rayIdOf, retryAfterOf, textOf } from './reply.ts'
export { secretsIn } from './secrets-in.ts'
