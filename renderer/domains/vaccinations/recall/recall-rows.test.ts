import { expect, test } from 'vitest'
import type { RecallContact } from '../../../../shared/domains/vaccinations/tables.ts'
import { aVaccination, aVaccinee, SESSION_NOW } from '../../../../shared/domains/vaccinations/testing.ts'
import type { Vaccinee } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import { derivedUuid, RecallId } from '../../../../shared/ids.ts'
import type { RecallPerson } from '../../../../shared/wire/vaccinations.ts'
import { ALL_ROWS, byName, countsOf, filteredRows, lettersFor, listed, nextAfter, rowsOf, toCall, toPrint, type RecallRow } from './recall-rows.ts'

const RECALL = RecallId.parse(derivedUuid('test', 'recall'))

const aPerson = (label: string, person: Partial<Vaccinee>, contact: RecallPerson['contact'] = null): RecallPerson =>
  ({ vaccinationId: aVaccination(label).id, number: 'I-2026-000001', day: '2026-11-24', sessionTitle: 'Grippe', placeName: 'Bürgerhaus', person: aVaccinee(person), contact })

const told = (state: RecallContact['state']): NonNullable<RecallPerson['contact']> => ({ state, note: '', at: SESSION_NOW, byName: 'Person 1' })

const noted = (label: string, state: RecallContact['state']): RecallContact =>
  ({ id: derivedUuid('test/contact', label), scope: 'health:ordnung', version: 1, recallId: RECALL, vaccinationId: aVaccination(label).id, ...told(state) })

const PERSONS = [
  aPerson('z', { familyName: 'Zander', givenName: 'Uwe' }),
  aPerson('ae', { familyName: 'Ähre', givenName: 'Pia', phone: null }, told('not-reached')),
  aPerson('b', { familyName: 'Bahr', givenName: 'Ole', phone: null, street: '', email: 'ole@example.org' }),
  aPerson('n', { familyName: 'Nagel', givenName: 'Ina', phone: null, street: '', email: null }),
]

const rowsFor = (contacts: readonly RecallContact[], persons: readonly RecallPerson[] = PERSONS): readonly RecallRow[] => rowsOf(byName(listed(persons)), contacts)
const names = (rows: readonly RecallRow[]): readonly string[] => rows.map(({ person }) => person.person.familyName)

test('everybody stands in order of name, umlauts as people look for them, with the best way to tell them', () => {
  const rows = rowsFor([])
  expect(names(rows)).toEqual(['Ähre', 'Bahr', 'Nagel', 'Zander'])
  expect(rows.map(({ way }) => way)).toEqual(['post', 'email', 'none', 'phone'])
})

test('what was noted at this desk counts before what the service has told', () => {
  const rows = rowsFor([noted('ae', 'reached'), noted('z', 'letter')])
  expect(rows.map(({ state }) => state)).toEqual(['reached', 'open', 'open', 'letter'])
  expect(countsOf(rows)).toEqual({ open: 2, 'not-reached': 0, letter: 1, reached: 1, moved: 0 })
})

test('a filter takes state, way and part of a name together', () => {
  const rows = rowsFor([])
  expect(names(filteredRows(rows, { ...ALL_ROWS, state: 'not-reached' }))).toEqual(['Ähre'])
  expect(names(filteredRows(rows, { ...ALL_ROWS, way: 'none' }))).toEqual(['Nagel'])
  expect(names(filteredRows(rows, { ...ALL_ROWS, text: 'aehre' }))).toEqual(['Ähre'])
  expect(names(filteredRows(rows, { state: 'open', way: 'phone', text: 'bahr' }))).toEqual([])
})

test('a list is worked through from the first to the last; at its end the one before is left', () => {
  const rows = rowsFor([])
  const [first, second, , last] = rows
  expect(nextAfter(rows, first?.id ?? '')).toBe(second)
  expect(nextAfter(rows, last?.id ?? '')?.person.person.familyName).toBe('Nagel')
  expect(nextAfter(rows.slice(0, 1), first?.id ?? '')).toBeUndefined()
})

test('letters go to whoever was not reached or has no telephone, or to all who were not told; never without an address', () => {
  const rows = rowsFor([])
  expect(names(lettersFor(rows, false))).toEqual(['Ähre'])
  expect(names(lettersFor(rows, true))).toEqual(['Ähre', 'Zander'])
  expect(names(lettersFor(rowsFor([noted('ae', 'letter')]), true))).toEqual(['Zander'])
})

test('in a list of ten thousand a note changes one line, and the order of the others is not worked out again', () => {
  const many = byName(listed(Array.from({ length: 10_000 }, (_, index) => aPerson(`one ${index}`, { familyName: `Name${(index * 7_919) % 10_000}` }))))
  const before = rowsOf(many, [])
  const after = rowsOf(many, [noted('one 7', 'reached')])
  expect(after.filter((row, index) => row.state !== before[index]?.state).map(({ id }) => id)).toEqual([aVaccination('one 7').id])
  expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key))
})

test('the sheet beside the telephone has who is not reached, and nobody under secrecy', () => {
  const rows = rowsFor([], [...PERSONS, aPerson('y', { familyName: 'Yilmaz', givenName: 'Can' })])
  expect(names(toCall(rows))).toEqual(['Yilmaz', 'Zander'])
  expect(names(toPrint(toCall(rows), id => id === aVaccination('z').id))).toEqual(['Yilmaz'])
})
