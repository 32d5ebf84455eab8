import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { anAppointment } from '../../../../shared/domains/appointments/testing.ts'
import { AppointmentId, derivedUuid, PersonId } from '../../../../shared/ids.ts'
import { TOWN_SCOPE } from '../../../../shared/scope.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { putBase, replaceOverlay } from '../../cache/rows.ts'
import { cacheOfItsOwn } from '../../cache/testing.ts'
import { appointmentsNamed } from './appointment-rows.ts'

/** Monday, 7 December 2026, 09:00 in Tangerhütte. */
const NOW = instantFromMs(Date.UTC(2026, 11, 7, 8))

let opened: ReturnType<typeof cacheOfItsOwn>
beforeEach(() => {
  opened = cacheOfItsOwn()
})
afterEach(() => opened.remove())

const booked = (label: string, day: number, overrides: Partial<Appointment>): Appointment =>
  anAppointment({ id: AppointmentId.parse(derivedUuid('rows', label)), startsAt: instantFromMs(Date.UTC(2026, 11, day, 8)), email: null, ...overrides })

const found = (text: string) => appointmentsNamed(opened.cache.db, text, NOW)
const namesFound = (text: string): readonly string[] => found(text).map(({ name }) => name)

test('somebody is found by part of the name, the address or the number, however written, the nearest to now first', () => {
  putBase(opened.cache.db, 'appointments', booked('a', 20, { name: 'Änne Großkopf' }))
  putBase(opened.cache.db, 'appointments', booked('b', 5, { name: 'Anne Weiß', phone: '03935 / 93 17-0' }))
  putBase(opened.cache.db, 'appointments', booked('c', 9, { name: 'Bernd Alt', email: 'Anne.Alt@example.org' }))
  expect([namesFound(' ANNE '), namesFound('Änne'), namesFound('0393593'), namesFound('93 17'), namesFound('Clara')]).toEqual([
    ['Anne Weiß', 'Bernd Alt', 'Änne Großkopf'], ['Anne Weiß', 'Bernd Alt', 'Änne Großkopf'], ['Anne Weiß'], ['Anne Weiß'], [],
  ])
})

test('by what one has changed oneself and not by what it was before, whole and marked as not sent', () => {
  const row = booked('a', 9, { name: 'Änne Großkopf' })
  putBase(opened.cache.db, 'appointments', row)
  replaceOverlay(opened.cache.db, { table: 'appointments', id: row.id }, { ...row, name: 'Änne Klein' })
  expect(namesFound('Großkopf')).toEqual([])
  expect(found('Klein')).toEqual([{ ...row, name: 'Änne Klein', isPending: true }])
})

test('whoever stands under secrecy is found by name, and by nothing that says how they are reached', () => {
  const { db } = opened.cache
  const personId = PersonId.parse(derivedUuid('rows', 'secret'))
  const row = booked('a', 9, { name: 'Änne Großkopf', email: 'aenne@example.org', phone: '03935 9317' })
  putBase(db, 'appointments', row)
  expect([namesFound('aenne@'), namesFound('9317')]).toEqual([['Änne Großkopf'], ['Änne Großkopf']])
  putBase(db, 'secrecies', { id: personId, scope: TOWN_SCOPE, version: 1, until: '2099-01-01' })
  putBase(db, 'secrecy_marks', { id: derivedUuid('rows', 'mark'), scope: row.scope, version: 1, recordTable: 'appointments', recordId: row.id, personId })
  expect([namesFound('aenne@'), namesFound('9317'), namesFound('Großkopf')]).toEqual([[], [], ['Änne Großkopf']])
})
