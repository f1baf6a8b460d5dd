import { graphql } from '@zonewright/v4'

import { reaches } from '../auth.ts'
import { microsecondDate } from '../clock.ts'
import { refuse } from '../errors.ts'
import { declaredInput } from '../rules/declared-input.ts'
import { type AskedZone, chosen, rowsOf } from '../rules/graphql/datasets.ts'
import { type Field, QueryError, readQuery } from '../rules/graphql/read.ts'
import { type Context, type Handler, serve } from './handler.ts'

const zonesFor = ({ state, actor }: Context, field: Field): readonly AskedZone[] => {
  const { filter } = field.arguments
  const { zoneTag, zoneTag_in: several } = (typeof filter === 'object' && filter !== null ? filter : {}) as Readonly<Record<string, unknown>>
  const ids = zoneTag === undefined ? (Array.isArray(several) ? several.map(String) : []) : [String(zoneTag)]
  if (ids.length === 0) throw new QueryError('zones needs a filter with zoneTag', ['viewer', field.alias])
  return ids.map((id, index) => {
    const zone = state.zones.byId(id)
    if (zone === undefined || !reaches(state, actor, zone)) throw new QueryError(`zone ${JSON.stringify(id)} does not have access to the path`, ['viewer', field.alias, index])
    return zone
  })
}

const zoneFields = (context: Context, zone: AskedZone, fields: readonly Field[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field.alias, field.name === 'zoneTag' ? zone.id : chosen(rowsOf({ zone, field, now: context.clock.now() }), field.fields)]))

const viewer = (context: Context, fields: readonly Field[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.map((field) => {
      if (field.name !== 'zones') throw new QueryError(`unknown field ${JSON.stringify(field.name)}`, ['viewer'])
      return [field.alias, zonesFor(context, field).map((zone) => zoneFields(context, zone, field.fields))]
    }),
  )

const answer = (context: Context, text: string, variables: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> =>
  Object.fromEntries(
    readQuery(text, variables).map((field) => {
      if (field.name !== 'viewer') throw new QueryError(`unknown field ${JSON.stringify(field.name)}`)
      return [field.alias, viewer(context, field.fields)]
    }),
  )

const query = (context: Context) => {
  const { query: text, variables } = declaredInput(graphql.query, context.input, () => refuse('request_invalid'))
  try {
    return { result: { data: answer(context, String(text), variables as Readonly<Record<string, unknown>> | undefined), errors: null } }
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    return { result: { data: null, errors: [{ message: error.message, path: error.path, extensions: { timestamp: microsecondDate(context.clock.now()) } }] } }
  }
}

/** Handlers of analytics by GraphQL. What is wrong with a query is said with HTTP 200, as the service does. */
export const graphqlHandlers: readonly Handler[] = [serve(graphql.query, query)]
