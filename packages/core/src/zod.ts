/**
 * What schemas are built with, loaded at once: for programs that use schemas by themselves and not only in calls.
 * @example
 * import '@zonewright/core/zod'
 * import { object, string } from '@zonewright/core/schema'
 *
 * console.log(object({ name: string() }).parse({ name: 'www' }))
 * @module
 */
import { builders } from './builders.ts'
import { useBuilders } from './deferred.ts'

useBuilders(builders)
