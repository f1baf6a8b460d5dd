import { memoryTransport } from '@zonewright/core/memory'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../testing/run-cli.ts'

const zone = '023e105f4ecef8ad9ca31a8372d0c353'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zw-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('zw zone print with -o', () => {
  const file = '$TTL 60\na A 192.0.2.1\nb TXT "x, y"\n'
  const printed = async (form: string): Promise<string> => (await runCli(['zone', 'print', '-', '--origin', 'example.com', '-o', form], { stdin: file })).out

  it('writes records as rows, and as lines of a zone file in the default form', async () => {
    expect(await printed('ndjson')).toBe('{"name":"a.example.com.","ttl":60,"class":"IN","type":"A","rdata":"192.0.2.1"}\n{"name":"b.example.com.","ttl":60,"class":"IN","type":"TXT","rdata":"\\"x, y\\""}\n')
    expect(await printed('csv')).toBe('name,ttl,class,type,rdata\r\na.example.com.,60,IN,A,192.0.2.1\r\nb.example.com.,60,IN,TXT,"""x, y"""\r\n')
    expect(JSON.parse(await printed('json'))).toMatchObject([{ name: 'a.example.com.', rdata: '192.0.2.1' }, { type: 'TXT' }])
    expect(await printed('yaml')).toMatch(/^- name: a\.example\.com\.\n {2}ttl: 60\n/)
    expect(await printed('table')).toBe('a.example.com. 60 IN A 192.0.2.1\nb.example.com. 60 IN TXT "x, y"\n')
  })

  it('tells the faults and ends with 1 in every form', async () => {
    expect(await runCli(['zone', 'print', '-', '--origin', 'example.com', '-o', 'ndjson'], { stdin: 'a 60 A x\n' })).toMatchObject({ code: 1, out: '' })
  })
})

describe('zw zone check with -o', () => {
  it.each([
    ['csv', 'file,valid,records,errors\r\nstdin,true,1,0\r\n'],
    ['ndjson', '{"file":"stdin","valid":true,"records":1,"errors":0}\n'],
    ['yaml', 'file: stdin\nvalid: true\nrecords: 1\nerrors: 0\n'],
  ])('gives the verdict as %s', async (form, text) => {
    expect((await runCli(['zone', 'check', '-', '--origin', 'example.com', '-o', form], { stdin: 'a 60 A 192.0.2.1\n' })).out).toBe(text)
  })
})

describe('zw zone export', () => {
  it.each(['json', 'yaml', 'csv', 'ndjson'])('refuses -o %s, for it writes a zone file', async (form) => {
    expect(await runCli(['zone', 'export', 'example.com', '-o', form])).toEqual({ code: 64, out: '', err: `zw: -o ${form} has no meaning here: this command writes a zone file; zw record list has other forms; leave it out\n` })
  })

  it('keeps the old file when the answer is empty', async () => {
    const file = join(folder, 'kept.zone')
    await writeFile(file, 'old')
    const transport = memoryTransport(() => ({ status: 200, headers: { 'content-type': 'text/plain' }, body: '' }))
    const { code, out, err } = await runCli(['zone', 'export', zone, '--out', file], { transport })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).not.toBe('')
    expect(await readFile(file, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['kept.zone'])
    expect((await runCli(['zone', 'export', zone], { transport })).code).toBe(1)
  })
})

describe('$INCLUDE', () => {
  it('says why a file could not be included', async () => {
    const file = join(folder, 'lost.zone')
    await writeFile(file, '$INCLUDE none.zone\n$INCLUDE /etc/passwd\n')
    const { code, err } = await runCli(['zone', 'print', file, '--origin', 'example.com'])
    expect(code).toBe(1)
    expect(err).toContain(`zw: ${file}:1:10: "none.zone" cannot be included; expected a file that the resolver finds; there is no such file; check the path\n`)
    expect(err).toContain(`/etc/passwd lies outside of ${folder}; check the path\n`)
    await rm(file)
  })
})
