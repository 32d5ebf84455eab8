import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { momentOf, stateOf } from '../../command.ts'
import { writeCalendar } from '../../formats/icalendar.ts'
import { germanDay, plusCalendarDays } from '../../german-days.ts'
import { CommandId, derivedUuid } from '../../ids.ts'
import { instantFromMs, msOf, type Instant } from '../../time.ts'
import { anActor } from '../staff/testing.ts'
import { book, move } from './booking-commands.ts'
import { clockTime, minutesOfDay, onTheWall } from './clock-time.ts'
import { isOpenFor } from './stranded.ts'
import { freeSlots } from './slots.ts'
import type { Appointment } from './tables.ts'
import { aPlace, aResource, aService, counterId, someHours } from './testing.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const RUNS = { seed, numRuns: 300 }
const NOW = instantFromMs(Date.UTC(2026, 0, 1))
const NINE = 9 * 60

/** The days around both changes of the clocks, and any other of two years. */
const day = fc.oneof(
  fc.integer({ min: -2, max: 2 }).chain(days => fc.constantFrom('2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31').map(change => plusCalendarDays(change, days))),
  fc.integer({ min: 0, max: 729 }).map(days => plusCalendarDays('2026-01-02', days)),
)
/** Every five minutes from three in the night, when the clocks have changed, to the evening. */
const minute = fc.integer({ min: 36, max: 240 }).map(count => count * 5)
const length = fc.integer({ min: 1, max: 36 }).map(count => count * 5)

const moment = (label: string) => momentOf(anActor('clerk'), NOW, CommandId.parse(derivedUuid('wall', label)))
const wall = ({ startsAt, endsAt }: Pick<Appointment, 'startsAt' | 'endsAt'>): string =>
  `${germanDay(startsAt)} ${clockTime(minutesOfDay(startsAt))}–${clockTime(minutesOfDay(endsAt))}`

function booked(startsAt: Instant): Appointment {
  const state = stateOf(new Map<string, ReturnType<typeof aPlace> | ReturnType<typeof aService> | ReturnType<typeof aResource>>([
    [`places/${aPlace().id}`, aPlace()], [`appointment_services/${aService().id}`, aService()], [`resources/${counterId(1)}`, aResource(1)],
  ]))
  const person = { name: 'Änne Großkopf', email: null, phone: null, note: '' }
  const made = book.decide(state, { placeId: aPlace().id, serviceIds: [aService().id], persons: 1, ...person, resourceId: counterId(1), startsAt, channel: 'telephone' }, moment('book'))
  if (!made.ok) throw new Error(made.error.code)
  return made.value[0]?.row as Appointment
}

function moved(appointment: Appointment, startsAt: Instant, minutes: number): Appointment {
  const state = stateOf(new Map<string, Appointment | ReturnType<typeof aResource>>([[`appointments/${appointment.id}`, appointment], [`resources/${counterId(1)}`, aResource(1)]]))
  const made = move.decide(state, { appointmentId: appointment.id, resourceId: counterId(1), startsAt, minutes }, moment('move'))
  if (!made.ok) throw new Error(made.error.code)
  return made.value[0]?.row as Appointment
}

test(`an appointment moved from any day to any other stands at the time it was put to, and made longer it keeps its start (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(day, day, minute, length, (from, to, start, minutes) => {
    const first = booked(onTheWall(from).at(start))
    expect(wall(first)).toBe(`${from} ${clockTime(start)}–${clockTime(start + 15)}`)
    const other = moved(first, onTheWall(to).at(start), 15)
    expect(wall(other)).toBe(`${to} ${clockTime(start)}–${clockTime(start + 15)}`)
    const longer = moved(other, other.startsAt, minutes)
    expect(wall(longer)).toBe(`${to} ${clockTime(start)}–${clockTime(start + minutes)}`)
    expect(msOf(longer.endsAt) - msOf(longer.startsAt)).toBe(minutes * 60_000)
  }), RUNS)
})

test(`who moves day by day over a change of the clocks finds nine o’clock free and open on each of them (FC_SEED=${seed})`, () => {
  const lines = [someHours({ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '12:00', onHolidays: true })]
  fc.assert(fc.property(day, on => {
    const nine = onTheWall(on).at(NINE)
    const slots = freeSlots({ lines, resources: [aResource(1)], occupied: [] }, { serviceIds: [], minutes: 15, fromDay: on, toDay: on, notBefore: NOW, notAfter: null, isPublic: true })
    expect(slots.map(({ startsAt }) => startsAt)).toContain(nine)
    expect(isOpenFor(booked(nine), lines, [aResource(1)])).toBe(true)
  }), RUNS)
})

test(`a calendar program shows the same time on the wall, on both sides of the change (FC_SEED=${seed})`, () => {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' })
  fc.assert(fc.property(day, minute, length, (on, start, minutes) => {
    const { id, sequence, startsAt, endsAt } = moved(booked(onTheWall(on).at(start)), onTheWall(on).at(start), minutes)
    const text = writeCalendar([{
      uid: id, sequence, startsAt, endsAt, stampedAt: NOW, summary: 'Termin', description: '', location: '', isCancelled: false, organizer: null, attendee: null, url: null, remindMinutesBefore: null,
    }], { method: 'publish', name: '' })
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent') ?? undefined)
    expect([event.startDate, event.endDate].map(time => clock.format(time.toJSDate()))).toEqual([`${on} ${clockTime(start)}`, `${on} ${clockTime(start + minutes)}`])
  }), RUNS)
})
