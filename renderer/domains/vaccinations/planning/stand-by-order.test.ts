import { expect, test } from 'vitest'
import type { StandBy } from '../../../../shared/domains/vaccinations/tables.ts'
import { aReadyVisit, aSession } from '../../../../shared/domains/vaccinations/testing.ts'
import { germanMoment } from '../../../../shared/german-days.ts'
import { AppointmentId, VaccinationId } from '../../../../shared/ids.ts'
import { isLastHour, leftover, nextToCall, standByOrder } from './stand-by-order.ts'

const at = (time: string) => germanMoment('2026-11-24', time)
const entry = (name: string, minutesAway: number, state: StandBy['state'] = 'waiting', addedAt = at('08:00')): StandBy => ({ id: crypto.randomUUID(), name, phone: '1', birthYear: null, minutesAway, note: '', state, addedAt })

test('the nearest who waits is called next, and who is being asked stands before all', () => {
  const list = [entry('Fern', 40), entry('Später', 10, 'waiting', at('09:00')), entry('Nah', 10), entry('Kommt', 1, 'coming'), entry('Nein', 1, 'declined'), entry('Am Telefon', 30, 'asked')]
  expect(standByOrder(list).map(({ name }) => name)).toEqual(['Am Telefon', 'Nah', 'Später', 'Fern', 'Kommt', 'Nein'])
  expect(nextToCall(list)?.name).toBe('Nah')
  expect(nextToCall([entry('Nein', 1, 'declined')])).toBeUndefined()
})

test('whoever is here or still to come has a dose before anybody of the list', () => {
  const [mine, other, late] = [1, 2, 3].map(n => AppointmentId.parse(`0192a000-0000-7000-8000-00000000aa0${n}`)) as [AppointmentId, AppointmentId, AppointmentId]
  const visits = [aReadyVisit('one', { appointmentId: mine }), aReadyVisit('two', { vaccinationId: VaccinationId.parse('0192a000-0000-7000-8000-00000000bb01') })]
  const booked = [{ id: mine, status: 'booked' as const, startsAt: at('14:40') }, { id: other, status: 'booked' as const, startsAt: at('14:50') }, { id: late, status: 'booked' as const, startsAt: at('13:00') }]
  expect(leftover({ left: [5, null, -1], visits, booked, now: at('14:30') })).toEqual({ left: 5, expected: 2, spare: 3 })
  expect(leftover({ left: [1], visits, booked, now: at('14:30') }).spare).toBe(0)
})

test('left-over doses are thought of in the last hour of an open session, and until it is closed', () => {
  const session = aSession({ day: '2026-11-24', endTime: '15:00', status: 'open' })
  expect([isLastHour(session, at('13:59')), isLastHour(session, at('14:00')), isLastHour(session, at('15:30')), isLastHour({ ...session, status: 'closed' }, at('14:30')), isLastHour({ ...session, day: '2026-11-25' }, at('14:30'))]).toEqual([false, true, true, false, false])
})
