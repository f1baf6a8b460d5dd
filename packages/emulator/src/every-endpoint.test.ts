import { declaredEndpoints } from '@zonewright/testing'
import * as v4 from '@zonewright/v4'
import { expect, it } from 'vitest'

import { certificateStory, hostnameStory } from './testing/stories/certificates.ts'
import { dnsStory, settingStory, switchStory, transferStory, zoneStory } from './testing/stories/dns.ts'
import { firewallStory, ruleStory, rulesetStory } from './testing/stories/firewall.ts'
import { billingStory, memberStory, userStory } from './testing/stories/identity.ts'
import { mailStory } from './testing/stories/mail.ts'
import { queueStory, storageStory } from './testing/stories/storage.ts'
import { balancerStory, edgeStory, logStory, siteStory } from './testing/stories/traffic.ts'
import { assetStory, kvStory, versionStory, workerStory } from './testing/stories/workers.ts'
import { startVisitor } from './testing/visitor.ts'

/** In an order in which each finds what it needs; the last one ends the subscription of the zone. A product adds its own. */
const stories = [zoneStory, settingStory, dnsStory, userStory, memberStory, certificateStory, hostnameStory, firewallStory, rulesetStory, ruleStory, balancerStory, edgeStory, siteStory, logStory, workerStory, assetStory, versionStory, kvStory, storageStory, queueStory, transferStory, switchStory, mailStory, billingStory]

/** No model is here, so that a run of one can't succeed: a test of its own says how it is refused. */
const neverDone = [v4.ai.run.route]

it('every endpoint is answered over HTTP with a success of its declared shape', async () => {
  const visitor = await startVisitor()
  for (const story of stories) await story(visitor)
  await visitor.end()
  expect(declaredEndpoints(v4).filter((endpoint) => !visitor.visited.has(endpoint)).map(({ route }) => route)).toEqual(neverDone)
}, 120_000)
