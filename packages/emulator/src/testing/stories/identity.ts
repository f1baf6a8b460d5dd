import { token } from '@zonewright/core'
import { accounts, billing, historic, memberships, user, zones } from '@zonewright/v4'

import { secondCredentials, secondUser, type Visitor, visitResource } from '../visitor.ts'

const dnsRole = '069fe803647ed3609e93d041d5df6050'

/** Users, tokens, accounts and what is written down about them. */
export const userStory = async (visitor: Visitor): Promise<void> => {
  const { visit, as, all } = visitor
  await visit(user.edit, { first_name: 'A' })
  await visit(user.get)
  const groups = await all(user.tokens.permissionGroups)
  const groupNamed = (wanted: string): { readonly id: unknown } => ({ id: groups.find(({ name }) => name === wanted)?.['id'] })
  const { account_id } = { account_id: (await visit(accounts.list))['id'] }
  const policies = [{ effect: 'allow', permission_groups: [groupNamed('Zone Read'), groupNamed('Account Settings Read')], resources: { [`com.cloudflare.api.account.${String(account_id)}`]: '*' } }]
  await visitResource(visitor, user.tokens, { id: 'token_id', create: { name: 'reader', policies }, update: { name: 'other', policies } })
  await visit(user.tokens.roll)
  await visit(user.tokens.verify)
  await visit(accounts.tokens.permissionGroups)
  const { value } = await visitResource(visitor, accounts.tokens, { id: 'token_id', create: { name: 'ci', policies }, update: { name: 'cd', policies } })
  await as(token(String(value))).visit(accounts.tokens.verify)
  await visit(accounts.tokens.roll)

  await visit(accounts.create, { name: 'Second' })
  await visit(accounts.update, { name: 'First' })
  await visit(accounts.get)
  await visit(accounts.roles.list)
  await visit(accounts.roles.get, { role_id: dnsRole })
  await visit(user.auditLogs.list)
  await visit(accounts.auditLogs.list)
  await visit(accounts.auditLogs.events, { since: '2026-11-20', before: '2026-11-21' })
}

/** Members come by invitation, today's or that of old, and leave. */
export const memberStory = async ({ visit, know, as }: Visitor): Promise<void> => {
  const second = as(secondCredentials())
  const { members } = accounts
  know({ role_id: dnsRole })
  const invite = async (): Promise<void> => {
    const { id } = await visit(members.create, { email: secondUser.email, roles: [dnsRole] })
    know({ member_id: id, membership_id: id })
  }
  await invite()
  await second.visit(memberships.update, { status: 'accepted' })
  await second.visit(memberships.get)
  await second.visit(memberships.list)
  await visit(members.list)
  await visit(members.get)
  await visit(members.update, { roles: [{ id: dnsRole }] })
  await second.visit(memberships.remove)
  await invite()
  await visit(members.remove)

  const { organizations, organizationInvites, organizationMembers, organizationRoles, userInvites, userOrganizations } = historic
  await visit(organizations.edit, { name: 'First' })
  await visit(organizations.get)
  await visit(organizationRoles.list)
  await visit(organizationRoles.get)
  const inviteAsOfOld = async (): Promise<void> => {
    const { id } = await visit(organizationInvites.create, { invited_member_email: secondUser.email, roles: [{ id: dnsRole }] })
    know({ member_id: id, invite_id: id })
  }
  await inviteAsOfOld()
  await visit(organizationInvites.edit, { roles: [{ id: dnsRole }] })
  await visit(organizationInvites.get)
  await visit(organizationInvites.list)
  await second.visit(userInvites.list)
  await second.visit(userInvites.get)
  await second.visit(userInvites.edit, { status: 'accepted' })
  await second.visit(userOrganizations.list)
  await second.visit(userOrganizations.get)
  await visit(organizationMembers.list)
  await visit(organizationMembers.get)
  await visit(organizationMembers.edit, { roles: [{ id: dnsRole }] })
  await second.visit(userOrganizations.remove)
  await inviteAsOfOld()
  await second.visit(userInvites.edit, { status: 'accepted' })
  await visit(organizationMembers.remove)
  await inviteAsOfOld()
  await visit(organizationInvites.remove)
}

/** Plans, bills and the profile that is billed. */
export const billingStory = async ({ visit, know, all }: Visitor): Promise<void> => {
  const { id: zone_id } = await visit(zones.create, { name: 'paid.example' })
  await visit(zones.subscription.create, { zone_id, rate_plan: { id: 'pro' } })
  await visit(zones.subscription.update, { zone_id, frequency: 'yearly' })
  const { id: identifier } = await visit(zones.subscription.get, { zone_id })
  await visit(user.subscriptions.list)
  await visit(user.subscriptions.update, { identifier, rate_plan: { id: 'business' } })
  know({ subscription_id: (await visit(historic.zoneSubscriptions.list))['id'] })
  await visit(historic.zoneSubscriptions.get)
  for (const { id } of await all(user.subscriptions.list)) await visit(user.subscriptions.remove, { identifier: id })

  const { id: app } = await visit(accounts.subscriptions.create, { app: { install_id: 'example-app' }, rate_plan: { id: 'team' } })
  know({ subscription_identifier: app, subscription_id: app })
  await visit(accounts.subscriptions.update, { frequency: 'quarterly' })
  await visit(accounts.subscriptions.list)
  await visit(historic.appSubscriptions.list)
  await visit(historic.appSubscriptions.get)
  await visit(accounts.subscriptions.remove)

  await visit(billing.history)
  const profile = { first_name: 'A', last_name: 'B', address: '1 Street', city: 'C', state: 'D', zipcode: '12345', country: 'US', card_number: '4111111111111111', card_expiry_year: 2030, card_expiry_month: 4, card_cvv: '123' }
  await visit(historic.billingProfile.create, profile)
  await visit(historic.billingProfile.update, profile)
  await visit(historic.billingProfile.edit, { vat: 'NL000099998B57' })
  await visit(billing.profile)
  await visit(historic.billingProfile.remove)
}
