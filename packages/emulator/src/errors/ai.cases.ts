import { seededIds } from '../seed.ts'
import type { ErrorCase } from '../testing/error-case.ts'

const path = `/accounts/${seededIds.account("user@example.com's Account")}/ai`

/** A request for every refusal of Workers AI. */
export const aiErrorCases: readonly ErrorCase[] = [
  { key: 'ai_no_such_model', when: 'any model is run, for there are none', send: (emulator) => emulator.call('POST', `${path}/run/${encodeURIComponent('@cf/meta/llama-3.1-8b-instruct')}`, { prompt: 'hello' }) },
  { key: 'ai_no_such_model', when: 'the slashes of its name are sent as they are', send: (emulator) => emulator.call('POST', `${path}/run/@cf/meta/llama-3.1-8b-instruct`, { prompt: 'hello' }) },
]
