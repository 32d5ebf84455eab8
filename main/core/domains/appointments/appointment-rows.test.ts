import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { anAppointment } from '../../../../shared/domains/appointments/testing.ts'
import { AppointmentId, derivedUuid } from '../../../../shared/ids.ts'
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
