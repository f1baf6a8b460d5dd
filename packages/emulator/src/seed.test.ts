import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it, onTestFinished } from 'vitest'

import { systemClock } from './clock.ts'
import { defaultSeed, loadSeed, parseSeed, seededIds, sow } from './seed.ts'
import { SeedError } from './seed-reader.ts'
import { openState } from './state/state.ts'

const sown = (json: unknown) => {
  const state = openState()
  onTestFinished(() => state.close())
  sow(state, parseSeed(json), systemClock)
  return state
}

describe('a seed', () => {
  it('gives the same identifiers on every machine', () => {
    expect(seededIds.zone('example.com')).toBe('2ebc3b25e5b82662f032d2d540301afa')
    const state = sown(defaultSeed)
    expect(state.zones.byName('example.org')).toMatchObject({ id: seededIds.zone('example.org'), status: 'active', plan: 'pro' })
  })

  it('keeps tokens as hashes only', () => {
    const state = sown(defaultSeed)
    expect(JSON.stringify(state.tokens.bySecret('zw-demo-token-0123456789abcdef0123456789'))).not.toContain('zw-demo')
    expect(state.hostKeys.byKey('8afbe6dea02407989af4dd4c97bb6e25')).toMatchObject({ name: 'host' })
  })

  it('comes from a file, with records', () => {
    const directory = mkdtempSync(join(tmpdir(), 'emulator-seed-'))
    onTestFinished(() => rmSync(directory, { recursive: true }))
    const file = join(directory, 'seed.json')
    writeFileSync(file, JSON.stringify({ accounts: [{ name: 'a' }], zones: [{ name: 'example.net', status: 'pending', records: [{ type: 'A', name: '@', content: '192.0.2.1' }] }] }))
    const state = openState()
    onTestFinished(() => state.close())
    sow(state, loadSeed(file), systemClock)
    expect(state.records.all(seededIds.zone('example.net'))).toMatchObject([{ wire: { name: 'example.net', content: '192.0.2.1' } }])
    writeFileSync(file, '{')
    expect(() => loadSeed(file)).toThrow('is no JSON')
    expect(() => loadSeed(join(directory, 'none'))).toThrow('cannot be read')
  })

  it.each([
    [[], 'the file must be an object'],
    [{ zonez: [] }, 'zonez is not known'],
    [{ zones: {} }, 'zones must be a list'],
    [{ zones: [1] }, 'zones[0] must be an object'],
    [{ tokens: [{ name: 't', value: 'short', user: 'x@example.com' }] }, 'tokens[0].value must be a token'],
    [{ users: [{ email: 'x@example.com', api_key: 'short' }] }, 'users[0].api_key must be a global API key'],
    [{ zones: [{ name: '' }] }, 'zones[0].name must be a text that is not empty'],
    [{ zones: [{ name: 'example.com', plan: 'gold' }] }, 'zones[0].plan must be one of free, pro, business, enterprise'],
    [{ zones: [{ name: 'example.com', status: 'done' }] }, 'zones[0].status must be one of'],
    [{ zones: [{ name: 'example.com', records: [1] }] }, 'zones[0].records[0] must be an object'],
    [{ zones: [{ name: 'example.com' }] }, 'zones[0] needs an account'],
    [{ accounts: [{ name: 'a', members: ['x@example.com'] }] }, 'accounts[0].members names "x@example.com"'],
    [{ tokens: [{ name: 't', value: 't'.repeat(40), user: 'x@example.com' }] }, 'tokens[0].user names "x@example.com"'],
  ])('%j is refused: %s', (json, message) => {
    expect(() => sown(json)).toThrow(SeedError)
    expect(() => sown(json)).toThrow(message)
  })

  it('that breaks a rule leaves nothing behind', () => {
    const state = openState()
    onTestFinished(() => state.close())
    const seed = parseSeed({ accounts: [{ name: 'a' }], zones: [{ name: 'example.net', records: [{ type: 'A', name: '@', content: 'x' }] }] })
    expect(() => sow(state, seed, systemClock)).toThrow('IPv4')
    expect(state.isEmpty()).toBe(true)
  })
})
