import { refuse } from '../errors.ts'
import type { Collection } from '../state/documents.ts'
import { accountOf } from './account-scope.ts'
import type { Context } from './handler.ts'

type Fields = Readonly<Record<string, unknown>>

/** A project as it is kept, under its name. */
export interface Project {
  readonly id: string
  readonly subdomain: string
  readonly production_branch: string
  readonly source: Fields | null
  readonly build_config: Fields
  readonly deployment_configs: Readonly<Record<'preview' | 'production', Fields>>
  readonly created_on: string
}

/** A project of an account. */
export interface FoundProject {
  readonly account: string
  readonly name: string
  readonly project: Project
}

/** Projects by account. */
export const projectsIn = ({ state }: Context): Collection<Project> => state.documents.collection('pages_projects')

/** The refusal of a field. */
export const pagesInvalid = (field: string, detail: string) => refuse('pages_invalid', { field, detail })

/** @throws Refusal `pages_project_not_found`. */
export const projectOf = (context: Context): FoundProject => {
  const account = accountOf(context).id
  const name = String(context.input['project_name'])
  const project = projectsIn(context).get(account, name)
  if (project === undefined) throw refuse('pages_project_not_found')
  return { account, name, project }
}
