import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zones } from '@zonewright/v4'
import { describe, expect, it } from 'vitest'
import { hostGatewayManifest, legacyClientManifest, v4Manifest } from '../generators.ts'
import { root } from '../workspace.ts'
import type { Manifest, ManifestEndpoint } from './form.ts'
import { brokenLaws } from './laws.ts'
import { splitSummary } from './prose.ts'

/** Methods and paths of the service's documents of 2015, and those that the program cli4 knew beside them. */
const documented = JSON.parse(readFileSync(join(root, 'tools/src/manifest/documented-routes.json'), 'utf8')) as Readonly<Record<'2015' | 'cli4', readonly string[]>>

const good: ManifestEndpoint = {
  id: 'zones.get', module: 'zones', path: ['get'], protocol: 'v4', kind: 'call', method: 'GET', route: '/zones/{zone_id}', safety: 'read', permission: null, since: null, sunset: null,
  summary: 'Read a zone.', description: '', example: 'await cf.zones.get({ zone_id })', answer: 'envelope', body: 'none',
  input: [{ name: 'zone_id', in: 'path', required: true, type: 'string', description: 'Identifier of the zone.' }], result: 'Zone',
}
const faults = (...endpoints: ManifestEndpoint[]): string[] => brokenLaws({ endpoints })

describe.each([v4Manifest, legacyClientManifest, hostGatewayManifest])('$path', (generator) => {
  const text = readFileSync(join(root, generator.path), 'utf8')
  const manifest = JSON.parse(text) as Manifest

  it('is what its sources make, so that nobody reads an old one', async () => {
    expect(await generator.make()).toBe(text)
  })

  it('breaks no law', () => {
    expect(brokenLaws(manifest)).toEqual([])
  })

  it('is in the order of the ids', () => {
    const ids = manifest.endpoints.map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted())
  })
})

const endpointsIn = (path: string): readonly ManifestEndpoint[] => (JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest).endpoints

describe('the manifest of API v4', () => {
  const endpoints = endpointsIn(v4Manifest.path)

  it.each(Object.entries(documented))('has every route of %s', (_, routes) => {
    const declared = new Set(endpoints.map(({ method, route }) => `${method} ${route}`))
    expect(routes.length).toBeGreaterThan(70)
    expect(routes.filter((route) => !declared.has(route))).toEqual([])
  })

  it('says of each setting which plans may change it, and which values of 2015 it still takes', () => {
    const sayings: readonly (readonly [plans: string, words: RegExp])[] = [['pro business enterprise', /with Pro and higher plans\./i], ['business enterprise', /with Business and Enterprise\./i], ['enterprise', /with Enterprise only\./i]]
    for (const [name, setting] of Object.entries(zones.settings)) {
      if (!('facts' in setting && 'edit' in setting)) continue
      const { plans = [], old = {} } = setting.facts()
      const { summary = '', description = '' } = endpoints.find(({ id }) => id === `zones.settings.${name}.edit`) ?? {}
      const words = `${summary} ${description}`
      // A value that is for some plans only is said of that value.
      const said = sayings.filter(([, saying]) => saying.test(words.replaceAll(/`\w+` with [\w ]+\./g, ''))).map(([which]) => which)
      expect([name, ...said]).toEqual([name, ...(plans.length === 0 ? [] : [plans.join(' ')])])
      for (const value of Object.keys(old)) expect(words).toContain(`\`${value}\``)
    }
  })
})

describe('the manifests', () => {
  it('list what each API has', () => {
    expect(endpointsIn(v4Manifest.path).length).toBeGreaterThan(30)
    expect(new Set(endpointsIn(legacyClientManifest.path).map(({ route }) => route)).size).toBe(30)
    expect(endpointsIn(hostGatewayManifest.path)).toHaveLength(16)
  })

  it('say how inputs travel: a form has them all in its body', () => {
    for (const { input, body } of [legacyClientManifest, hostGatewayManifest].flatMap(({ path }) => endpointsIn(path))) {
      expect(input.map((one) => one.in)).toEqual(input.map(() => 'body'))
      expect(body).toBe(input.length === 0 ? 'none' : 'form')
    }
  })
})

describe('the laws', () => {
  it('let a complete endpoint pass', () => {
    expect(faults(good)).toEqual([])
  })

  it('ask for words', () => {
    expect(faults({ ...good, summary: '' })).toEqual(['zones.get has no summary: write a doc comment above it'])
    expect(faults({ ...good, example: '' })).toEqual(['zones.get has no @example'])
    expect(faults({ ...good, input: good.input.map((input) => ({ ...input, description: '' })) })).toEqual(['zones.get: zone_id has no description: write a doc comment on its own line above the field'])
  })

  it('ask for every name of the route among the required inputs', () => {
    expect(faults({ ...good, input: [] })).toEqual(['zones.get: {zone_id} of the route is not a required input'])
    expect(faults({ ...good, input: good.input.map((input) => ({ ...input, required: false })) })).toHaveLength(1)
  })

  it('ask for one declaration of an id and of a route, unless the older one has ended', () => {
    expect(faults(good, good)).toContain('zones.get is declared by zones.get and zones.get')
    expect(faults(good, { ...good, id: 'zones.read' })).toEqual(['v4 GET /zones/{zone_id} is declared by zones.get and zones.read'])
    expect(faults(good, { ...good, id: 'zones.read', sunset: '2020-01-01' })).toEqual([])
  })
})

describe('the summary', () => {
  it('is the first sentence, over line ends', () => {
    expect(splitSummary('Create a\nrecord. It lasts.\nLong.')).toEqual(['Create a record.', 'It lasts. Long.'])
    expect(splitSummary('Read a zone')).toEqual(['Read a zone', ''])
    expect(splitSummary('Addresses such as 192.0.2.1 are fine. Others not.')).toEqual(['Addresses such as 192.0.2.1 are fine.', 'Others not.'])
  })
})
