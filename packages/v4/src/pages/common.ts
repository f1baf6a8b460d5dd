import { identifier, inAccount } from '../common.ts'

/** The project that a call is about. */
export const oneProject = {
  ...inAccount,
  /** Name of the project. */
  project_name: identifier,
}
