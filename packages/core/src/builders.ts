import { any, array, boolean, custom, enum as oneOf, extend, gte, int, length, literal, lowercase, lte, maxLength, minLength, nullable, number, object, omit, optional, partial, pick, record, refine, regex, required, strictObject, string, union, unknown } from 'zod/mini'
import type { Builders } from './deferred.ts'

/** zod's builders by the names that `schema.ts` has for them. */
export const builders: Builders = { any, array, boolean, custom, enum: oneOf, extend, gte, int, length, literal, lowercase, lte, maxLength, minLength, nullable, number, object, omit, optional, partial, pick, record, refine, regex, required, strictObject, string, union, unknown }
