import { ApiError } from '@zonewright/core'
import { accounts, firewall } from '@zonewright/v4'
import { isIP } from 'node:net'
import { FormPostFault } from '../../fault.ts'
import type { ClientScene } from '../scene.ts'

/** What the client API can say of an address, and what that is in API v4. */
export const addressWords = { WL: 'whitelist', BAN: 'block', NUL: undefined } as const

/** What was done with an address. */
export type AddressWord = keyof typeof addressWords

/** Whose list it is: the whole account's. */
const accountOf = async ({ caller }: ClientScene): Promise<string> => {
  if (caller.accountId !== undefined) return caller.accountId
  const account = await caller.v4.list(accounts.list, {}).first()
  if (account === undefined) throw new FormPostFault({ message: 'Invalid token or email', word: 'E_UNAUTH' })
  return account.id
}

/**
 * Puts an address on the account's list of those that are let through or kept out, or takes it from both. Rules of other
 * kinds for the same address stay.
 * @throws FormPostFault `E_INVLDIP` for what is no address.
 */
export const setAddressRule = async (scene: ClientScene, ip: string, word: AddressWord): Promise<void> => {
  const family = isIP(ip)
  if (family === 0) throw new FormPostFault({ message: `${ip} is not an IP address.`, word: 'E_INVLDIP' })
  const target = family === 4 ? 'ip' : 'ip6'
  const account_id = await accountOf(scene)
  const { v4 } = scene.caller
  const known = await v4.list(firewall.accountAccessRules.list, { account_id, 'configuration.target': target, 'configuration.value': ip }).all()
  const ours = known.filter(({ mode }) => mode === 'whitelist' || mode === 'block')
  const mode = addressWords[word]
  const [first, ...others] = mode === undefined ? [] : ours
  // One rule is left for one address: what else there is of it goes.
  for (const rule of mode === undefined ? ours : others) await removeRule(scene, account_id, rule.id)
  if (mode === undefined || first?.mode === mode) return
  if (first !== undefined) await v4.call(firewall.accountAccessRules.edit, { account_id, rule_id: first.id, mode })
  else await v4.call(firewall.accountAccessRules.create, { account_id, mode, configuration: { target, value: ip }, notes: 'set through the client API' })
}

const removeRule = async ({ caller }: ClientScene, account_id: string, rule_id: string): Promise<void> => {
  try {
    await caller.v4.call(firewall.accountAccessRules.remove, { account_id, rule_id })
  } catch (error) {
    // Somebody else was quicker.
    if (!(error instanceof ApiError) || error.status !== 404) throw error
  }
}
