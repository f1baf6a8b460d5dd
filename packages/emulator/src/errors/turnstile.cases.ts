import { seededIds } from '../seed.ts'
import type { ErrorCase } from '../testing/error-case.ts'

const path = `/accounts/${seededIds.account("user@example.com's Account")}/challenges/widgets`
const widget = { name: 'login', domains: ['example.com'], mode: 'managed' }

/** A request for every refusal of Turnstile. */
export const turnstileErrorCases: readonly ErrorCase[] = [
  { key: 'turnstile_not_found', when: 'the widget is not there', send: (emulator) => emulator.call('GET', `${path}/0x4AAAAAAAnone`) },
  { key: 'turnstile_invalid', when: 'a widget has an unknown mode', send: (emulator) => emulator.call('POST', path, { ...widget, mode: 'loud' }) },
  { key: 'turnstile_invalid', when: 'a domain is an address of a page', send: (emulator) => emulator.call('POST', path, { ...widget, domains: ['https://example.com/'] }) },
  {
    key: 'turnstile_rotated',
    when: 'the secret is rotated twice',
    send: async (emulator) => {
      const { json } = await emulator.call('POST', path, widget)
      const rotate = () => emulator.call('POST', `${path}/${String(json.result['sitekey'])}/rotate_secret`, {})
      await rotate()
      return rotate()
    },
  },
]
