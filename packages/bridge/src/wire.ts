/**
 * How the form-POST APIs look on the wire: the inverse of the protocols of their packages, for servers.
 * @module
 */
export { type AcceptedForm, acceptForm, type FormIssue, type FormReading } from './wire/accept.ts'
export { type ClientAnswerParts, clientRefusal, clientResult } from './wire/client-envelope.ts'
export { coerce, type ParameterKind, parameterKinds } from './wire/coerce.ts'
export { issueWords, type SchemaIssue } from './wire/issue.ts'
export { FormError, type Parameters, readParameters } from './wire/parameters.ts'
