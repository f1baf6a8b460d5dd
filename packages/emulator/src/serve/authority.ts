import { type Authority, newAuthority } from '../rules/certificates/issue.ts'
import type { State } from '../state/state.ts'

/** The authority of a scope; it is made when it is needed first and stays. */
export const authorityFor = (state: State, scope: string, name: string): Authority => {
  const kept = state.documents.collection<Authority>('certificate_authorities')
  const known = kept.get(scope, name)
  if (known !== undefined) return known
  const authority = newAuthority(name)
  kept.put(scope, name, authority)
  return authority
}
