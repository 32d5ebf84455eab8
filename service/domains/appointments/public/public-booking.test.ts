import { beforeEach, describe, expect, test } from 'vitest'
import { anAppointment, aPlace, aResource, aService, counterId, someHours } from '../../../../shared/domains/appointments/testing.ts'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { readCalendar } from '../../../../shared/formats/icalendar-read.ts'
import { AppointmentId, AppointmentServiceId, derivedUuid, OpeningHoursId, PlaceId } from '../../../../shared/ids.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import type { Booking, HoldAsked } from '../../../../shared/wire/booking.ts'
import { testEngines, TEST_TIME } from '../../../store/testing.ts'
import { townPerTest } from '../../testing.ts'
import { createBookingLinks } from '../booking-links.ts'
import { findAppointment } from '../appointment-rows.ts'
import { forgetHolds } from './forget-holds.ts'
import { bookingIdOf } from './hold.ts'
import { aHold, bookingOn, bookingTown, onMonday, outcome, someone, type BookingTown } from './testing.ts'

const MINUTE_MS = 60_000
const NOBODY = 'A'.repeat(43)

describe.each(testEngines())('citizens book on $kind', ({ open }) => {
  const own = townPerTest(open)
  let town: BookingTown
  beforeEach(async () => {
    town = await bookingTown(own.database, own.townId)
  })

  /** Each citizen asks from an address of their own. */
  const hold = (label: string, overrides: Partial<HoldAsked> = {}, address = label) => town.booking.hold(aHold(label, overrides), address)
  async function held(label: string, overrides: Partial<HoldAsked> = {}): Promise<Booking> {
    const result = await hold(label, overrides)
    if (!result.ok) throw new Error(result.error.code)
    return result.value
  }
  async function booked(label: string, overrides: Partial<HoldAsked> = {}): Promise<Booking> {
    const { link } = await held(label, overrides)
    const result = await town.booking.confirm(link, someone({ email: `${label}@example.org` }))
    if (!result.ok) throw new Error(result.error.code)
    return result.value
  }
  const linkOf = async (label: string): Promise<string> => createBookingLinks(own.database).keyFor(own.townId, bookingIdOf(own.townId, aHold(label).key))
  const stored = (label: string): Promise<Appointment | undefined> => findAppointment(own.database.db, own.townId, bookingIdOf(own.townId, aHold(label).key), false)
  const jobs = async (): Promise<readonly string[]> => {
    const rows = await own.database.db.selectFrom('jobs').select('key').where('town_id', '=', own.townId).orderBy('key').execute()
    return rows.map(({ key }) => key.split('/').slice(2).join('/'))
  }

  test('a time is kept, booked, moved and cancelled; the person is told of each', async () => {
    const kept = await held('a')
    expect(kept).toMatchObject({ status: 'held', startsAt: onMonday(9), endsAt: onMonday(9, 15), name: '', heldUntil: instantFromMs(Date.parse(TEST_TIME) + 10 * MINUTE_MS), changeUntil: onMonday(8) })
    expect(await stored('a')).toMatchObject({ status: 'held', channel: 'portal', resourceId: counterId(1), scope: 'department:ordnung' })
    const { link } = kept
    expect(outcome(await town.booking.confirm(link, someone({ name: ' Änne Großkopf ', note: 'Kinderwagen' })))).toBe('booked 2026-12-07T08:00')
    expect(await stored('a')).toMatchObject({ name: 'Änne Großkopf', email: 'aenne@example.org', note: 'Kinderwagen', heldUntil: null, createdByName: null })
    expect(outcome(await town.booking.move(link, onMonday(11, 30)))).toBe('booked 2026-12-07T10:30')
    expect(await stored('a')).toMatchObject({ name: 'Änne Großkopf', sequence: 1, resourceId: counterId(1) })
    expect(outcome(await hold('b'))).toBe('held 2026-12-07T08:00')
    expect(outcome(await town.booking.cancel(link))).toBe('cancelled 2026-12-07T10:30')
    expect(await stored('a')).toMatchObject({ status: 'cancelled', sequence: 2 })
    expect(outcome(await hold('c', { startsAt: onMonday(11, 30) }))).toBe('held 2026-12-07T10:30')
    expect(await jobs()).toEqual(['0/confirmed', '1/moved', '2/cancelled'])
  })

  test('whatever is sent twice is done once, and answered alike', async () => {
    const first = await hold('a')
    expect(await hold('a')).toEqual(first)
    const { link } = await held('a')
    const confirmed = await Promise.all([1, 2, 3].map(() => town.booking.confirm(link, someone())))
    const again = await hold('a')
    expect(new Set([...confirmed, again].map(answer => JSON.stringify(answer))).size).toBe(1)
    const moved = await town.booking.move(link, onMonday(10))
    expect(await town.booking.move(link, onMonday(10))).toEqual(moved)
    const cancelled = await town.booking.cancel(link)
    expect(await town.booking.cancel(link)).toEqual(cancelled)
    expect(await jobs()).toEqual(['0/confirmed', '1/moved', '2/cancelled'])
    expect(outcome(await town.booking.confirm(link, someone({ name: 'Jemand anderes' })))).toBe('appointments/wrong-status cancelled')
    expect(outcome(await hold('a', { startsAt: onMonday(8) }))).toBe('intake/key-reused')
  })

  test('of two who want the last time one gets it, and the other the next offer', async () => {
    await town.add([{ table: 'opening_hours', row: someHours({ from: '09:00', to: '09:15' }) }])
    const both = await Promise.all([hold('a'), hold('b')])
    expect(both.map(outcome).toSorted()).toEqual(['appointments/slot-taken 2026-12-08T08:00', 'held 2026-12-07T08:00'])
  })

  test('of many who book at once each gets another time, and nobody the same', async () => {
    await town.add([{ table: 'opening_hours', row: someHours({ publicResourceIds: [counterId(1), counterId(2)] }) }])
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => hold(`n${index}`, { startsAt: onMonday(9, index < 6 ? 0 : 15) })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(4)
    const taken = await own.database.db.selectFrom('appointments').select(['resource_id', 'starts_at']).where('town_id', '=', own.townId).execute()
    expect(new Set(taken.map(({ resource_id, starts_at }) => `${resource_id} ${starts_at}`)).size).toBe(4)
  })

  test('whoever goes back and takes another time keeps one, not two', async () => {
    await held('a')
    expect(outcome(await hold('a', { startsAt: onMonday(10), persons: 2 }))).toBe('held 2026-12-07T09:00')
    expect(await stored('a')).toMatchObject({ persons: 2, endsAt: onMonday(10, 25) })
    expect(outcome(await hold('b'))).toBe('held 2026-12-07T08:00')
  })

  test('a kept time is given back, and what is kept too long is free for others', async () => {
    const { link } = await held('a')
    expect(outcome(await hold('b'))).toBe('appointments/slot-taken 2026-12-07T08:15')
    expect(outcome(await town.booking.cancel(link))).toBe('cancelled 2026-12-07T08:00')
    expect(outcome(await hold('b'))).toBe('held 2026-12-07T08:00')
    town.clock.pass(10 * MINUTE_MS)
    expect(outcome(await hold('c'))).toBe('held 2026-12-07T08:00')
    expect((await stored('b'))?.status).toBe('cancelled')
    expect(outcome(await hold('b'))).toBe('appointments/slot-taken 2026-12-07T08:15')
    town.clock.pass(10 * MINUTE_MS)
    expect(await hold('c')).toMatchObject({ ok: true, value: { heldUntil: instantFromMs(town.clock.nowMs() + 10 * MINUTE_MS) } })
    expect(await jobs()).toEqual([])
  })

  test('who took too long gets the time while nobody else has it, and else the next offer', async () => {
    const [slow, slower] = [await held('a'), await held('b', { startsAt: onMonday(10) })]
    town.clock.pass(20 * MINUTE_MS)
    await booked('c')
    expect(outcome(await town.booking.confirm(slow.link, someone()))).toBe('appointments/hold-expired 2026-12-07T08:15')
    expect(outcome(await town.booking.confirm(slower.link, someone()))).toBe('booked 2026-12-07T09:00')
  })

  test('times that were kept and never booked are gone at every desk, booked ones stay', async () => {
    const kept = await held('a')
    await booked('b', { startsAt: onMonday(10) })
    town.clock.pass(41 * MINUTE_MS)
    expect([await forgetHolds(own.database.db, own.townId, instantFromMs(town.clock.nowMs())), await forgetHolds(own.database.db, own.townId, instantFromMs(town.clock.nowMs()))]).toEqual([1, 0])
    expect([await stored('a'), (await stored('b'))?.status]).toEqual([undefined, 'booked'])
    const feed = await own.database.db.selectFrom('feed').select(['op', 'scope']).where('town_id', '=', own.townId).orderBy('position', 'desc').limit(1).executeTakeFirst()
    expect(feed).toEqual({ op: 'deleted', scope: 'department:ordnung' })
    expect(outcome(await town.booking.confirm(kept.link, someone()))).toBe('appointments/hold-expired')
    expect(outcome(await hold('a'))).toBe('held 2026-12-07T08:00')
  })

  describe('what cannot be had is refused with the next best offer', () => {
    const soon = (minutes: number): Instant => instantFromMs(Date.UTC(2026, 10, 23, 7) + minutes * MINUTE_MS)
    /** Monday, 23 November, at eight: the office opens. */
    const toMonday = (): void => town.clock.pass(Date.UTC(2026, 10, 23, 7) - town.clock.nowMs())

    test.each<[string, Partial<HoldAsked>, string]>([
      ['a closed day', { startsAt: instantFromMs(Date.UTC(2026, 11, 6, 9)) }, 'appointments/closed-then 2026-12-07T07:00'],
      ['a public holiday', { startsAt: instantFromMs(Date.UTC(2026, 11, 25, 9)) }, 'appointments/closed-then 2026-12-28T07:00'],
      ['a time beside the grid', { startsAt: onMonday(9, 7) }, 'appointments/closed-then 2026-12-07T08:15'],
      ['what is past', { startsAt: instantFromMs(Date.UTC(2026, 10, 20, 9)) }, 'appointments/in-the-past 2026-11-23T07:00'],
      ['the year 1', { startsAt: '0001-01-01T08:00:00.000Z' as Instant }, 'appointments/in-the-past 2026-11-23T07:00'],
      ['next year', { startsAt: instantFromMs(Date.UTC(2027, 5, 7, 8)) }, 'appointments/too-far-ahead 2026-11-23T07:00'],
      ['the end of all time', { startsAt: '9999-12-31T23:59:59.999Z' as Instant }, 'appointments/too-far-ahead 2026-11-23T07:00'],
      ['too many persons', { persons: 5 }, 'appointments/too-many-persons 4'],
      ['an unknown place', { placeId: PlaceId.parse(derivedUuid('no', 'place')) }, 'appointments/no-such-place'],
      ['an unknown service', { serviceIds: [AppointmentServiceId.parse(derivedUuid('no', 'service'))] }, 'appointments/no-such-service'],
    ])('%s', async (_what, asked, answer) => {
      expect(outcome(await hold('a', asked))).toBe(answer)
    })

    test('too short a notice', async () => {
      toMonday()
      expect(outcome(await hold('a', { startsAt: soon(45) }))).toBe('appointments/too-short-notice 2026-11-23T08:00')
      expect(outcome(await hold('a', { startsAt: soon(60) }))).toBe('held 2026-11-23T08:00')
    })

    test('what is closed meanwhile, is for staff alone, or was withdrawn', async () => {
      const { link } = await held('a')
      await town.add([{ table: 'opening_hours', row: someHours({ id: OpeningHoursId.parse(derivedUuid('closed', 'day')), kind: 'closed', fromDay: '2026-12-07', toDay: '2026-12-07' }) }])
      expect(outcome(await town.booking.confirm(link, someone()))).toBe('appointments/closed-then 2026-12-08T07:00')
      await town.add([{ table: 'appointment_services', row: aService({ isPublic: false }) }])
      expect([outcome(await hold('b')), outcome(await town.booking.confirm(link, someone()))]).toEqual(['appointments/no-such-service', 'appointments/no-such-service'])
      expect(await town.booking.places()).toEqual([])
    })

    test('somebody without a name or without an address', async () => {
      const { link } = await held('a')
      expect(outcome(await town.booking.confirm(link, someone({ name: '  ' })))).toBe('appointments/name-missing')
      expect(outcome(await town.booking.confirm(link, someone({ email: null, phone: ' ' })))).toBe('appointments/contact-missing')
      expect(outcome(await town.booking.confirm(link, someone({ email: null, phone: '03935 1' })))).toBe('booked 2026-12-07T08:00')
      expect(await jobs()).toEqual([])
    })

    test('too many appointments for one address, in whatever way it is written; cancelled ones do not count', async () => {
      const links: string[] = []
      for (const minute of [0, 15, 30, 45]) links.push((await held(`n${minute}`, { startsAt: onMonday(9, minute) })).link)
      const confirm = async (index: number, email: string) => outcome(await town.booking.confirm(links[index] ?? '', someone({ email })))
      expect([await confirm(0, 'a@example.org'), await confirm(1, 'A@Example.org'), await confirm(2, 'a@example.org'), await confirm(3, 'a@EXAMPLE.org')])
        .toEqual(['booked 2026-12-07T08:00', 'booked 2026-12-07T08:15', 'booked 2026-12-07T08:30', 'appointments/too-many-open 3'])
      await town.booking.cancel(links[0] ?? '')
      expect(await confirm(3, 'a@example.org')).toBe('booked 2026-12-07T08:45')
    })

    test('too many appointments for one telephone number', async () => {
      await town.add([{ table: 'places', row: aPlace({ maxPerEmail: 1 }) }])
      const [one, other] = [await held('a'), await held('b', { startsAt: onMonday(10) })]
      expect(outcome(await town.booking.confirm(one.link, someone({ email: null, phone: '03935 / 123' })))).toBe('booked 2026-12-07T08:00')
      expect(outcome(await town.booking.confirm(other.link, someone({ email: null, phone: '03935-123' })))).toBe('appointments/too-many-open 1')
    })

    test('a third time kept from one address, until one is booked, given back or over', async () => {
      const from = (label: string, minute: number, address = '198.51.100.7') => hold(label, { startsAt: onMonday(9, minute) }, address)
      const [first] = [await from('a', 0), await from('b', 15)]
      expect(outcome(await from('c', 30))).toBe('appointments/too-many-holds')
      expect(outcome(await from('c', 30, '198.51.100.8'))).toBe('held 2026-12-07T08:30')
      if (first.ok) await town.booking.confirm(first.value.link, someone())
      expect(outcome(await from('d', 45))).toBe('held 2026-12-07T08:45')
      expect(outcome(await from('e', 30))).toBe('appointments/too-many-holds')
      expect(outcome(await town.booking.cancel(await linkOf('d')))).toBe('cancelled 2026-12-07T08:45')
      expect(outcome(await from('d', 45))).toBe('held 2026-12-07T08:45')
      town.clock.pass(10 * MINUTE_MS)
      expect(outcome(await from('e', 0))).toBe('appointments/slot-taken 2026-12-07T08:15')
      expect(outcome(await from('e', 15))).toBe('held 2026-12-07T08:15')
      expect([await hold('f', { startsAt: onMonday(10) }, '2001:db8::1'), await hold('g', { startsAt: onMonday(10, 15) }, '2001:db8:0:0:9::2'), await hold('h', { startsAt: onMonday(10, 30) }, '2001:db8::ffff:3')].map(outcome))
        .toEqual(['held 2026-12-07T09:00', 'held 2026-12-07T09:15', 'appointments/too-many-holds'])
    })

    test('a third time kept from one address by whatever process, and after a restart', async () => {
      const address = '203.0.113.9'
      const [one, other] = [bookingOn(own.database, own.townId, town.clock), bookingOn(own.database, own.townId, town.clock)]
      const at = (minute: number) => aHold(`n${minute}`, { startsAt: onMonday(9, minute) })
      const answers = await Promise.all([one.hold(at(0), address), other.hold(at(15), address), one.hold(at(30), address), other.hold(at(45), address)])
      expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
      expect(answers.flatMap(answer => (answer.ok ? [] : [answer.error.code]))).toEqual(['appointments/too-many-holds', 'appointments/too-many-holds'])
      expect(outcome(await bookingOn(own.database, own.townId, town.clock).hold(aHold('after', { startsAt: onMonday(10) }), address))).toBe('appointments/too-many-holds')
    })

    test('from where somebody asked is written down by nobody, and forgotten once it is known who comes or the time is over', async () => {
      const holders = async () => (await own.database.db.selectFrom('open_holds').select('holder').where('town_id', '=', own.townId).execute()).map(({ holder }) => holder)
      const [first] = [await hold('a', {}, '203.0.113.9'), await hold('b', { startsAt: onMonday(10) }, '203.0.113.9')]
      const [one, other, ...more] = await holders()
      expect([one, more]).toEqual([other, []])
      expect(one).toMatch(/^[\w-]{43}$/)
      if (first.ok) await town.booking.confirm(first.value.link, someone())
      expect(await holders()).toEqual([one])
      town.clock.pass(41 * MINUTE_MS)
      await forgetHolds(own.database.db, own.townId, instantFromMs(town.clock.nowMs()))
      expect(await holders()).toEqual([])
    })

    test('a wrong link', async () => {
      const { link } = await booked('a')
      const wrong = [NOBODY, '', `${link}x`, bookingIdOf(own.townId, aHold('a').key)]
      const answers = await Promise.all(wrong.flatMap(one => [town.booking.read(one), town.booking.move(one, onMonday(10)), town.booking.cancel(one), town.booking.confirm(one, someone())]))
      expect(new Set(answers.map(outcome))).toEqual(new Set(['appointments/wrong-link']))
    })

    test('moving to what is taken, closed or too soon, and changing too late', async () => {
      const { link } = await booked('a')
      await booked('b', { startsAt: onMonday(10) })
      expect(outcome(await town.booking.move(link, onMonday(10)))).toBe('appointments/slot-taken 2026-12-07T09:15')
      expect(outcome(await town.booking.move(link, onMonday(13)))).toBe('appointments/closed-then 2026-12-08T07:00')
      expect(await stored('a')).toMatchObject({ startsAt: onMonday(9), sequence: 0 })
      town.clock.pass(Date.parse(onMonday(8)) - town.clock.nowMs() + 1)
      expect([outcome(await town.booking.move(link, onMonday(11))), outcome(await town.booking.cancel(link))]).toEqual(['appointments/too-late-to-change', 'appointments/too-late-to-change'])
      await town.add([{ table: 'appointments', row: { ...(await stored('a') ?? anAppointment()), status: 'waiting' } }])
      expect([outcome(await town.booking.move(link, onMonday(11))), outcome(await town.booking.read(link))]).toEqual(['appointments/wrong-status waiting', 'here 2026-12-07T08:00'])
    })
  })

  test('an appointment overlaps itself when it is moved a little, and keeps the length a clerk gave it', async () => {
    const { link } = await booked('a')
    await town.add([{ table: 'appointments', row: { ...(await stored('a') ?? anAppointment()), endsAt: onMonday(9, 30), occupiedUntil: onMonday(9, 30) } }])
    expect(outcome(await town.booking.move(link, onMonday(9, 15)))).toBe('booked 2026-12-07T08:15')
    expect(await stored('a')).toMatchObject({ endsAt: onMonday(9, 45) })
  })

  test('free times are those of public counters, without what is taken, kept or closed', async () => {
    await booked('a')
    await held('b', { startsAt: onMonday(8, 15) })
    await town.add([{ table: 'appointments', row: anAppointment({ id: AppointmentId.parse(derivedUuid('other', 'counter')), resourceId: counterId(2), startsAt: onMonday(11) }) }])
    const asked = { placeId: aPlace().id, serviceIds: [aService().id, aService().id], persons: 1, from: '2026-12-06', days: 2 }
    const times = async (overrides: object = {}) => {
      const answer = await town.booking.times({ ...asked, ...overrides })
      if (!answer.ok) throw new Error(answer.error.code)
      return { ...answer.value, times: answer.value.times.map(({ startsAt }) => startsAt.slice(5, 16)) }
    }
    const monday = await times()
    expect(monday).toMatchObject({ minutes: 15, nextStartsAt: '2026-12-08T07:00:00.000Z' })
    expect(monday.times).toEqual(['12-07T07:00', ...['07:30', '07:45', '08:15', '08:30', '08:45', '09:00', '09:15', '09:30', '09:45', '10:00', '10:15', '10:30', '10:45'].map(time => `12-07T${time}`)])
    expect((await times({ persons: 3 })).minutes).toBe(35)
    expect(await times({ from: '9999-12-31', days: 90 })).toMatchObject({ times: [], nextStartsAt: '2026-11-23T07:00:00.000Z' })
    expect((await times({ from: '0000-01-01', days: 90 })).times).toEqual([])
    expect((await times({ from: '2026-11-01', days: 90 })).times[0]).toBe('11-23T07:00')
  })

  test('nine o’clock is nine o’clock on both days on which the clocks change, and an hour that is skipped is not offered', async () => {
    await town.add([
      { table: 'opening_hours', row: someHours({ from: '00:00', to: '24:00', weekdays: [7], slotMinutes: 60, onHolidays: true }) },
      { table: 'appointment_services', row: aService({ bookableDays: 400 }) },
    ])
    const onDay = async (from: string) => {
      const answer = await town.booking.times({ placeId: aPlace().id, serviceIds: [aService().id], persons: 1, from, days: 1 })
      return answer.ok ? answer.value.times.map(({ startsAt }) => startsAt) : []
    }
    const [spring, autumn] = [await onDay('2027-03-28'), await onDay('2027-10-31')]
    expect(spring).toContain('2027-03-28T07:00:00.000Z')
    expect(autumn).toContain('2027-10-31T08:00:00.000Z')
    // Two o'clock does not come in spring, and twice in autumn.
    expect([spring.length, autumn.length]).toEqual([23, 23])
    expect(outcome(await hold('a', { startsAt: '2027-03-28T07:00:00.000Z' as Instant }))).toBe('held 2027-03-28T07:00')
    expect(outcome(await hold('b', { startsAt: '2027-10-31T00:00:00.000Z' as Instant }))).toMatch(/^appointments\/closed-then/)
  })

  test('a counter that needs time around its appointments gets it', async () => {
    await town.add([{ table: 'resources', row: aResource(1, { minutesAfter: 10 }) }])
    await booked('a')
    expect(outcome(await hold('b', { startsAt: onMonday(9, 15) }))).toBe('appointments/slot-taken 2026-12-07T08:30')
  })

  test('the calendar file has the entry of the e-mail, and a cancellation says so', async () => {
    const { link } = await booked('a')
    const file = async () => {
      const answer = await town.booking.calendar(link)
      return answer.ok ? answer.value : answer.error.code
    }
    const text = await file()
    const read = readCalendar(text, onMonday(0), onMonday(23))
    expect(read).toMatchObject({ ok: true, value: { entries: [{ uid: bookingIdOf(own.townId, aHold('a').key), startsAt: onMonday(9), endsAt: onMonday(9, 15), summary: 'Personalausweis beantragen' }] } })
    expect(text).toContain('METHOD:PUBLISH')
    expect(text).not.toMatch(/ATTENDEE|Großkopf|a@example/)
    await town.booking.cancel(link)
    expect(await file()).toContain('STATUS:CANCELLED')
  })
})
