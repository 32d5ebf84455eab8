import { expect, test } from 'vitest'
import { changedFields } from './form-difference.ts'
import { aForm } from './testing.ts'

const label = { de: 'Rasse', en: 'Breed' }
const base = aForm()
const withBreed = aForm({
  schema: { ...base.schema, required: ['dogName'], properties: { dogName: { type: 'string', maxLength: 40 }, breed: { type: 'string', enum: ['a'] } } },
  sections: [{ title: label, fields: [{ key: 'dogName', label: { de: 'Rufname des Hundes', en: 'Name of the dog' }, help: null }, { key: 'breed', label, help: null }] }],
  valueLabels: { breed: { a: label } },
})

test('names what a newer form asks in addition, otherwise and no longer, choices and duty to answer included', () => {
  expect(changedFields(base, withBreed).map(({ key, change }) => [key, change])).toEqual([['breed', 'added'], ['lastName', 'removed']])
  const optional = aForm({ ...withBreed, schema: { ...withBreed.schema, required: [] } })
  expect(changedFields(withBreed, optional).map(({ key, change }) => [key, change])).toEqual([['dogName', 'changed']])
  const renamed = aForm({ ...withBreed, valueLabels: { breed: { a: { de: 'Mischling', en: 'Mixed' } } } })
  expect(changedFields(withBreed, renamed)).toEqual([{ key: 'breed', label, change: 'changed' }])
  expect(changedFields(base, base)).toEqual([])
})
