import type { AnyEndpoint } from '@zonewright/core'
import { ai, d1, logpush, pages, queues, r2, turnstile, workers } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { permissionGroups } from './rules/permission-groups.ts'
import { defaultSeed, parseSeed, seededIds } from './seed.ts'
import { declaredEndpoints } from '@zonewright/testing'
import { startTest, zoneId } from './testing/start.ts'

const products = [ai, d1, logpush, pages, queues, r2, turnstile, workers]
const endpoints = products.flatMap(declaredEndpoints)
const words: Readonly<Record<string, string>> = { account_id: seededIds.account("user@example.com's Account"), zone_id: zoneId, job_id: '1' }
const pathOf = ({ target }: AnyEndpoint): string => target.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => words[name] ?? 'a'.repeat(32))

describe('a token', () => {
  it('without the permission of a call gets nowhere with it', async () => {
    const value = 'reader-token-0123456789abcdef0123456789ab'
    const emulator = await startTest({ seed: parseSeed({ ...defaultSeed, tokens: [{ name: 'reader', value, user: 'user@example.com', permissions: ['#zone:read'] }] }) })
    const answers = await Promise.all(endpoints.map(async (endpoint) => [endpoint.route, (await emulator.call(endpoint.target.method, pathOf(endpoint), endpoint.target.method === 'GET' ? undefined : {}, { authorization: `Bearer ${value}` })).status] as const))
    expect(answers.length).toBeGreaterThan(70)
    expect(answers.filter(([, status]) => status !== 403)).toEqual([])
  })

  it('can be given every permission that these calls need', () => {
    const known = new Set(permissionGroups.map(({ permission }) => permission))
    expect(endpoints.flatMap(({ permission }) => (permission === undefined || known.has(permission) ? [] : [permission]))).toEqual([])
  })

  it('needs a permission for every call but those that take the token of an upload in its place', () => {
    expect(endpoints.filter(({ permission }) => permission === undefined).map(({ route }) => route)).toEqual(['POST /pages/assets/check-missing', 'POST /pages/assets/upload', 'POST /pages/assets/upsert-hashes', 'POST /accounts/{account_id}/workers/assets/upload'])
  })
})
