import { expect, test } from 'vitest'
import type { FormFilter } from '../../../../shared/contract/form-filter.ts'
import { LANGUAGES } from '../../../texts/languages.ts'
import type { FormField } from '../queries.ts'
import { readFilters, typedOf } from './typed-filters.ts'

const field = (key: string, kind: FormField['kind']): FormField => ({ key, kind, label: { de: key, en: key }, choices: [] })
const FIELDS = [field('name', 'text'), field('weight', 'number'), field('bornOn', 'date'), field('sex', 'choice'), field('chipped', 'yes-no')]

test('what was chosen stands in the fields again and is read as the same', () => {
  const filters: FormFilter[] = [
    { kind: 'text', key: 'name', how: 'begins', text: 'Be' }, { kind: 'number', key: 'weight', from: 1_234.5, to: null },
    { kind: 'date', key: 'bornOn', from: null, to: '2026-11-22' }, { kind: 'choice', key: 'sex', values: ['male'] }, { kind: 'yes-no', key: 'chipped', value: false },
  ]
  for (const language of LANGUAGES) expect(readFilters(FIELDS, typedOf(filters, language), language)).toEqual({ filters, wrong: new Set() })
})

test.each([['12', 12], ['-3', -3], ['1.234', 1_234], ['1.234,5', 1_234.5], ['12,5', 12.5], ['12.5', 12.5]])('reads the number %s', (text, value) => {
  expect(readFilters(FIELDS, { weight: { from: text } }, 'de').filters).toEqual([{ kind: 'number', key: 'weight', from: value, to: null }])
})

test('what is no number, no day, or ends before it begins is named; empty fields are no filter', () => {
  const wrong = (typed: Parameters<typeof readFilters>[1]): readonly string[] => [...readFilters(FIELDS, typed, 'de').wrong]
  expect(wrong({ weight: { from: 'viel' }, bornOn: { to: '31.11.2026' } })).toEqual(['weight', 'bornOn'])
  expect(wrong({ weight: { from: '5', to: '4' } })).toEqual(['weight'])
  expect(readFilters(FIELDS, { name: { text: '  ' }, sex: { values: [] }, chipped: { yesNo: 'any' }, weight: { from: ' ' } }, 'de')).toEqual({ filters: [], wrong: new Set() })
})
