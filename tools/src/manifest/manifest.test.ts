import { describe, expect, it } from 'vitest'
import { namespaceOf } from './manifest.ts'

describe('the id of an endpoint', () => {
  it('begins with the namespace that programs write, whatever its subpath is called', () => {
    expect(['page-rules', 'dns', 'origin-ca-certificates'].map(namespaceOf)).toEqual(['pageRules', 'dns', 'originCaCertificates'])
  })
})
