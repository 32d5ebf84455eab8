import { expect, test } from 'vitest'
import { anAppointment, aResource, aService, counterId } from '../../../../shared/domains/appointments/testing.ts'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { blockOf } from './blocks.ts'
import { filtersHere, isFilters, isShownBy, NO_FILTERS, type Filters } from './filters.ts'

const isShown = (filters: Partial<Filters>, appointment: Partial<Appointment> = {}): boolean => isShownBy({ ...NO_FILTERS, ...filters }, blockOf({ ...anAppointment(appointment), isPending: false }))

test('without filters everything is shown but what was cancelled', () => {
  expect([isShown({}), isShown({}, { status: 'missed' }), isShown({}, { status: 'cancelled' })]).toEqual([true, true, false])
  expect([isShown({ statuses: ['cancelled'] }, { status: 'cancelled' }), isShown({ statuses: ['cancelled'] })]).toEqual([true, false])
})

test('by counter, also of those who came without a time and were called there', () => {
  expect([isShown({ counters: [counterId(1)] }), isShown({ counters: [counterId(2)] })]).toEqual([true, false])
  expect(isShown({ counters: [counterId(2)] }, { resourceId: null, counterId: counterId(2) })).toBe(true)
})

test('by service', () => {
  expect([isShown({ services: [aService().id] }), isShown({ services: ['another'] })]).toEqual([true, false])
})

test('filters of another place filter nothing here', () => {
  expect(filtersHere({ counters: ['elsewhere'], services: [], statuses: ['booked', 'unheard-of'] }, [aResource()], [aService()])).toEqual({ counters: [], services: [], statuses: ['booked'] })
})

test('what an older version kept is recognized or refused', () => {
  expect([isFilters({ ...NO_FILTERS }), isFilters({ counters: [] }), isFilters([]), isFilters('all')]).toEqual([true, false, false, false])
})
