import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPlan } from './apply-plan.ts'
import { planZone } from './plan-zone.ts'
import { printHtml } from './report-html.ts'
import { memoryStore, record, stored, zone } from './testing/memory-store.ts'

const page = async () => {
  const store = memoryStore([stored('1', record('www', 'A', '192.0.2.1', { attributes: { comment: 'old' } })), stored('2', record('x', 'A', '192.0.2.1'))])
  const { plan, held } = await planZone(store, zone, [record('www', 'A', '192.0.2.2', { ttl: 60, attributes: { comment: '<script>alert(1)</script>' } }), record('t', 'TXT', '"\\"><img src=x>"')], { allow: ['deletes'] })
  return { plan, report: await applyPlan(store, plan, { held, run: 'run-1' }) }
}

describe('the page of a plan', () => {
  it('shows each name with what goes and comes, the outcome and the call', async () => {
    const html = printHtml({ ...(await page()), source: 'example.com.zone' })
    expect(html).toContain('<th scope="rowgroup" rowspan="1">www</th>')
    expect(html).toContain('<del><code>192.0.2.1</code></del> <ins><code>192.0.2.2</code></ins>')
    expect(html).toContain('<td class="done">done <code>call-1</code></td>')
    expect(html).toContain('<dt>run</dt><dd>run-1</dd>')
    expect(html).toContain('1 new, 1 changed, 1 deleted')
  })

  it('loads nothing and runs nothing: no script, no link, no image, whatever the records hold', async () => {
    const html = printHtml(await page())
    expect(html).toContain("default-src 'none'")
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toMatch(/<script|<img|<link|<iframe|src=x>|href|https?:/)
  })

  it('tells beside each change that was refused or left out why', async () => {
    const store = memoryStore([], { refuses: ({ name }) => name.startsWith('bad.') })
    const { plan, held } = await planZone(store, zone, [record('bad', 'A', '192.0.2.1'), record('good', 'A', '192.0.2.1'), record('www', 'CNAME', 'bad.example.com.')])
    const html = printHtml({ plan, report: await applyPlan(store, plan, { held, onError: 'skip' }) })
    expect(html).toMatch(/<td class="failed">refused <code>call-\d<\/code> <span class="note">bad\.example\.com\. is refused<\/span><\/td>/)
    expect(html).toContain('<td class="failed">left out <span class="note">it is an alias of bad.example.com., which is not there</span></td>')
  })

  it('is readable in light and dark', async () => {
    const html = printHtml(await page())
    expect(html).toContain('prefers-color-scheme: dark')
    expect(html).toContain('content="light dark"')
  })

  it('escapes any text: no element is there that is not ours', async () => {
    const store = memoryStore()
    const elements = (text: string): string[] => [...text.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name ?? '')
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }).map((text) => `x${text}`), async (text) => {
      const { plan } = await planZone(store, zone, [{ ...record('a', 'TXT', '"x"'), rdata: text, attributes: { comment: text, tags: [text] } }])
      const plain = await planZone(store, zone, [{ ...record('a', 'TXT', '"x"'), rdata: 'x', attributes: { comment: 'x', tags: ['x'] } }])
      expect(elements(printHtml({ plan, source: text })).sort()).toEqual(elements(printHtml({ plan: plain.plan, source: 'x' })).sort())
      expect(printHtml({ plan, source: text })).not.toMatch(/[\u0000-\u0008\u202a-\u202e]/)
    }))
  })

  it('tells refusals and warnings first', async () => {
    const { plan } = await planZone(memoryStore([stored('1', record('a', 'A', '192.0.2.1'))]), zone, [], { place: () => 'f:1' })
    const html = printHtml({ plan })
    expect(html.indexOf('It will not be applied')).toBeGreaterThan(0)
    expect(html.indexOf('It will not be applied')).toBeLessThan(html.indexOf('<dl>'))
  })
})
