import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aForm } from '../../../../shared/domains/applications/testing.ts'
import { valuesOf } from '../../../../shared/domains/applications/typed-values.ts'
import { derivedUuid } from '../../../../shared/ids.ts'
import type { JsonObject } from '../../../../shared/json.ts'
import { newDraft } from './capture-draft.ts'
import { draftOfRefused, isBegun } from './refused-capture.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const applicationId = derivedUuid('test', 'capture')

const PROPERTIES = { name: { type: 'string' }, born: { type: 'string', format: 'date' }, dogs: { type: 'integer' }, weight: { type: 'number' }, assists: { type: 'boolean' }, agreed: { type: 'boolean', const: true } }
const form = aForm({
  schema: { type: 'object', properties: PROPERTIES },
  sections: [{ title: { de: 'Alles', en: 'All' }, fields: Object.keys(PROPERTIES).map(key => ({ key, label: { de: key, en: key }, help: null })) }],
})

const refused = (values: JsonObject, code = 'intake/wrong-form-version') => ({
  name: 'applications.capture', code, input: { applicationId, serviceId: 'dog-registration', formVersion: 2, channel: 'telephone', receivedOn: '2026-11-20', form: values },
})

test(`what is put back and sent again says the same as before (FC_SEED=${seed})`, () => {
  const text = fc.string({ minLength: 1 }).filter(typed => typed.trim() === typed && !/^\d{4}-\d{2}-\d{2}$/.test(typed))
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-22'), noInvalidDate: true }).map(date => date.toISOString().slice(0, 10))
  const values = fc.record({ name: text, born: day, dogs: fc.integer(), weight: fc.integer({ min: -9_999, max: 9_999 }).map(cents => cents / 100), assists: fc.boolean(), agreed: fc.constant(true) }, { requiredKeys: ['agreed'] })
  fc.assert(fc.property(values, sent => {
    const draft = draftOfRefused(refused(sent), 'de')
    expect(valuesOf(form, new Map(Object.entries(draft?.typed ?? {})))).toEqual(sent)
  }), { seed })
})

test('the draft is the one that was sent, with the day and the answers as they are typed', () => {
  expect(draftOfRefused(refused({ born: '2024-02-29', weight: 7.5, agreed: true }), 'de')).toEqual({
    applicationId, serviceId: 'dog-registration', formVersion: 2, channel: 'telephone', receivedOn: '20.11.2026', typed: { born: '29.02.2024', weight: '7,5', agreed: 'true' },
  })
})

test('nothing is put back from another command, nor where the case is there already', () => {
  expect(draftOfRefused({ ...refused({}), name: 'applications.note' }, 'de')).toBeUndefined()
  expect(draftOfRefused(refused({}, 'applications/captured-before'), 'de')).toBeUndefined()
  expect(draftOfRefused({ ...refused({}), input: null }, 'de')).toBeUndefined()
})

test('an application is begun once something is typed', () => {
  const draft = newDraft(applicationId)
  expect([undefined, draft, { ...draft, typed: { name: ' ' } }, { ...draft, typed: { name: 'Ä' } }, { ...draft, receivedOn: '1.' }].map(isBegun)).toEqual([false, false, false, true, true])
})
