import { defineEndpoint, globalKey, loadProtocol } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { shapes } from '@zonewright/testing'
import { describe, expect, it } from 'vitest'

import { formFields, type FormService, formWire } from './form-post.ts'

const everyKind = defineEndpoint<Record<string, unknown>, unknown>(shapes.form.form, 'every_kind', {
  input: z.strictObject({ text: z.string(), digits: z.string(), count: z.int(), on: z.boolean(), off: z.optional(z.boolean()), names: z.array(z.string()), numbers: z.array(z.number()), none: z.array(z.string()), data: z.record(z.string(), z.unknown()) }),
  result: z.unknown(),
})
const service: FormService = { actionField: 'a', secretFields: ['email', 'tkn'], envelope: (outcome, call) => ({ request: call === undefined ? {} : { act: call.endpoint.route, ...call.input }, ...outcome }) }
const wire = formWire([everyKind], service)

describe('a form', () => {
  it('gives back texts, numbers, switches, lists and objects as the client was given them', async () => {
    const input = { text: 'ü & = + %', digits: '0012', count: -3, on: true, off: false, names: ['a', 'b'], numbers: [1, 2.5], none: [], data: { x: [null, 'y'] } }
    const { body } = (await loadProtocol(everyKind.protocol)).encode({ endpoint: everyKind, input, baseUrl: 'http://127.0.0.1', credentials: globalKey('user@example.com', 'secret+/='), attempt: 1, timeoutMs: 1000 })
    expect(wire.accept(formFields(Buffer.from(body ?? '')))).toEqual({ endpoint: everyKind, input, credentials: { email: 'user@example.com', tkn: 'secret+/=' } })
  })

  it('leaves what does not fit as the text it was, and keeps fields that are not declared', () => {
    expect(wire.accept(formFields(Buffer.from('a=every_kind&count=many&on=yes&more=1')))?.input).toEqual({ count: 'many', on: 'yes', more: '1' })
  })

  it('counts a repeated field once, the action too', () => {
    expect(wire.accept(formFields(Buffer.from('a=other&a=every_kind&text=x&text=y')))?.input).toEqual({ text: 'y' })
  })

  it.each(['', 'a=', 'a=unknown', 'act=every_kind', 'a=__proto__', '{"a":"every_kind"}'])('that names no action is told apart: %s', (body) => {
    expect(wire.accept(formFields(Buffer.from(body)))).toBeUndefined()
  })
})

describe('an answer to a form', () => {
  it('comes with HTTP 200 whether it says yes or no, and repeats no secret', () => {
    const call = wire.accept({ a: 'every_kind', tkn: 'secret', text: 'x' })
    expect(wire.reply({ result: 1 }, call)).toEqual({ status: 200, contentType: 'application/json', body: '{"request":{"act":"every_kind","text":"x"},"result":1}' })
    expect(wire.reply({ fault: { code: 101, message: 'no' } })).toEqual({ status: 200, contentType: 'application/json', body: '{"request":{},"fault":{"code":101,"message":"no"}}' })
  })
})
