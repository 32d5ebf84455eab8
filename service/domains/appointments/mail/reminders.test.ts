import { beforeEach, describe, expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { anAppointment, aPlace, aResource, aService, counterId, someHours } from '../../../../shared/domains/appointments/testing.ts'
import { AppointmentId, derivedUuid } from '../../../../shared/ids.ts'
import { instantFromMs, msOf, type Instant } from '../../../../shared/time.ts'
import { enqueue } from '../../../delivery/jobs.ts'
import { createMaintenance } from '../../../maintenance/maintenance.ts'
import { TASKS } from '../../../maintenance/tasks.ts'
import { aLog } from '../../../delivery/testing.ts'
import { commitChanges } from '../../../store/commit.ts'
import { anOrigin, testEngines } from '../../../store/testing.ts'
import { townPerTest } from '../../testing.ts'
import { appointmentMail, type Told } from './jobs.ts'
import { remindOfAppointments } from './reminders.ts'

const HOUR_MS = 3_600_000
const at = (text: string): Instant => instantFromMs(Date.parse(text))
const before = (instant: Instant, hours: number): Instant => instantFromMs(msOf(instant) - hours * HOUR_MS)

/** 09:00 in Tangerhütte on the days around the nights in which the clocks change. */
const NINE = ['2027-03-27T08:00:00Z', '2027-03-28T07:00:00Z', '2027-10-30T07:00:00Z', '2027-10-31T08:00:00Z'].map(at)
const START = at('2026-12-07T08:00:00Z')

describe.each(testEngines())('reminders on $kind', ({ open }) => {
  const own = townPerTest(open)
  beforeEach(async () => {
    await add([{ table: 'places', row: aPlace() }, { table: 'resources', row: aResource(1) }, { table: 'appointment_services', row: aService() }, { table: 'opening_hours', row: someHours() }])
  })

  const add = (changes: Parameters<typeof commitChanges>[2]) => own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, changes))
  const idOf = (label: string): AppointmentId => AppointmentId.parse(derivedUuid('remind', label))
  async function put(label: string, overrides: Partial<Appointment> = {}): Promise<Appointment> {
    const row = anAppointment({ id: idOf(label), startsAt: START, resourceId: null, createdAt: before(START, 200), ...overrides })
    await add([{ table: 'appointments', row }])
    return row
  }
  const told = (row: Appointment, what: Told, now: Instant) => own.database.db.transaction().execute(trx => enqueue(trx, own.townId, [appointmentMail(row, what)].flatMap(job => job ?? []), now))
  const remind = (now: Instant) => remindOfAppointments(own.database.db, own.townId, now)
  const reminders = async (): Promise<readonly string[]> => {
    const rows = await own.database.db.selectFrom('jobs').select('key').where('town_id', '=', own.townId).where('key', 'like', '%/reminder').orderBy('created_at').execute()
    return rows.map(({ key }) => key)
  }

  test('a day before the start, once, whatever the clocks do in between', async () => {
    for (const [index, startsAt] of NINE.entries()) await put(`${index}`, { startsAt, createdAt: before(startsAt, 200) })
    const found: string[] = []
    for (const day of ['2027-03-26', '2027-10-29']) {
      const fromMs = Date.parse(`${day}T06:00:00Z`)
      for (let nowMs = fromMs; nowMs < fromMs + 54 * HOUR_MS; nowMs += HOUR_MS / 6) {
        const now = instantFromMs(nowMs)
        if ((await remind(now)) > 0) found.push(now)
      }
    }
    expect(found).toEqual(NINE.map(startsAt => before(startsAt, 24)))
    expect(await reminders()).toEqual(NINE.map((_, index) => `appointment/${idOf(String(index))}/0/reminder`))
  })

  test('as many hours before as the place says, and never where it says none', async () => {
    await add([{ table: 'places', row: aPlace({ remindHoursBefore: 48 }) }])
    await put('a')
    expect([await remind(before(START, 49)), await remind(before(START, 48))]).toEqual([0, 1])
    await add([{ table: 'places', row: aPlace({ remindHoursBefore: null }) }])
    await put('b')
    expect(await remind(before(START, 1))).toBe(0)
  })

  test('nobody who cancelled, did not come, is here already, is still typing, gave no address or booked after that time', async () => {
    for (const status of ['cancelled', 'missed', 'waiting', 'held', 'finished'] as const) await put(status, { status })
    await put('silent', { email: null })
    await put('late', { createdAt: before(START, 23) })
    expect(await remind(before(START, 2))).toBe(0)
    expect(await remind(before(START, -1))).toBe(0)
  })

  test('who was reminded and then moves to another day is reminded of that day, who moves to the same day is not again', async () => {
    const first = await put('a')
    expect(await remind(before(START, 20))).toBe(1)
    const movedTo = (startsAt: Instant, sequence: number): Appointment => ({ ...first, startsAt, occupiedFrom: startsAt, endsAt: before(startsAt, -1), occupiedUntil: before(startsAt, -1), sequence })
    const later = movedTo(before(START, -72), 1)
    await add([{ table: 'appointments', row: later }])
    await told(later, 'moved', before(START, 19))
    expect([await remind(before(START, 19)), await remind(before(later.startsAt, 24))]).toEqual([0, 1])
    const soon = movedTo(before(later.startsAt, 1), 2)
    await add([{ table: 'appointments', row: soon }])
    await told(soon, 'moved', before(later.startsAt, 12))
    expect(await remind(before(later.startsAt, 11))).toBe(0)
    expect((await reminders()).map(key => key.split('/')[2])).toEqual(['0', '1'])
  })

  test('two services remind once, and the service looks for itself', async () => {
    await put('a', { resourceId: counterId(1) })
    const log = aLog()
    const clock = { nowMs: () => msOf(before(START, 24)) }
    const keeper = () => createMaintenance({ db: own.database.db, townId: own.townId, clock, log, tasks: TASKS.filter(({ name }) => name === 'reminders') }).runDue()
    await Promise.all([keeper(), keeper(), remind(before(START, 24))])
    expect(await reminders()).toHaveLength(1)
    expect(log.lines.filter(line => line.startsWith('maintenance.task-failed'))).toEqual([])
  })
})
