import { describe, expect, it } from 'vitest'
import { runCli } from './testing/run-cli.ts'
import { version } from './version.ts'

describe('the command line', () => {
  it('prints help and version to stdout and ends with 0', async () => {
    const help = await runCli(['--help'])
    expect(help).toMatchObject({ code: 0, err: '' })
    expect(help.out).toMatch(/^Usage: zw \[options\] \[command\]\n/)
    expect(await runCli(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
    expect((await runCli(['zone', 'import', '--help'])).out).toContain('zw zone import example.com.zone example.com')
  })

  it('suggests the near command for one that it does not know', async () => {
    expect(await runCli(['zoen'])).toEqual({ code: 64, out: '', err: "zw: unknown command 'zoen'; did you mean zone?; see zw --help\n" })
    expect(await runCli(['zone', 'improt'])).toEqual({ code: 64, out: '', err: "zw: unknown command 'improt'; did you mean import?; see zw --help\n" })
  })

  it('says what is wrong with options and arguments and ends with 64', async () => {
    expect(await runCli(['zones', '-o', 'xml'])).toEqual({ code: 64, out: '', err: "zw: option '-o, --output <form>' argument 'xml' is invalid. Expected one of table, json, yaml, csv, ndjson; see zw --help\n" })
    expect(await runCli(['zones', '--statsu', 'active'])).toEqual({ code: 64, out: '', err: "zw: unknown option '--statsu'; did you mean --status?; see zw --help\n" })
    expect(await runCli(['zone', 'import', 'x.zone'])).toEqual({ code: 64, out: '', err: "zw: missing required argument 'zone'; see zw --help\n" })
    expect(await runCli(['record', 'add', 'example.com', 'www', 'A', '192.0.2.1', '--ttl', 'soon'])).toEqual({ code: 64, out: '', err: "zw: option '--ttl <seconds>' argument 'soon' is invalid. Expected a whole number; see zw --help\n" })
    expect(await runCli(['record', 'add', 'example.com', 'www', 'A', '192.0.2.1', '--proxied', 'maybe'])).toEqual({ code: 64, out: '', err: "zw: option '--proxied [state]' argument 'maybe' is invalid. Expected true or false; see zw --help\n" })
  })

  it.each(['-1', '0', '1.5', 'abc'])('refuses %s as a limit', async (limit) => {
    expect(await runCli(['record', 'list', 'example.com', '--limit', limit])).toEqual({ code: 64, out: '', err: `zw: option '--limit <number>' argument '${limit}' is invalid. Expected a whole number from 1; see zw --help\n` })
  })

  it('refuses half of a certificate', async () => {
    expect(await runCli(['emulator', '--tls-key', 'key.pem'])).toEqual({ code: 64, out: '', err: 'zw: --tls-key and --tls-cert go together: give both, or neither\n' })
  })

  it('refuses -o where there is only one form', async () => {
    expect(await runCli(['emulator', '-o', 'json'])).toEqual({ code: 64, out: '', err: 'zw: -o json has no meaning here: this command says one line when it can serve; leave it out\n' })
    expect((await runCli(['api', 'dns', 'records', 'export-zone', '--zone-id', '023e105f4ecef8ad9ca31a8372d0c353', '-o', 'csv'])).code).toBe(64)
  })

  it('shows the help of a group without its command on stderr and ends with 64', async () => {
    const { code, out, err } = await runCli(['record'])
    expect({ code, out }).toEqual({ code: 64, out: '' })
    expect(err).toMatch(/^Usage: zw record/)
  })

  it('takes the global options before and after the command', async () => {
    const after = await runCli(['routes', '--find', 'purge', '-o', 'json'])
    expect(after.code).toBe(0)
    expect(await runCli(['-o', 'json', 'routes', '--find', 'purge'])).toEqual(after)
  })
})
