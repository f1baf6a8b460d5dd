import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { oldApiChecklist } from './testing/old-api-checklist.ts'

const sources = new Map<string, string>()
const sourceOf = (file: string): string => {
  const known = sources.get(file) ?? readFileSync(new URL(`${file}.test.ts`, import.meta.url), 'utf8')
  sources.set(file, known)
  return known
}

/** A test's code, and whether it runs at the emulator and at a bridge; undefined when there is none of this title. */
const found = (file: string, title: string): { readonly code: string; readonly inBothRoles: boolean } | undefined => {
  const source = sourceOf(file)
  // The story of a store has its titles elsewhere: it is a loop over both servers.
  if (title === '') return { code: source, inBothRoles: source.includes("'the emulator', storeAtEmulator") && source.includes("'a bridge', storeAtBridge") }
  // A statement at the top, or a test in a block: from its line to the next.
  const parts = source.split(/^(?= {0,2}(?:describe|it)\b)/m)
  const index = parts.findIndex((part) => part.includes(`('${title}',`) && /^ {0,2}it\b/.test(part))
  if (index < 0) return undefined
  const code = parts[index] as string
  const block = parts.slice(0, index).findLast((part) => part.startsWith('describe'))
  return { code, inBothRoles: /^ {0,2}it\.each\(roles\)\(/.test(code) || (code.startsWith('  ') && block?.startsWith('describe.each(roles)(') === true) }
}

const range = (name: string, last: number): string[] => Array.from({ length: last }, (_, index) => `${name}-${String(index + 1).padStart(2, '0')}`)

describe('the checklist of the old APIs', () => {
  it('has every line, each once', () => {
    expect(oldApiChecklist.map(({ id }) => id)).toEqual([...range('LEG10', 24), ...range('LEG12', 32), ...range('HOST', 26), ...range('IPS', 5)])
  })

  it.each(oldApiChecklist)('$id ($says) is exercised over HTTP', ({ exercises, clientAlone = false }) => {
    const tests = exercises.map(({ file, title, uses }) => ({ title: `${file}: ${title}`, uses, ...found(file, title) }))
    expect(tests.filter(({ code, uses }) => code?.includes(uses) !== true).map(({ title, uses }) => `${title} has no ${uses}`)).toEqual([])
    // A test that is left out exercises nothing.
    expect(tests.filter(({ code }) => /\b(?:skip|todo|only|fails)\b *[.(]/.test(code?.slice(0, 200) ?? ''))).toEqual([])
    expect(clientAlone || tests.some(({ inBothRoles }) => inBothRoles === true)).toBe(true)
  })

  it('runs at both servers where it says so', () => {
    for (const file of new Set(oldApiChecklist.flatMap(({ exercises }) => exercises.map(({ file: name }) => name)).filter((name) => !name.startsWith('stores/')))) {
      const roles = /^const roles = \[\n([\s\S]*?)\n\] as const/m.exec(sourceOf(file))?.[1] ?? ''
      expect([file, roles.includes('atEmulator'), roles.includes('atBridge')]).toEqual([file, true, true])
    }
  })
})
