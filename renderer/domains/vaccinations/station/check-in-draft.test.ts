import { expect, test } from 'vitest'
import { judgedPerson, NOBODY, splitName } from './check-in-draft.ts'

test.each([
  ['Änne Großkopf', 'Großkopf', 'Änne'], ['Großkopf, Änne', 'Großkopf', 'Änne'], ['Karl Otto von der Heide', 'von der Heide', 'Karl Otto'], ['  Anna-Lena   Voß ', 'Voß', 'Anna-Lena'],
  ['Großkopf', 'Großkopf', ''], ['', '', ''], ['Van Anh Nguyen', 'Nguyen', 'Van Anh'],
])('“%s” is %s, %s', (name, familyName, givenName) => expect(splitName(name)).toEqual({ familyName, givenName }))

test('what is wrong is named, what is missing is not wrong', () => {
  const problemsOf = (draft: Partial<typeof NOBODY>) => judgedPerson({ ...NOBODY, familyName: 'Voß', ...draft }, '2026-11-24', 60).problems
  expect([problemsOf({}), problemsOf({ familyName: ' ' }), problemsOf({ birthDay: 'gestern' }), problemsOf({ birthDay: '25.11.2026' }), problemsOf({ email: 'anna@' })])
    .toEqual([[], ['family-name'], ['birth-day'], ['born-in-future'], ['email']])
})

test('whoever gave neither address nor telephone nor e-mail cannot be reached in a recall', () => {
  const isOutOfReach = (draft: Partial<typeof NOBODY>) => judgedPerson({ ...NOBODY, familyName: 'Voß', ...draft }, '2026-11-24', null).isOutOfReach
  expect([isOutOfReach({}), isOutOfReach({ street: 'Am Anger 3' }), isOutOfReach({ street: 'Am Anger 3', place: 'Tangerhütte' }), isOutOfReach({ phone: '03935 1' })]).toEqual([true, true, false, false])
})
