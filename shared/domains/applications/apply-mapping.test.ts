import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aForm } from './testing.ts'
import type { Json, JsonObject } from '../../json.ts'
import { applyMapping, suggestedFields } from './apply-mapping.ts'
import { fimAnswers, fimLabels, readablePath } from '../../formats/fim.ts'

const label = (de: string) => ({ de, en: de })
const form = aForm({
  schema: {
    type: 'object', additionalProperties: false, required: ['firstName', 'kind'],
    properties: {
      firstName: { type: 'string', minLength: 1, maxLength: 20 }, bornOn: { type: 'string', format: 'date' }, count: { type: 'integer', minimum: 0 }, weight: { type: 'number' },
      isReady: { type: 'boolean' }, kind: { type: 'string', enum: ['male', 'female'] },
    },
  },
  sections: [{ title: label('Alles'), fields: ['firstName', 'bornOn', 'count', 'weight', 'isReady', 'kind'].map(key => ({ key, label: label(`Feld ${key}`), help: null })) }],
  valueLabels: { kind: { male: label('Rüde'), female: label('Hündin') } },
  nameKeys: ['firstName'], localityKey: null, emailKey: null,
})
const fields = { 'G1/F1': 'firstName', 'G1/F2': 'bornOn', F3: 'count', F4: 'weight', F5: 'isReady', F6: 'kind' }
const mapping = { labels: { G1: 'Person', 'G1/F1': 'Vorname', G7: 'Kind' }, fields, fixed: {} }

test('answers become values as their fields want them', () => {
  const data = { G1: { F1: 'Änne', F2: '1.2.1980' }, F3: '3', F4: '2,5', F5: 'ja', F6: 'Hündin' }
  expect(applyMapping(form, mapping, data)).toEqual({ values: { firstName: 'Änne', bornOn: '1980-02-01', count: 3, weight: 2.5, isReady: true, kind: 'female' }, others: [], missing: [] })
})

test('what does not fit stands beside the form with its label, and the form lacks it', () => {
  const data = { G1: { F1: 'x'.repeat(21), F2: 'gestern' }, F3: -1, F6: 'Kater', G7: [{ F8: 'Max' }, { F8: 'Ida' }] }
  expect(applyMapping(form, mapping, data)).toEqual({
    values: {},
    others: [{ label: 'F6', value: 'Kater' }, { label: 'Kind – F8', value: 'Max' }, { label: 'Kind (2) – F8', value: 'Ida' }, { label: 'Person – Vorname', value: 'x'.repeat(21) }, { label: 'Person – F2', value: 'gestern' }, { label: 'F3', value: '-1' }],
    missing: ['Feld kind', 'Feld firstName'],
  })
})

test('no answer of any form is lost', () => {
  const leaf = fc.oneof(fc.string({ maxLength: 30 }), fc.integer(), fc.boolean())
  const anyForm = fc.dictionary(fc.constantFrom('G1', 'G2', 'F3', 'F4', 'F5', 'F6', 'toString'), fc.oneof(leaf, fc.dictionary(fc.constantFrom('F1', 'F2', 'F9'), leaf), fc.array(leaf, { maxLength: 3 })))
  fc.assert(fc.property(anyForm, data => {
    const { values, others } = applyMapping(form, mapping, data)
    expect(Object.keys(values).length + others.length).toBe(fimAnswers(data as Json).length)
  }))
})

test('an answer however deep is kept, and a schema without an end is read to a bound', () => {
  const deep = Array.from({ length: 35 }).reduce<Json>((inner, _none, index) => ({ [`G${index}`]: inner }), { F1: 'unten' })
  expect(fimAnswers(deep)).toMatchObject([{ value: 'unten' }])
  const endless: JsonObject = { $ref: '#/$defs/one', $defs: { one: { properties: { F1: { $ref: '#/$defs/one' }, F2: { $ref: '#/$defs/one' } } } } }
  expect(fimLabels(endless).size).toBeLessThanOrEqual(20_000)
})

test('a question is named by its own label, never by what every object has', () => {
  expect(readablePath('G1/toString', { G1: 'Person' })).toBe('Person – toString')
})

test('a schema gives its questions their labels, also behind references and in lists', () => {
  const schema: JsonObject = {
    properties: { G1: { title: 'Person', properties: { F1: { title: 'Vorname' }, F2: { $ref: '#/$defs/day' } } }, G2: { title: 'Kinder', type: 'array', items: { properties: { F3: {} } } } },
    $defs: { day: { title: 'Geburtsdatum' } },
  }
  const labels = fimLabels(schema)
  expect(Object.fromEntries(labels)).toEqual({ G1: 'Person', 'G1/F1': 'Vorname', 'G1/F2': 'Geburtsdatum', G2: 'Kinder', 'G2/F3': 'G2/F3' })
  expect(readablePath('G2[2]/F3', Object.fromEntries(labels))).toBe('Kinder (2) – G2/F3')
})

test('fields of the same name are suggested, each once', () => {
  expect(suggestedFields(form, { F1: 'feld  FIRSTNAME', F2: 'Feld firstName', F3: 'Etwas anderes' })).toEqual({ F1: 'firstName' })
})
