import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { includeFiles, readZone } from './index.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zone-include-'))
  mkdirSync(join(folder, 'zones', 'parts'), { recursive: true })
  writeFileSync(join(folder, 'secret'), 'secret A 192.0.2.9\n')
  writeFileSync(join(folder, 'zones', 'parts', 'hosts.zone'), 'a A 192.0.2.1\n$INCLUDE more.zone\n')
  writeFileSync(join(folder, 'zones', 'parts', 'more.zone'), 'b A 192.0.2.2\n')
  symlinkSync(join(folder, 'secret'), join(folder, 'zones', 'link.zone'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const read = (text: string): string[] => readZone(text, { origin: 'example.', defaultTtl: 60, include: includeFiles(join(folder, 'zones')) }).records.map((record) => record.name)

describe('includeFiles', () => {
  it('reads files of its folder, and files beside them', () => {
    expect(read('$INCLUDE parts/hosts.zone')).toEqual(['a.example.', 'b.example.'])
  })

  it.each(['../secret', 'link.zone', 'parts/../../secret'])('does not leave its folder for %s', (path) => {
    expect(() => read(`$INCLUDE ${path}`)).toThrow('cannot be included')
  })
})
