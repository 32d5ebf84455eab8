import { expect, test } from 'vitest'
import { missingIn } from './missing.ts'
import { aForm, aTownService, anApplication } from './testing.ts'

const form = aForm({ emailKey: 'email', schema: { ...aForm().schema, required: ['lastName', 'dogName', 'email'], properties: {
  lastName: { type: 'string', maxLength: 10 }, dogName: { type: 'string' }, email: { type: 'string', format: 'email' },
} } })
const document = (de: string) => ({ de, en: de })
const file = (filename: string, kind: 'application' | 'letter' | 'message' = 'application') => ({ filename, kind })
const told = (answers: Record<string, string>, documents: readonly string[], files: readonly ReturnType<typeof file>[], channel: 'portal' | 'paper' = 'portal') =>
  missingIn(form, anApplication({ form: answers, channel }), aTownService({ documents: documents.map(document) }), files)
    .map(one => (one.kind === 'answer' ? [one.label.de, one.isEmpty ? 'empty' : one.what.de] : [one.label.de, one.isCertain ? 'missing' : 'perhaps']))

const WHOLE = { lastName: 'Großkopf', dogName: 'Bello', email: 'a@b.example' }

test('answers that are not there or do not fit, in the order of the form', () => {
  expect(told({ lastName: 'Meier-Lüdenscheid' , email: 'a@b.example' }, [], [])).toEqual([['Nachname', 'Bitte höchstens 10 Zeichen angeben.'], ['Rufname des Hundes', 'empty']])
  expect(told(WHOLE, [], [])).toEqual([])
})

test('what the form does not ask for is not missing, and on paper nobody needs an e-mail address', () => {
  expect(told({ ...WHOLE, more: 'x' }, [], [])).toEqual([])
  expect(told({ lastName: 'Großkopf', dogName: 'Bello' }, [], [], 'paper')).toEqual([])
})

test.each([
  ['no file at all', [], [['Impfausweis', 'missing'], ['Haftpflichtversicherung', 'missing']]],
  ['as many files as documents', ['scan1.pdf', 'scan2.pdf'], []],
  ['one that names itself', ['Impfausweis_Bello.pdf'], [['Haftpflichtversicherung', 'missing']]],
  ['one that could be either', ['scan.pdf'], [['Impfausweis', 'perhaps'], ['Haftpflichtversicherung', 'perhaps']]],
  ['the name with other letters', ['IMPFAUSWEIS.PDF', 'nachweis-haftpflichtversicherung.pdf'], []],
] as const)('documents with %s', (_, files, expected) => {
  expect(told(WHOLE, ['Impfausweis', 'Haftpflichtversicherung'], files.map(name => file(name)))).toEqual(expected)
})

test('what the town has written itself is no document handed in', () => {
  expect(told(WHOLE, ['Impfausweis'], [file('Impfausweis.pdf', 'letter')])).toEqual([['Impfausweis', 'missing']])
})

test('what came with a message of somebody, perhaps of somebody else, is no document handed in', () => {
  expect(told(WHOLE, ['Impfausweis'], [file('Impfausweis.pdf', 'message')])).toEqual([['Impfausweis', 'missing']])
})
