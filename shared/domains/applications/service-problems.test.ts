import { Validator } from '@cfworker/json-schema'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ServiceId } from '../../ids.ts'
import type { JsonObject } from '../../json.ts'
import { FIELD_KINDS, fieldKindOf, firstRuleOf } from './field-kinds.ts'
import { draftOf, isSameForm, offerHash, rowsOfDraft, type DraftContent } from './service-draft.ts'
import { serviceProblems } from './service-problems.ts'
import { aForm, aTownService } from './testing.ts'

const ID = ServiceId.parse('dog-registration')

/** A draft that uses everything a service can have and could be published as it is. */
const aDraft = (): DraftContent => ({
  ...draftOf({ service: aTownService(), form: aForm() }),
  description: { de: 'Wer einen Hund hält, meldet ihn an.', en: 'Whoever keeps a dog registers it.' },
  steps: [{ key: 'check', title: { de: 'Prüfen', en: 'Check' }, role: 'clerk', isRequired: true }],
  automatic: [{ kind: 'tag', tag: 'Hund' }, { kind: 'follow-up', days: 14 }],
  documents: [{ de: 'Impfausweis', en: 'Vaccination card' }],
  fees: [{ title: { de: 'Marke', en: 'Tag' }, cents: 500 }],
  contact: { name: 'Bürgerbüro', telephone: '03935 000000', email: '', room: '1.04' },
  retention: { months: 120, basis: 'Abgabenordnung' },
  form: formWith({ breed: { type: 'string', enum: ['mixed', 'other'] }, keptSince: { type: 'string', format: 'date' } }),
})

function formWith(more: Readonly<Record<string, JsonObject>>): DraftContent['form'] {
  const { schema, sections, valueLabels: _, ...rest } = draftOf({ service: aTownService(), form: aForm() }).form
  const label = { de: 'Frage', en: 'Question' }
  const fields = Object.keys(more).map(key => ({ key, label, help: null }))
  const choices = Object.entries(more).flatMap(([key, property]) =>
    Array.isArray(property['enum']) ? [[key, Object.fromEntries(property['enum'].map(value => [String(value), label]))] as const] : [])
  return {
    ...rest,
    schema: { ...schema, properties: { ...(schema['properties'] as JsonObject), ...more } },
    sections: [...sections, { title: label, fields }],
    valueLabels: Object.fromEntries(choices),
    sortable: ['dogName', ...Object.keys(more)],
  }
}

type Break = (draft: DraftContent) => DraftContent
const form = (change: (form: DraftContent['form']) => Partial<DraftContent['form']>): Break => draft =>
  ({ ...draft, form: { ...draft.form, ...change(draft.form) } })
const rule = (key: string, property: JsonObject): Break => form(({ schema }) =>
  ({ schema: { ...schema, properties: { ...(schema['properties'] as JsonObject), [key]: property } } }))

const BREAKS: readonly (readonly [what: string, path: string, code: string, apply: Break])[] = [
  ['no German title', 'title.de', 'missing', draft => ({ ...draft, title: { ...draft.title, de: ' ' } })],
  ['half a description', 'description.en', 'missing', draft => ({ ...draft, description: { de: 'Text', en: '' } })],
  ['no department', 'departmentId', 'missing', draft => ({ ...draft, departmentId: '' })],
  ['no legal basis', 'legalBasis', 'missing', draft => ({ ...draft, legalBasis: '' })],
  ['four days for a notice of business', 'deadline', 'deadline-gewo', draft => ({ ...draft, deadline: { basis: 'gewo-15', amount: 4, unit: 'days' } })],
  ['deemed approval in days', 'deadline', 'deadline-law-months', draft => ({ ...draft, deadline: { basis: 'vwvfg-42a', amount: 90, unit: 'days' } })],
  ['a target of three years', 'deadline', 'deadline-too-long', draft => ({ ...draft, deadline: { basis: 'own-target', amount: 36, unit: 'months' } })],
  ['half a day', 'deadline', 'days-invalid', draft => ({ ...draft, deadline: { basis: 'own-target', amount: 0.5, unit: 'days' } })],
  ['two steps of one key', 'steps.0', 'key-twice', draft => ({ ...draft, steps: [...draft.steps, ...draft.steps] })],
  ['a step without a name', 'steps.0.title.en', 'missing', draft => ({ ...draft, steps: draft.steps.map(step => ({ ...step, title: { de: 'x', en: '' } })) })],
  ['an empty tag', 'automatic.0', 'missing', draft => ({ ...draft, automatic: [{ kind: 'tag', tag: '' }] })],
  ['a follow-up without days', 'automatic.0', 'days-invalid', draft => ({ ...draft, automatic: [{ kind: 'follow-up', days: null }] })],
  ['a fee without a name', 'fees.0.title.de', 'missing', draft => ({ ...draft, fees: [{ title: { de: '', en: 'Tag' }, cents: 1 }] })],
  ['a fee below nothing', 'fees.0.cents', 'amount-invalid', draft => ({ ...draft, fees: [{ title: { de: 'a', en: 'b' }, cents: -1 }] })],
  ['an empty document', 'documents.0.de', 'missing', draft => ({ ...draft, documents: [{ de: '', en: 'x' }] })],
  ['nobody to reach', 'contact.telephone', 'contact-empty', draft => ({ ...draft, contact: { name: 'A', telephone: '', email: '', room: '' } })],
  ['a wrong address', 'contact.email', 'email-invalid', draft => ({ ...draft, contact: { name: 'A', telephone: '', email: 'nobody', room: '' } })],
  ['no retention', 'retention', 'missing', draft => ({ ...draft, retention: null })],
  ['retention for ever', 'retention.months', 'months-invalid', draft => ({ ...draft, retention: { months: null, basis: 'x' } })],
  ['an amount where one decides anyway', 'singleUpToCents', 'single-without-four-eyes', draft => ({ ...draft, releaseMode: 'single-by-service', singleUpToCents: 100 })],
  ['another dialect', 'form', 'schema-invalid', form(({ schema }) => ({ schema: { ...schema, $schema: 'http://json-schema.org/draft-07/schema#' } }))],
  ['a schema that lets everything through', 'form', 'schema-invalid', form(({ schema }) => ({ schema: { ...schema, additionalProperties: true } }))],
  ['a condition', 'form', 'schema-invalid', form(({ schema }) => ({ schema: { ...schema, if: {} } }))],
  ['a required key that does not exist', 'form.fields.ghost', 'required-unknown', form(({ schema }) => ({ schema: { ...schema, required: ['ghost'] } }))],
  ['a question nobody sees', 'form.fields.hidden', 'not-laid-out', rule('hidden', { type: 'string' })],
  ['a question asked twice', 'form.fields.lastName', 'laid-out-twice', form(({ sections }) => ({ sections: [...sections, ...sections.slice(0, 1)] }))],
  ['a place without a rule', 'form.fields.ghost', 'rule-missing', form(({ sections }) => ({ sections: [...sections, { title: { de: 'a', en: 'b' }, fields: [{ key: 'ghost', label: { de: 'a', en: 'b' }, help: null }] }] }))],
  ['no label', 'form.fields.lastName.label.en', 'missing', form(({ sections }) => ({ sections: sections.map(section => ({ ...section, fields: section.fields.map(field => ({ ...field, label: { de: 'x', en: '' } })) })) }))],
  ['an empty section', 'form.sections.0', 'section-empty', form(({ sections }) => ({ sections: [{ title: { de: 'a', en: 'b' }, fields: [] }, ...sections] }))],
  ['no section', 'form', 'sections-missing', form(() => ({ sections: [] }))],
  ['an unknown keyword', 'form.fields.lastName', 'rule-unknown', rule('lastName', { type: 'string', contentEncoding: 'base64' })],
  ['a nested object', 'form.fields.lastName', 'rule-unknown', rule('lastName', { type: 'object' })],
  ['more at least than at most', 'form.fields.lastName.bounds', 'bounds-invalid', rule('lastName', { type: 'string', minLength: 9, maxLength: 3 })],
  ['a pattern that is none', 'form.fields.lastName.pattern', 'pattern-invalid', rule('lastName', { type: 'string', pattern: '([a-z' })],
  ['a choice of nothing', 'form.fields.breed.choices', 'choices-missing', rule('breed', { type: 'string', enum: [] })],
  ['a choice twice', 'form.fields.breed.choices', 'choice-invalid', rule('breed', { type: 'string', enum: ['mixed', 'mixed'] })],
  ['a choice without a name', 'form.fields.breed.choices.third.de', 'missing', rule('breed', { type: 'string', enum: ['mixed', 'third'] })],
  ['a name that is a date', 'form.nameKeys', 'field-unfit', form(() => ({ nameKeys: ['keptSince'] }))],
  ['no name', 'form.nameKeys', 'missing', form(() => ({ nameKeys: [] }))],
  ['notices to a text', 'form.emailKey', 'field-unfit', form(() => ({ emailKey: 'lastName' }))],
  ['a place that does not exist', 'form.localityKey', 'field-unfit', form(() => ({ localityKey: 'toString' }))],
  ['a column for a long text', 'form.sortable', 'field-unfit', rule('dogName', { type: 'string', maxLength: 4_000 })],
]

describe('what keeps a service from being published', () => {
  test('nothing, when everything is there', () => {
    expect(serviceProblems(aDraft())).toEqual([])
  })

  test.each(BREAKS)('%s is named at %s', (_what, path, code, apply) => {
    expect(serviceProblems(apply(aDraft()))).toContainEqual({ path, code })
  })

  test('breaks of any kind together are each still named, and nothing throws', () => {
    const independent = BREAKS.filter(([, path]) => !path.startsWith('form'))
    const some = fc.uniqueArray(fc.nat({ max: independent.length - 1 }), { minLength: 1, maxLength: 5, selector: index => independent[index]?.[1].split('.')[0] })
    fc.assert(fc.property(some, indexes => {
      const chosen = indexes.map(index => independent[index] ?? independent[0])
      const broken = chosen.reduce((draft, entry) => entry?.[3](draft) ?? draft, aDraft())
      const found = serviceProblems(broken)
      for (const entry of chosen) expect(found).toContainEqual({ path: entry?.[1], code: entry?.[2] })
    }))
  })
})

const anyJson = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonObject[string]>
const keyword = fc.constantFrom('type', 'minLength', 'maxLength', 'pattern', 'format', 'enum', 'minimum', 'maximum', 'multipleOf', 'const', 'title')
const value = fc.oneof(fc.constantFrom('string', 'integer', 'boolean', 'date', 'email', '^a+$', '(', true, 1, 0, -1, 0.01), fc.array(fc.constantFrom('a', 'b', '')), anyJson)
const anyProperty = fc.oneof(
  fc.constantFrom(...FIELD_KINDS).map(firstRuleOf),
  fc.dictionary(keyword, value, { maxKeys: 4 }) as fc.Arbitrary<JsonObject>,
)
const anyAnswers = fc.dictionary(fc.constantFrom('lastName', 'dogName', 'extra', '__proto__', 'other'), anyJson)

describe('a draft without problems', () => {
  test('becomes rows of the town, and its form judges whatever is handed in without failing', () => {
    let passed = 0
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('extra', 'other', 'third'), anyProperty, { maxKeys: 3, minKeys: 1 }), anyAnswers, (more, answers) => {
      const draft = { ...aDraft(), form: { ...formWith(more), sortable: [] } }
      if (serviceProblems(draft).length > 0) return
      passed++
      const rows = rowsOfDraft(draft, ID, 3)
      expect(rows.form.id).toBe('dog-registration@3')
      expect(typeof new Validator(rows.form.schema, '2020-12', false).validate(answers).valid).toBe('boolean')
    }), { numRuns: 600 })
    expect(passed).toBeGreaterThan(20)
  })

  test('comes back from its rows as it was', () => {
    expect(draftOf(rowsOfDraft(aDraft(), ID, 1))).toEqual(aDraft())
  })
})

test('the fingerprint of what is offered knows neither versions nor whether it is offered, but every word', () => {
  const offer = { service: aTownService(), form: aForm() }
  expect(offerHash({ service: { ...offer.service, active: false, version: 99, formVersion: 7 }, form: offer.form })).toBe(offerHash(offer))
  expect(offerHash({ ...offer, service: { ...offer.service, legalBasis: 'anderes Recht' } })).not.toBe(offerHash(offer))
  expect(isSameForm(aForm(), aForm({ sortable: ['dogName'] }))).toBe(false)
})

test.each(FIELD_KINDS)('a new question of kind %s is recognised as one', kind => {
  expect(fieldKindOf(firstRuleOf(kind))).toBe(kind)
})
