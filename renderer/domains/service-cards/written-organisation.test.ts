import { expect, test } from 'vitest'
import { aCardOrganisation } from '../../../shared/domains/service-cards/testing.ts'
import { contentOf, writtenOrganisation, type WrittenOrganisation } from './written-organisation.ts'

const { id: _id, scope: _scope, version: _version, ...content } = aCardOrganisation()

test('what is shown is saved as it was', () => {
  expect(contentOf(writtenOrganisation(aCardOrganisation()), content.position)).toEqual(content)
})

test.each([
  [{ name: ' ' }], [{ prefix: 'F1' }], [{ units: [] }], [{ units: aCardOrganisation().units.map(unit => ({ ...unit, name: ' ' })) }], [{ ranks: '\n' }], [{ listDays: '61' }], [{ validYears: 'fünf' }], [{ colour: 'rot' }],
] satisfies readonly (readonly [Partial<WrittenOrganisation>])[])('with %j nothing is saved', change => {
  expect(contentOf({ ...writtenOrganisation(aCardOrganisation()), ...change }, 1)).toBeUndefined()
})

test('ranks are lines, each once; a prefix is written in capitals', () => {
  expect(contentOf({ ...writtenOrganisation(aCardOrganisation()), ranks: ' Helferin \n\nHelfer\nHelferin', prefix: 'ww' }, 1)).toMatchObject({ ranks: ['Helferin', 'Helfer'], prefix: 'WW' })
})
