import { type Client, createClient, globalKey } from '@zonewright/core'
import { accounts, dns, historic, memberships, zones } from '@zonewright/v4'
import { describe, expect, it, onTestFinished } from 'vitest'

import { defaultSeed, seededIds } from './seed.ts'
import { demo, manualClock, startTest, zoneId as zone_id } from './testing/start.ts'

const account_id = seededIds.account(defaultSeed.accounts[0]?.name ?? '')
const superRole = '33666b9c79b9a5273fc7344ff42f953d'
const dnsRole = '069fe803647ed3609e93d041d5df6050'
const readRole = 'f2b20eaa1a5d4af42b53ac16238c99c7'
const second = { email: 'two@example.com', api_key: 'c2547eb745079dac9320b638f5e225cf483cc' }

const start = async () => {
  const clock = manualClock()
  const emulator = await startTest({ clock, seed: { ...defaultSeed, users: [...defaultSeed.users, { ...second, first_name: 'Two' }] } })
  const clientOf = (email: string, key: string): Client => {
    const client = createClient({ baseUrl: emulator.url, credentials: globalKey(email, key), validate: 'throw', retry: false, throttle: false })
    onTestFinished(() => client.close())
    return client
  }
  return { clock, client: clientOf(demo.email, demo.key), other: clientOf(second.email, second.api_key) }
}

describe('a member', () => {
  it('is invited, accepts, and gets in with the roles of the invitation', async () => {
    const { client, other } = await start()
    await expect(other.call(zones.get, { zone_id })).rejects.toMatchObject({ status: 403 })
    const { id } = await client.call(accounts.members.create, { account_id, email: second.email, roles: [dnsRole] })
    expect(await client.list(accounts.members.list, { account_id, status: 'pending' }).all({ limit: 10 })).toMatchObject([{ id, user: { email: second.email, first_name: 'Two' }, roles: [{ name: 'DNS' }] }])
    expect(await other.list(memberships.list, {}).all({ limit: 10 })).toMatchObject([{ id, status: 'pending', account: { id: account_id } }])
    await expect(other.call(zones.get, { zone_id })).rejects.toMatchObject({ status: 403 })
    expect(await other.call(memberships.update, { membership_id: id, status: 'accepted' })).toMatchObject({ status: 'accepted', permissions: { dns_records: { read: true, edit: true } } })
    await other.call(dns.records.create, { zone_id, type: 'A', name: 'www', content: '192.0.2.1' })
    await expect(other.call(zones.edit, { zone_id, paused: true })).rejects.toMatchObject({ status: 403, faults: [{ code: 10000 }] })
    await expect(other.list(accounts.members.list, { account_id }).all({ limit: 10 })).rejects.toMatchObject({ status: 403, faults: [{ code: 9109 }] })
  })

  it('may do what new roles let it do, until it is removed', async () => {
    const { client, other } = await start()
    const { id } = await client.call(accounts.members.create, { account_id, email: second.email, roles: [dnsRole], status: 'accepted' })
    expect(await client.call(accounts.members.update, { account_id, member_id: id, roles: [{ id: readRole }] })).toMatchObject({ roles: [{ id: readRole }] })
    await expect(other.call(dns.records.create, { zone_id, type: 'A', name: 'www', content: '192.0.2.1' })).rejects.toMatchObject({ status: 403 })
    expect(await other.call(dns.records.usage, { zone_id })).toMatchObject({ record_usage: 0 })
    expect(await client.call(accounts.members.get, { account_id, member_id: id })).toMatchObject({ status: 'accepted' })
    expect(await client.call(accounts.members.remove, { account_id, member_id: id })).toEqual({ id })
    await expect(other.call(zones.get, { zone_id })).rejects.toMatchObject({ status: 403 })
  })

  it('who says no can be invited again', async () => {
    const { client, other } = await start()
    const { id } = await client.call(accounts.members.create, { account_id, email: second.email, roles: [dnsRole] })
    expect(await other.call(memberships.update, { membership_id: id, status: 'rejected' })).toMatchObject({ status: 'rejected' })
    const again = await client.call(accounts.members.create, { account_id, email: second.email, roles: [superRole] })
    expect(await other.call(memberships.get, { membership_id: again.id })).toMatchObject({ status: 'pending' })
    await expect(other.call(memberships.get, { membership_id: id })).rejects.toMatchObject({ status: 404 })
  })

  it('may leave, but not the last super administrator', async () => {
    const { client, other } = await start()
    const { id } = await client.call(accounts.members.create, { account_id, email: second.email, roles: [superRole], status: 'accepted' })
    await other.call(memberships.remove, { membership_id: id })
    const [own] = await client.list(memberships.list, { 'account.name': 'account', order: 'account.name' }).all({ limit: 10 })
    await expect(client.call(memberships.remove, { membership_id: own?.id ?? '' })).rejects.toMatchObject({ status: 400, faults: [{ code: 1015 }] })
    await expect(client.call(accounts.members.update, { account_id, member_id: own?.id ?? '', roles: [{ id: dnsRole }] })).rejects.toMatchObject({ status: 400 })
  })

  it('is listed in order and page by page', async () => {
    const { client } = await start()
    for (const name of ['c', 'a', 'b']) await client.call(accounts.members.create, { account_id, email: `${name}@example.net`, roles: [dnsRole] })
    const emails = await client.list(accounts.members.list, { account_id, order: 'user.email', direction: 'desc', per_page: 2 }).all({ limit: 10 })
    expect(emails.map(({ user }) => user.email)).toEqual(['user@example.com', 'c@example.net', 'b@example.net', 'a@example.net'])
  })
})

describe('an account', () => {
  it('is created with its creator as super administrator', async () => {
    const { client, other } = await start()
    const account = await other.call(accounts.create, { name: 'Second', type: 'enterprise' })
    expect(account).toMatchObject({ name: 'Second', type: 'enterprise' })
    expect(await other.list(accounts.members.list, { account_id: account.id }).all({ limit: 10 })).toMatchObject([{ email: second.email, roles: [{ id: superRole }] }])
    await expect(client.call(accounts.get, { account_id: account.id })).rejects.toMatchObject({ status: 403 })
    await other.call(zones.create, { name: 'example.net', account: { id: account.id } })
    expect(await other.list(zones.list, {}).all({ limit: 10 })).toMatchObject([{ name: 'example.net' }])
  })

  it('has roles', async () => {
    const { client } = await start()
    const roles = await client.list(accounts.roles.list, { account_id }).all({ limit: 50 })
    expect(await client.call(accounts.roles.get, { account_id, role_id: dnsRole })).toEqual(roles.find(({ id }) => id === dnsRole))
  })
})

describe('an organization', () => {
  const organization_id = account_id

  it('is the account under its first name', async () => {
    const { client } = await start()
    await client.call(historic.organizations.edit, { organization_id, name: 'Renamed' })
    expect(await client.call(accounts.get, { account_id })).toMatchObject({ name: 'Renamed' })
    const organization = await client.call(historic.organizations.get, { organization_id })
    expect(organization).toMatchObject({ id: account_id, name: 'Renamed', members: [{ email: demo.email, name: null }], invites: [] })
    expect(await client.call(historic.organizationRoles.list, { organization_id })).toEqual(organization.roles)
    expect(await client.call(historic.organizationRoles.get, { organization_id, role_id: dnsRole })).toMatchObject({ permissions: ['#account:read', '#dns_records:edit', '#dns_records:read', '#zone:read'] })
  })

  it('invites; the invitation is a pending member of the account', async () => {
    const { client, other } = await start()
    const invite = await client.call(historic.organizationInvites.create, { organization_id, invited_member_email: second.email, roles: [{ id: dnsRole }] })
    expect(invite).toMatchObject({ invited_by: demo.email, invited_on: '2026-11-20T12:00:00Z', expires_on: '2026-11-27T12:00:00Z', status: 'pending' })
    expect(await client.call(accounts.members.get, { account_id, member_id: invite.id })).toMatchObject({ status: 'pending' })
    expect(await client.call(historic.organizationInvites.edit, { organization_id, invite_id: invite.id, roles: [{ id: readRole }] })).toMatchObject({ roles: [{ id: readRole }] })
    expect(await other.call(historic.userInvites.list, {})).toMatchObject([{ id: invite.id, organization_id }])
    expect(await other.list(historic.userOrganizations.list, { status: 'invited' }).all({ limit: 10 })).toMatchObject([{ id: organization_id }])
    expect(await other.call(historic.userInvites.edit, { invite_id: invite.id, status: 'accepted' })).toMatchObject({ status: 'accepted' })
    expect(await other.call(historic.userOrganizations.get, { organization_id })).toMatchObject({ status: 'member', roles: ['Administrator Read Only'] })
    expect(await client.call(historic.organizationMembers.list, { organization_id })).toMatchObject([{ email: demo.email }, { email: second.email, name: 'Two' }])
    expect(await client.call(historic.organizationMembers.edit, { organization_id, member_id: invite.id, roles: [{ id: dnsRole }] })).toMatchObject({ roles: [{ id: dnsRole }] })
    expect(await other.call(historic.userOrganizations.remove, { organization_id })).toEqual({ id: organization_id })
    await expect(client.call(historic.organizationMembers.get, { organization_id, member_id: invite.id })).rejects.toMatchObject({ status: 404 })
  })

  it('shows an invitation as expired after its week, and takes invitations and members back', async () => {
    const { client, other, clock } = await start()
    const { id } = await client.call(historic.organizationInvites.create, { organization_id, invited_member_email: second.email, roles: [{ id: dnsRole }] })
    clock.advance(7 * 24 * 3600 * 1000)
    expect(await client.call(historic.organizationInvites.get, { organization_id, invite_id: id })).toMatchObject({ status: 'expired' })
    await expect(other.call(historic.userInvites.edit, { invite_id: id, status: 'accepted' })).rejects.toMatchObject({ status: 400, faults: [{ code: 1016 }] })
    expect(await other.call(historic.userInvites.get, { invite_id: id })).toMatchObject({ status: 'expired' })
    await client.call(historic.organizationInvites.remove, { organization_id, invite_id: id })
    expect(await client.call(historic.organizationInvites.list, { organization_id })).toEqual([])
    const next = await client.call(historic.organizationInvites.create, { organization_id, invited_member_email: second.email, roles: [{ id: dnsRole }], auto_accept: true })
    expect(await client.call(historic.organizationMembers.remove, { organization_id, member_id: next.id })).toEqual({ id: next.id })
  })
})
