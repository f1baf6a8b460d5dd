import { seededIds } from '../seed.ts'
import type { ErrorCase } from '../testing/error-case.ts'
import type { Answer, TestEmulator } from '../testing/start.ts'

const path = `/accounts/${seededIds.account("user@example.com's Account")}/pages/projects`
const deployments = `${path}/docs/deployments`
const project = { name: 'docs', production_branch: 'main' }
const unknownId = '00000000-0000-4000-8000-000000000000'

/** Makes a project, uploads a version for a branch and sends what is asked for it. */
const afterUpload = (branch: string, send: (emulator: TestEmulator, id: string) => Promise<Answer>) => async (emulator: TestEmulator): Promise<Answer> => {
  await emulator.call('POST', path, project)
  const form = new FormData()
  form.set('branch', branch)
  form.set('manifest', '{"/index.html":"a"}')
  const { json } = await emulator.call('POST', deployments, form)
  return send(emulator, json.result.id)
}

/** A request for every refusal of Pages. */
export const pagesErrorCases: readonly ErrorCase[] = [
  { key: 'pages_project_exists', when: 'another project has the name', send: async (emulator) => {
    await emulator.call('POST', path, project)
    return emulator.call('POST', path, project)
  } },
  { key: 'pages_project_not_found', when: 'the project is not there', send: (emulator) => emulator.call('GET', deployments) },
  { key: 'pages_deployment_not_found', when: 'the version is not there', send: afterUpload('main', (emulator) => emulator.call('GET', `${deployments}/${unknownId}`)) },
  { key: 'pages_invalid', when: 'the name of a project has a capital', send: (emulator) => emulator.call('POST', path, { ...project, name: 'Docs' }) },
  { key: 'pages_invalid', when: 'a project has no branch', send: (emulator) => emulator.call('POST', path, { name: 'docs' }) },
  { key: 'pages_active', when: 'the version that is shown is deleted', send: afterUpload('main', (emulator, id) => emulator.call('DELETE', `${deployments}/${id}`)) },
  { key: 'pages_aliased', when: 'the newest preview of a branch is deleted', send: afterUpload('next', (emulator, id) => emulator.call('DELETE', `${deployments}/${id}`)) },
  { key: 'pages_rollback', when: 'a preview should be shown to all', send: afterUpload('next', (emulator, id) => emulator.call('POST', `${deployments}/${id}/rollback`)) },
  { key: 'upload_token', when: 'files come with the credentials of a user', send: (emulator) => emulator.call('POST', '/pages/assets/check-missing', { hashes: [] }) },
  { key: 'pages_manifest', when: 'a project without a repository is to be built', send: afterUpload('main', (emulator) => emulator.call('POST', deployments, new FormData())) },
]
