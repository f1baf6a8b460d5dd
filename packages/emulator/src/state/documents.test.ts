import { describe, expect, it } from 'vitest'

import { openState } from './state.ts'

describe('documents', () => {
  it('are found by kind, scope and identifier, and listed in the order in which they came', () => {
    const state = openState()
    const rules = state.documents.collection<{ note: string }>('rules')
    rules.put('zone', 'b', { note: 'first' })
    rules.put('zone', 'a', { note: 'second' })
    rules.put('other', 'a', { note: 'elsewhere' })
    state.documents.collection('pages').put('zone', 'a', {})
    rules.put('zone', 'b', { note: 'changed' })
    expect(rules.all('zone')).toEqual([{ id: 'b', value: { note: 'changed' } }, { id: 'a', value: { note: 'second' } }])
    expect(rules.get('zone', 'c')).toBeUndefined()
    expect([rules.remove('zone', 'a'), rules.remove('zone', 'a')]).toEqual([true, false])
    state.documents.clear('zone')
    expect([rules.all('zone').length, rules.all('other').length]).toEqual([0, 1])
    state.close()
  })
})
