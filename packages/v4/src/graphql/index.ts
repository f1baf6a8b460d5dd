/**
 * Analytics by GraphQL.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'

const GraphqlQuery = z.strictObject({
  /** The query, in GraphQL. */
  query: z.string().check(z.minLength(1)),
  /** Values of its variables. */
  variables: z.optional(z.record(z.string(), z.unknown())),
  /** Which operation to run, when the query has several. */
  operationName: z.optional(z.string()),
})
export interface GraphqlQuery extends z.input<typeof GraphqlQuery> {}

const GraphqlAnswer = z.object({
  /** What was asked for, in the shape of the query; null when that failed. */
  data: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  /** What went wrong; null when nothing did, for otherwise the call throws. */
  errors: z.optional(
    z.nullable(
      z.array(
        z.object({
          /** What is wrong. */
          message: z.string(),
          /** Where in the answer. */
          path: z.optional(z.nullable(z.array(z.union([z.string(), z.number()])))),
          /** More about it, such as a time and a code. */
          extensions: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
        }),
      ),
    ),
  ),
})
export interface GraphqlAnswer extends z.output<typeof GraphqlAnswer> {}

/**
 * Ask for analytics. The answer has no envelope.
 * @throws ApiError when the query is wrong; the service says so with HTTP 200.
 * @example
 * const query = '{ viewer { zones(filter: { zoneTag: "' + zone_id + '" }) { httpRequests1dGroups(limit: 7) { sum { bytes requests } dimensions { date } } } } }'
 * const { data } = await cf.graphql.query({ query })
 */
export const query = endpoint<GraphqlQuery, GraphqlAnswer>('POST /graphql', { input: GraphqlQuery, result: GraphqlAnswer, answer: 'bare', safety: 'read', permission: '#analytics:read', since: '2019-12' })
