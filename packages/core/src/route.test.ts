import { describe, expect, it } from 'vitest'
import { call, plain } from './test-kit/plain.ts'
import { defineDownload, defineListing } from './endpoint.ts'
import { cursor } from './page-strategies.ts'
import { fillPath, parseRoute } from './route.ts'
import * as z from './schema.ts'

describe('a route', () => {
  it('is taken apart into method, template and parameters', () => {
    expect(parseRoute('POST /zones/{zone_id}/dns_records/{id}')).toEqual({ method: 'POST', path: '/zones/{zone_id}/dns_records/{id}', parameters: ['zone_id', 'id'], literals: ['/zones/', '/dns_records/', ''] })
    expect(parseRoute('/ips', 'GET')).toMatchObject({ method: 'GET', path: '/ips', parameters: [] })
    expect(parseRoute('rec_new')).toMatchObject({ method: 'POST', path: 'rec_new' })
  })

  it('is filled with encoded values', () => {
    expect(fillPath(parseRoute('GET /a/{b}/c/{d}'), { b: 'x y', d: 5 })).toBe('/a/x%20y/c/5')
    expect(fillPath(parseRoute('GET /ips'), {})).toBe('/ips')
  })
})

describe('a declaration', () => {
  it.each([['GET', 'read'], ['HEAD', 'read'], ['PUT', 'idempotent'], ['DELETE', 'idempotent'], ['POST', 'unsafe'], ['PATCH', 'unsafe']])('of a %s is %s unless it says otherwise', (method, safety) => {
    expect(call(`${method} /a`).safety).toBe(safety)
    expect(call(`${method} /a`, { safety: 'unsafe' }).safety).toBe('unsafe')
  })

  it('is frozen data that keeps what was said', () => {
    const facts = { input: z.object({}), permission: '#zone:read', since: '2015-01', sunset: '2020-01-01' }
    const listing = defineListing(plain, 'GET /a', { ...facts, item: z.unknown(), page: cursor() })
    expect(listing).toMatchObject({ kind: 'list', route: 'GET /a', permission: '#zone:read', since: '2015-01', sunset: '2020-01-01', protocol: plain })
    expect(defineDownload(plain, 'GET /a', facts).kind).toBe('stream')
    for (const declaration of [listing, call('GET /a')]) expect(Object.isFrozen(declaration)).toBe(true)
  })
})
