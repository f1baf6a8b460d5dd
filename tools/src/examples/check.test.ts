import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readMember, root } from '../workspace.ts'
import { exampleFaults, moduleAround } from './check.ts'
import type { Example } from './collect.ts'

const v4 = readMember(join(root, 'packages/v4'))
const example = (text: string): Example => ({ member: v4, file: join(v4.folder, 'src/dns/records.ts'), line: 7, text })

describe('examples in doc comments', () => {
  it('pass when they type-check with the names that their readers know', () => {
    expect(exampleFaults([example("await cf.dns.records.create({ zone_id, name: 'www', type: 'A', content: '192.0.2.1' })"), example("const client = createClient({ credentials: token('t') }); await client.call(get, { zone_id, dns_record_id: id })"), example("if (error instanceof ApiError) return 'no'")])).toEqual([])
  })

  it('fail with the place, the line and what is wrong', () => {
    expect(exampleFaults([example("await cf.dns.records.create({ zone_id, name: 'www', kind: 'A' })"), example('await nowhere()')])).toEqual([
      expect.stringContaining("packages/v4/src/dns/records.ts:7: the example does not type-check: Object literal may only specify known properties, and 'kind' does not exist"),
      "packages/v4/src/dns/records.ts:7: the example does not type-check: Cannot find name 'nowhere'.",
    ])
  })

  it('import what the example names: from its file first, then from its package, then from others', () => {
    const exportsOf = (source: string): ReadonlySet<string> => new Set(source === 'own.ts' ? ['get'] : source === 'package.ts' ? ['get', 'list'] : ['list', 'transport'])
    const places = [{ specifier: 'p', source: 'package.ts', own: true }, { specifier: 'other', source: 'other.ts', own: false }]
    expect(moduleAround({ ...example('get(list, transport, item.transport)'), file: 'own.ts' }, places, exportsOf).split('\n')[0]).toBe("import { get } from 'own.ts'; import { list } from 'p'; import { transport } from 'other'; export {}")
  })
})
