import type { ErrorRow } from '../errors.ts'

/** Refusals of Pages. */
export const pagesErrors = {
  pages_project_exists: { code: 8000002, message: 'A project with this name already exists. Choose a different project name.', status: 409, source: 'issue' },
  pages_project_not_found: { code: 8000007, message: 'Project not found. The specified project name does not match any of your existing projects.', status: 404, source: 'issue' },
  pages_deployment_not_found: { code: 8000009, message: 'The deployment ID you have specified does not exist.', status: 404, source: 'issue' },
  pages_invalid: { code: 8000005, message: "Invalid value for '{field}': {detail}", status: 400, source: 'inferred' },
  pages_active: { code: 8000034, message: 'This is the active production deployment; it cannot be deleted.', status: 400, source: 'client' },
  pages_aliased: { code: 8000035, message: 'An alias leads to this deployment; give force to delete it.', status: 400, source: 'inferred' },
  pages_rollback: { code: 8000039, message: 'Only a successful production deployment can be rolled back to.', status: 400, source: 'inferred' },
  upload_token: { code: 8000013, message: 'The upload token is invalid or has expired.', status: 403, source: 'client' },
  pages_manifest: { code: 8000096, message: 'A "manifest" field was expected in the request body but was not provided.', status: 400, source: 'issue' },
} as const satisfies Readonly<Record<string, ErrorRow>>
