import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { serviceProblems } from '../../../../shared/domains/applications/service-problems.ts'
import { ServiceId } from '../../../../shared/ids.ts'
import { exampleAnswers } from '../../../../shared/domains/applications/example-answers.ts'
import { newServiceContent, newServiceId } from './new-service.ts'

test.each([
  ['Förderung für Straßenfeste', [], 'foerderung-fuer-strassenfeste'],
  ['Hundeanmeldung', ['hundeanmeldung', 'hundeanmeldung-2'], 'hundeanmeldung-3'],
  ['§ 15 Čistka', [], 'cistka'],
  ['???', [], 'leistung'],
] as const)('a service called %s gets an id of plain letters', (title, taken, id) => {
  expect(newServiceId(title, taken)).toBe(id)
})

test('any title gives an id that is valid and free', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), title => {
    const first = newServiceId(title, [])
    const second = newServiceId(title, [first])
    expect([first, second].map(id => ServiceId.safeParse(id).success)).toEqual([true, true])
    expect(second).not.toBe(first)
  }))
})

test('a new service lacks only what a person has to say', () => {
  const content = newServiceContent({ de: 'Neu', en: 'New' }, 'ordnung')
  expect(serviceProblems(content).map(({ path, code }) => `${path} ${code}`)).toEqual(['legalBasis missing', 'retention missing'])
  expect(Object.keys(exampleAnswers(content.form))).toEqual(['firstName', 'lastName', 'email'])
})
