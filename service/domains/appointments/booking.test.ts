import { beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/command.ts'
import { anAppointment, aPlace, aResource, aService, counterId, someHours } from '../../../shared/domains/appointments/testing.ts'
import type { Appointment } from '../../../shared/domains/appointments/tables.ts'
import { anActor } from '../../../shared/domains/staff/testing.ts'
import { AppointmentId, derivedUuid, OpeningHoursId } from '../../../shared/ids.ts'
import type { Json } from '../../../shared/json.ts'
import { instantFromMs, type Instant } from '../../../shared/time.ts'
import { aCommand, commandId, testPipeline } from '../../commands/testing.ts'
import { commitChanges } from '../../store/commit.ts'
import { loadRecords } from '../../store/records.ts'
import { anOrigin, testEngines, TEST_TIME } from '../../store/testing.ts'
import { TEST_GUARDS, townPerTest } from '../testing.ts'
import { COMPLETIONS } from '../completions.ts'

/** Monday, 7 December 2026. */
const at = (hour: number, minute = 0): Instant => instantFromMs(Date.UTC(2026, 11, 7, hour - 1, minute))
const MINUTES = 15

describe.each(testEngines())('booking on $kind', ({ open }) => {
  const own = townPerTest(open)
  beforeEach(async () => {
    await add([{ table: 'places', row: aPlace() }, { table: 'resources', row: aResource(1) }, { table: 'resources', row: aResource(2) }, { table: 'appointment_services', row: aService() }, { table: 'opening_hours', row: someHours() }])
  })

  const add = (changes: readonly Change[]) => own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, changes))
  const pipeline = () => testPipeline(own.database, { guards: TEST_GUARDS, completions: COMPLETIONS })
  const run = async (label: string, name: string, input: Json, basedOn: readonly Appointment[] = [], actor = anActor('clerk', '1', { townId: own.townId })): Promise<string> => {
    const [answer] = await pipeline().run(actor, [aCommand(label, name, input, { basedOn: basedOn.map(({ id, version }) => ({ table: 'appointments', id, version })) })])
    return answer?.kind === 'refused' ? answer.code : (answer?.kind ?? 'none')
  }
  const stored = async (id: string): Promise<Appointment | undefined> => (await loadRecords(own.database.db, own.townId, [{ table: 'appointments', id }], false)).get(`appointments/${id}`) as Appointment | undefined
  const idOf = (label: string): string => derivedUuid(commandId(label), 'appointment')
  const book = (label: string, startsAt: Instant, n = 1): Promise<string> => run(label, 'appointments.book', {
    placeId: aPlace().id, serviceIds: [aService().id], persons: 1, name: ' Änne Großkopf ', email: null, phone: ' ', note: '', resourceId: counterId(n), startsAt, channel: 'telephone',
  })

  test('a time is booked once, at the counters and times there are', async () => {
    expect(await book('a', at(9))).toBe('applied')
    expect([await book('b', at(9)), await book('c', at(9, 10)), await book('d', at(8, 50)), await book('e', at(9), 2), await book('f', at(9, 15))])
      .toEqual(['appointments/slot-taken', 'appointments/slot-taken', 'appointments/slot-taken', 'applied', 'applied'])
    expect([await book('g', at(13)), await book('h', at(11, 50))]).toEqual(['appointments/closed-then', 'appointments/closed-then'])
    expect(await stored(idOf('a'))).toMatchObject({ name: 'Änne Großkopf', phone: null, endsAt: at(9, MINUTES), status: 'booked', createdByName: 'Person 1' })
  })

  test('of many who want the same time at once, one gets it', async () => {
    const answers = await Promise.all(Array.from({ length: 24 }, (_, index) => book(`n${index}`, at(9))))
    expect(answers.toSorted()).toEqual([...Array.from({ length: 23 }, () => 'appointments/slot-taken'), 'applied'].toSorted())
  })

  test('who writes past the commands meets the same rule', async () => {
    await add([{ table: 'appointments', row: anAppointment() }])
    const overlapping = anAppointment({ id: AppointmentId.parse('0192a000-0000-7000-8000-0000000000f2'), startsAt: at(9, 5) })
    await expect(add([{ table: 'appointments', row: overlapping }])).rejects.toMatchObject({ constraint: 'appointments_no_overlap' })
  })

  test('a time held too long is free for others, one that is held is not', async () => {
    const held = anAppointment({ status: 'held', heldUntil: instantFromMs(Date.parse(TEST_TIME) + 1) })
    await add([{ table: 'appointments', row: held }])
    expect(await book('a', at(9))).toBe('appointments/slot-taken')
    await add([{ table: 'appointments', row: { ...held, heldUntil: TEST_TIME } }])
    expect(await book('b', at(9))).toBe('applied')
    expect((await stored(held.id))?.status).toBe('cancelled')
  })

  test('what is moved leaves its time, what is cancelled too', async () => {
    await book('a', at(9))
    const booked = await stored(idOf('a'))
    expect(await run('m', 'appointments.move', { appointmentId: idOf('a'), resourceId: counterId(1), startsAt: at(9, 10), minutes: 30 }, booked ? [booked] : [])).toBe('applied')
    expect(await stored(idOf('a'))).toMatchObject({ startsAt: at(9, 10), endsAt: at(9, 40), sequence: 1 })
    expect([await book('b', at(9)), await run('x', 'appointments.cancel', { appointmentId: idOf('a') }), await book('c', at(9))]).toEqual(['appointments/slot-taken', 'applied', 'applied'])
    expect(await stored(idOf('a'))).toMatchObject({ status: 'cancelled', sequence: 2 })
  })

  test('two counters that call one person at once: one of them does', async () => {
    await add([{ table: 'appointments', row: anAppointment({ status: 'waiting', waitingSince: TEST_TIME }) }])
    const waiting = await stored(anAppointment().id)
    const call = (label: string, n: number) => run(label, 'appointments.call', { appointmentId: anAppointment().id, counterId: counterId(n), again: false }, waiting ? [waiting] : [], anActor('clerk', String(n), { townId: own.townId }))
    expect((await Promise.all([call('a', 1), call('b', 2)])).toSorted()).toEqual(['applied', 'commands/changed-meanwhile'])
  })

  test('opening hours that strand somebody are set only with the number that was shown', async () => {
    await book('a', at(11))
    const set = (label: string, strands: number) => run(label, 'hours.set', { placeId: aPlace().id, lineId: someHours().id, strands, content: contentOf({ endTime: '11:00' }), follows: null }, [], anActor('lead', '3', { townId: own.townId }))
    expect([await set('x', 0), await set('y', 1)]).toEqual(['hours/strands-others', 'applied'])
    expect((await stored(idOf('a')))?.status).toBe('booked')
    const kept = await own.database.db.selectFrom('hours_changes').select(['line_id', 'changed_by_name', 'stranded']).where('town_id', '=', own.townId).execute()
    expect(kept).toEqual([{ line_id: someHours().id, changed_by_name: 'Person 3', stranded: 1 }])
    await expect(own.database.db.updateTable('hours_changes').set({ stranded: 0 }).where('town_id', '=', own.townId).execute()).rejects.toThrow('append-only')
  })

  test('opening hours from a day on are both lines or none', async () => {
    await book('a', at(11))
    const next = OpeningHoursId.parse(derivedUuid('line', 'next'))
    const set = (label: string, fromDay: string, strands: number) =>
      run(label, 'hours.set', { placeId: aPlace().id, lineId: next, strands, content: contentOf({ endTime: '11:00', fromDay }), follows: someHours().id }, [], anActor('lead', '3', { townId: own.townId }))
    const lines = () => own.database.db.selectFrom('opening_hours').select(['id', 'from_day', 'to_day']).where('town_id', '=', own.townId).orderBy('from_day').execute()
    expect(await set('x', '2026-12-07', 0)).toBe('hours/strands-others')
    expect(await lines()).toEqual([{ id: someHours().id, from_day: '2026-01-01', to_day: null }])
    expect(await set('y', '2026-12-08', 0)).toBe('applied')
    expect(await lines()).toEqual([{ id: someHours().id, from_day: '2026-01-01', to_day: '2026-12-07' }, { id: next, from_day: '2026-12-08', to_day: null }])
  })
})

function contentOf(changed: Readonly<Record<string, Json>>): Json {
  const { id: _id, scope: _scope, version: _version, placeId: _placeId, isDeleted: _isDeleted, ...content } = someHours()
  return { ...content, ...changed }
}
