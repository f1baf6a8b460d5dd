import { any, array, boolean, custom, enum as oneOf, gte, int, lazy, literal, looseObject, lte, maxLength, minLength, nullable, number, object, optional, partial, record, refine, regex, strictObject, string, union, unknown } from 'zod/mini'
import type { Builders } from './deferred.ts'

/** zod's builders by the names that `schema.ts` has for them. */
export const builders: Builders = { any, array, boolean, custom, enum: oneOf, gte, int, lazy, literal, looseObject, lte, maxLength, minLength, nullable, number, object, optional, partial, record, refine, regex, strictObject, string, union, unknown }
