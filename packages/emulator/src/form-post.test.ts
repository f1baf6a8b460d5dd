import { createClient, globalKey } from '@zonewright/core'
import * as legacy from '@zonewright/legacy-client'
import { describe, expect, it } from 'vitest'

import { demo, startTest } from './testing/start.ts'

describe('the client API of the emulator', () => {
  it('answers a story of records', async () => {
    const emulator = await startTest()
    const cf = createClient({ baseUrl: emulator.origin, credentials: globalKey(demo.email, demo.key), validate: 'throw' }).bind(legacy)
    const zones = await cf.zones.list({}).all()
    console.log(zones[0])
    const made = await cf.records.create({ z: 'example.com', type: 'A', name: 'fp', content: '192.0.2.44' })
    console.log(made.rec.obj)
    console.log(await cf.settings.get({ z: 'example.com' }))
    console.log((await cf.traffic.statistics({ z: 'example.com' })).result.objs[0])
    expect(made.rec.obj.name).toBe('fp.example.com')
  })
})
