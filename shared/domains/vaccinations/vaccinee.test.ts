import { expect, test } from 'vitest'
import { aVaccinee } from './testing.ts'
import { vaccineeIdOf } from './vaccinee.ts'

test('a person is the same however the name is written, and somebody else by another day of birth', () => {
  const id = (familyName: string, givenName = 'Änne', birthDay: string | null = '1948-03-02') => vaccineeIdOf(aVaccinee({ familyName, givenName, birthDay }))
  const same = ['Müller-Lüdenscheidt', 'MUELLER LUEDENSCHEIDT', ' Müller Lüdenscheidt', 'Mu\u0308ller-Lu\u0308denscheidt'].map(name => id(name))
  expect(new Set(same).size).toBe(1)
  expect([id('Großkopf', 'ANNE') === id('Grosskopf', 'Anne'), id('Müller') === id('Muller'), id('Müller', 'Änne', '1948-03-03') === id('Müller'), id('Müller', 'Änne', null)]).toEqual([true, false, false, null])
})
