import { expect, test } from 'vitest'
import { problemsForStaff, problemsOf } from './form-problems.ts'
import { aForm } from './testing.ts'
import { valuesOf } from './typed-values.ts'

const form = aForm({
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['lastName', 'bornOn', 'email', 'isTrue'],
    properties: {
      lastName: { type: 'string', minLength: 1, maxLength: 80 },
      bornOn: { type: 'string', format: 'date' },
      email: { type: 'string', format: 'email' },
      dogs: { type: 'integer', minimum: 0, maximum: 20 },
      weight: { type: 'number' },
      isTame: { type: 'boolean' },
      isTrue: { type: 'boolean', const: true },
    },
  },
  sections: [{
    title: { de: 'Alles', en: 'All' },
    fields: ['lastName', 'bornOn', 'email', 'dogs', 'weight', 'isTame', 'isTrue'].map(key => ({ key, label: { de: key, en: key }, help: null })),
  }],
  emailKey: 'email',
})
const values = (typed: Readonly<Record<string, string>>) => valuesOf(form, new Map(Object.entries(typed)))

test('what was typed becomes what the schema wants, and what was left empty is left out', () => {
  expect(values({ lastName: ' Groß ', bornOn: '1.3.1956', dogs: '2', weight: '12,5', isTame: 'false', isTrue: 'true' })).toEqual({
    lastName: 'Groß', bornOn: '1956-03-01', dogs: 2, weight: 12.5, isTame: false, isTrue: true,
  })
  expect(values({ lastName: '  ', isTame: '' })).toEqual({ isTrue: false })
})

test('what cannot be read stays as it was typed, so that the judgement names it', () => {
  const typed = values({ lastName: 'Groß', bornOn: '1.3.56', dogs: 'zwei', isTrue: 'true', email: 'a@b.de' })
  expect(problemsOf(form, typed).map(({ key, kind }) => [key, kind])).toEqual([['bornOn', 'not-date'], ['dogs', 'not-whole-number']])
})

test('staff need no e-mail address to take an application down; one that is given has to be one', () => {
  const complete = { lastName: 'Groß', bornOn: '01.03.1956', isTrue: 'true' }
  expect(problemsOf(form, values(complete)).map(({ key }) => key)).toEqual(['email'])
  expect(problemsForStaff(form, values(complete))).toEqual([])
  expect(problemsForStaff(form, values({ ...complete, email: 'nobody' })).map(({ kind }) => kind)).toEqual(['not-email'])
  expect(problemsForStaff(form, values({ bornOn: '01.03.1956', isTrue: 'true' })).map(({ key, kind }) => [key, kind])).toEqual([['lastName', 'missing']])
})
