import { afterAll, beforeAll, expect, test } from 'vitest'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { ApplicationId, derivedUuid, PersonId } from '../../shared/ids.ts'
import { TOWN_SCOPE } from '../../shared/scope.ts'
import { cacheOfItsOwn } from './cache/testing.ts'
import { putBase, replaceOverlay } from './cache/rows.ts'
import { createPeopleQueries } from './domains/people/queries.ts'

const { cache, remove } = cacheOfItsOwn()
afterAll(remove)

const idOf = (label: string) => ApplicationId.parse(derivedUuid('people/case', label))
const personOf = (label: string) => PersonId.parse(derivedUuid('people/person', label))
const NOW = Date.UTC(2026, 10, 24, 9)
let nowMs = NOW
const people = createPeopleQueries({ cache, now: () => nowMs })

beforeAll(() => {
  const { db } = cache
  putBase(db, 'applications', anApplication({ id: idOf('one'), number: 1, reference: 'TGH-1', personId: personOf('anna'), applicantName: 'Änne Großkopf' }))
  putBase(db, 'applications', anApplication({ id: idOf('two'), number: 2, reference: 'TGH-2', personId: personOf('jens'), applicantName: 'Jens 100% Kuhl' }))
  replaceOverlay(db, { table: 'applications', id: idOf('two') }, anApplication({ id: idOf('two'), number: 2, reference: 'TGH-2', personId: personOf('jens'), applicantName: 'Jens Kuhl', version: 0 }))
  for (const [label, until] of [['anna', '2026-11-24'], ['jens', '2026-11-23']] as const) {
    putBase(db, 'secrecies', { id: personOf(label), scope: TOWN_SCOPE, version: 1, until })
    putBase(db, 'secrecy_marks', { id: derivedUuid('mark', label), scope: 'department:ordnung', version: 1, recordTable: 'applications', recordId: label, personId: personOf(label) })
  }
})

test('without the service the desk finds its own cases by a name in any spelling, and of a person', () => {
  expect(people.held(null, 'grosskopf').map(({ reference }) => reference)).toEqual(['TGH-1'])
  expect(people.held(null, 'kuhl').map(({ applicantName }) => applicantName), 'as changed here').toEqual(['Jens Kuhl'])
  expect([people.held(null, '%'), people.held(null, ' ')]).toEqual([[], []])
  expect(people.held(personOf('jens'), '').map(({ reference }) => reference)).toEqual(['TGH-2'])
})

test('a secrecy holds up to its last day by the calendar of this desk', () => {
  expect(people.secrets()).toEqual({ recordIds: ['anna'] })
  nowMs += 86_400_000
  expect(people.secrets()).toEqual({ recordIds: [] })
  nowMs = NOW
})
