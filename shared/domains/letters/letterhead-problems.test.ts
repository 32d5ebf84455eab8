import { expect, test } from 'vitest'
import { plainIban, writtenIban } from './iban.ts'
import { letterheadProblems } from './letterhead-problems.ts'
import { aLetterhead } from './testing.ts'

test.each([
  ['a whole one', {}, []],
  ['without what makes a letter valid', { authority: '', place: ' ', signatory: '' }, ['authority missing', 'place missing', 'signatory missing']],
  ['without telephone, bank and opening hours', { telephone: '', email: '', bankName: '', iban: '', openingHours: '', court: '' }, []],
  ['with a wrong address', { email: 'ordnung' }, ['email email-invalid']],
  ['with two digits exchanged', { iban: 'DE02120300000000202015' }, ['iban iban-invalid']],
  ['with a German account that is too short', { iban: 'DE0212030000000020205' }, ['iban iban-invalid']],
  ['with a bank and no account', { iban: '' }, ['iban bank-without-iban']],
  ['with too long a line', { senderLine: 'x'.repeat(121) }, ['senderLine too-long']],
])('a letterhead %s', (_, change, expected) => {
  expect(letterheadProblems(aLetterhead(change)).map(({ field, code }) => `${field} ${code}`)).toEqual(expected)
})

test('an account number is typed as one likes and written in groups', () => {
  expect([plainIban('de02 1203 0000 0000 2020 51'), writtenIban('DE02120300000000202051'), writtenIban('')])
    .toEqual(['DE02120300000000202051', 'IBAN DE02 1203 0000 0000 2020 51', ''])
})
