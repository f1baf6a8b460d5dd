import type { AnyEndpoint } from '@zonewright/core'
import { declaredEndpoints } from '@zonewright/testing'
import * as v4 from '@zonewright/v4'
import { describe, expect, it } from 'vitest'

import { makeRouter } from './router.ts'

const id = '023e105f4ecef8ad9ca31a8372d0c353'
const endpoints = declaredEndpoints(v4)
const router = makeRouter(endpoints)

/** Parameters that are words, numbers, UUIDs or names; all others are 32 hexadecimal digits. */
const otherForms: ReadonlySet<string> = new Set(['bucket_name', 'certificate_id', 'certificate_pack_id', 'client_certificate_id', 'custom_hostname_id', 'custom_page_id', 'database_id', 'deployment_id', 'domain_id', 'domain_name', 'identifier', 'job_id', 'key_name', 'model_name', 'object_key', 'preview_id', 'project_name', 'region', 'ruleset_phase', 'script_name', 'secret_name', 'service_name', 'setting_id', 'sitekey', 'tunnel_id', 'version_id', 'worker_id'])

const pathWith = ({ target }: AnyEndpoint, odd?: string): string => target.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === odd ? 'not-an-id' : id))

const message = (method: string, path: string): unknown => {
  try {
    return router.match(method, path).parameters
  } catch (error) {
    return (error as { readonly faults: readonly { readonly message: string }[] }).faults[0]?.message
  }
}

const outcome = (method: string, path: string): unknown => {
  try {
    return router.match(method, path).endpoint.route
  } catch (error) {
    return (error as { readonly faults: readonly { readonly code: number }[] }).faults.map(({ code }) => code)
  }
}

describe('a path with an identifier of another form', () => {
  it.each(endpoints.filter(({ target }) => target.parameters.length > 0).map((endpoint) => [endpoint.route, endpoint] as const))('%s leads nowhere where 32 hexadecimal digits are wanted', (route, endpoint) => {
    const { method, parameters } = endpoint.target
    expect(outcome(method, pathWith(endpoint))).toBe(route)
    for (const name of parameters) expect([name, outcome(method, pathWith(endpoint, name))]).toEqual([name, otherForms.has(name) ? route : [7003]])
  })
})

describe('a path', () => {
  it('that only another method has a word for is that of the parameter', () => {
    expect(outcome('PATCH', `/zones/${id}/settings/advanced_ddos`)).toBe('PATCH /zones/{zone_id}/settings/{setting_id}')
    expect(outcome('GET', `/zones/${id}/settings/advanced_ddos`)).toBe('GET /zones/{zone_id}/settings/advanced_ddos')
    expect(outcome('PUT', `/zones/${id}/settings/advanced_ddos`)).toEqual([7001])
  })

  it('that is joined of parts which end and begin with slashes is what it would be with one', () => {
    expect(outcome('GET', `//zones///${id}//dns_records//`)).toBe('GET /zones/{zone_id}/dns_records')
    expect(outcome('PUT', `/accounts/${id}/r2/buckets/one/objects/a//b`)).toBe('PUT /accounts/{account_id}/r2/buckets/{bucket_name}/objects/{object_key}')
    // A key that may hold slashes holds all of them.
    expect(message('PUT', `/accounts/${id}/r2/buckets/one/objects/a//b`)).toMatchObject({ object_key: 'a//b' })
  })

  it('without an identifier takes the next word for it, and is shown as it was understood', () => {
    expect(message('GET', '/zones//dns_records')).toBe('Could not route to /client/v4/zones/dns_records, perhaps your object identifier is invalid?')
    expect(message('PUT', '/zones//dns_records/')).toBe('Could not route to /client/v4/zones/dns_records/, perhaps your object identifier is invalid?')
  })
})
