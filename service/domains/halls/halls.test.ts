import { beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/command.ts'
import { aHall, aHallBooking, aTenant } from '../../../shared/domains/halls/testing.ts'
import type { HallBooking } from '../../../shared/domains/halls/tables.ts'
import { anActor } from '../../../shared/domains/staff/testing.ts'
import { DepartmentId, derivedUuid } from '../../../shared/ids.ts'
import type { Json } from '../../../shared/json.ts'
import { TOWN_SCOPE } from '../../../shared/scope.ts'
import { instantFromMs, msOf } from '../../../shared/time.ts'
import { aCommand, commandId, testPipeline } from '../../commands/testing.ts'
import { commitChanges } from '../../store/commit.ts'
import { loadRecords } from '../../store/records.ts'
import { anOrigin, testEngines } from '../../store/testing.ts'
import { TEST_GUARDS, townPerTest } from '../testing.ts'
import { COMPLETIONS } from '../completions.ts'

const HOUR_MS = 3_600_000

describe.each(testEngines())('halls on $kind', ({ open }) => {
  const own = townPerTest(open)
  beforeEach(async () => {
    await add([{ table: 'departments', row: { id: DepartmentId.parse('ordnung'), scope: TOWN_SCOPE, version: 0, name: 'Ordnung', position: 1, letterhead: null, closedAt: null } }, { table: 'halls', row: aHall() }])
  })

  const add = (changes: readonly Change[]) => own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, changes))
  const stored = async (id: string): Promise<HallBooking> => (await loadRecords(own.database.db, own.townId, [{ table: 'hall_bookings', id }], false)).get(`hall_bookings/${id}`) as HallBooking
  const send = async (label: string, name: string, input: Json, basedOn: readonly HallBooking[] = [], role: 'clerk' | 'lead' = 'lead') =>
    (await testPipeline(own.database, { guards: TEST_GUARDS, completions: COMPLETIONS })
      .run(anActor(role, label.startsWith('2') ? '2' : '1', { townId: own.townId }), [aCommand(label, name, input, { basedOn: basedOn.map(({ id, version }) => ({ table: 'hall_bookings', id, version })) })]))[0]
  const run = async (...told: Parameters<typeof send>): Promise<string> => {
    const answer = await send(...told)
    return answer?.kind === 'refused' ? answer.code : (answer?.kind ?? 'none')
  }
  const onOne = async (step: string, id: string, more: Record<string, Json> = {}, role: 'clerk' | 'lead' = 'clerk'): Promise<string> => run(`${step}/${id}`, `halls.${step}`, { bookingIds: [id], ...more }, [await stored(id)], role)
  const wish = (times: readonly Json[]): Json => ({ hallId: aHall().id, purpose: ' Geburtstag ', persons: 40, note: '', tenant: aTenant(), channel: 'telephone', times: [...times] })
  const { startsAt, endsAt } = aHallBooking()

  test('from the request to the key that came back', async () => {
    expect([await run('r', 'halls.request', wish([{ startsAt, endsAt }]), [], 'clerk'), await run('p', 'halls.request', { ...(wish([{ startsAt, endsAt }]) as object), persons: 81 } as Json)]).toEqual(['applied', 'halls/too-many-persons'])
    const id = derivedUuid(commandId('r'), 'booking/0')
    expect(await stored(id)).toMatchObject({ status: 'requested', purpose: 'Geburtstag', seriesId: null, prices: [{ label: 'Saal', cents: 12_000 }, { label: 'Heizung (8 Stunden)', cents: 2_400 }], occupiedFrom: '2026-12-12T12:00:00.000Z', occupiedUntil: '2026-12-12T23:00:00.000Z' })
    expect([await onOne('approve', id), await onOne('contract', id), await run('a', 'halls.approve', { bookingIds: [id] }, [await stored(id)])]).toEqual(['commands/not-allowed', 'halls/wrong-status', 'applied'])
    const { persons, note, tenant } = await stored(id)
    const correction = { bookingIds: [id], times: null, wish: { purpose: 'Geburtstag', persons, note, tenant }, prices: [{ label: 'Saal', cents: 0 }], depositCents: 10_000, priceReason: 'Jubiläum' }
    expect([await run('k', 'halls.correct', { ...correction, priceReason: ' ' }, [await stored(id)], 'clerk'), await run('price', 'halls.correct', correction, [await stored(id)], 'clerk')]).toEqual(['halls/reason-missing', 'applied'])
    expect(await stored(id)).toMatchObject({ priceReason: 'Jubiläum', depositCents: 10_000, corrections: [{ byName: 'Person 1', before: { depositCents: 15_000 } }] })
    expect(await run('c', 'halls.contract', { bookingIds: [id] }, [await stored(id)], 'clerk')).toBe('applied')
    expect(await stored(id)).toMatchObject({ status: 'contracted', contractNumber: 'MV-2026-0001', contract: { reference: 'MV-2026-0001', subject: 'Mietvertrag über „Dorfgemeinschaftshaus Uchtdorf“' } })
    expect(await onOne('hand-over', id, { to: 'Änne Großkopf', depositReceived: true })).toBe('applied')
    const protocol = { condition: 'defects', defects: 'Ein Stuhl', meters: '', keptCents: 4_000 }
    expect([await onOne('take-back', id, { protocol: { ...protocol, keptCents: 10_001 } }), await run('back', 'halls.take-back', { bookingIds: [id], protocol }, [await stored(id)], 'clerk')]).toEqual(['halls/kept-too-much', 'applied'])
    expect(await stored(id)).toMatchObject({ status: 'returned', keyOut: { to: 'Änne Großkopf' }, keyBack: { keptCents: 4_000, byName: 'Person 1' } })
  })

  test('of two leads who approve requests for one time at once, one does; the other is told free days', async () => {
    const wanted = Array.from({ length: 6 }, (_, index) => aHallBooking(`n${index}`, { startsAt: instantFromMs(msOf(startsAt) + index * HOUR_MS) }))
    await add(wanted.map(row => ({ table: 'hall_bookings', row }) as const))
    const rows = await Promise.all(wanted.map(({ id }) => stored(id)))
    const answers = await Promise.all(rows.map((row, index) => send(`${(index % 2) + 1}/${index}`, 'halls.approve', { bookingIds: [row.id] }, [row])))
    expect(answers.filter(answer => answer?.kind === 'applied')).toHaveLength(1)
    expect(answers.filter(answer => answer?.kind === 'refused' && answer.code === 'halls/taken')).toHaveLength(5)
    expect(answers.find(answer => answer?.kind === 'refused')).toMatchObject({ facts: { day: '12.12.2026', free: '13.12.2026, 14.12.2026, 15.12.2026' } })
  })

  test('who writes past the commands meets the same rule', async () => {
    await add([{ table: 'hall_bookings', row: aHallBooking('a', { status: 'approved' }) }])
    await expect(add([{ table: 'hall_bookings', row: aHallBooking('b', { status: 'contracted' }) }])).rejects.toMatchObject({ constraint: 'hall_bookings_no_overlap' })
  })

  test('a series is asked for, approved, contracted and in parts cancelled at once', async () => {
    const times = Array.from({ length: 4 }, (_, week) => ({ startsAt: instantFromMs(msOf(startsAt) + week * 168 * HOUR_MS), endsAt: instantFromMs(msOf(endsAt) + week * 168 * HOUR_MS) }))
    await run('s', 'halls.request', wish(times), [], 'clerk')
    const ids = times.map((_, index) => derivedUuid(commandId('s'), `booking/${index}`))
    const rows = () => Promise.all(ids.map(stored))
    expect(new Set((await rows()).map(({ seriesId }) => seriesId)).size).toBe(1)
    expect([await run('a', 'halls.approve', { bookingIds: ids }, await rows()), await run('c', 'halls.contract', { bookingIds: ids }, await rows())]).toEqual(['applied', 'applied'])
    expect((await rows()).map(({ contractNumber, contract }) => [contractNumber, contract !== null])).toEqual(ids.map((_, index) => ['MV-2026-0001', index === 0]))
    expect(await run('x', 'halls.cancel', { bookingIds: ids.slice(2), reason: 'Verein aufgelöst' }, (await rows()).slice(2), 'clerk')).toBe('applied')
    expect((await rows()).map(({ status }) => status)).toEqual(['contracted', 'contracted', 'cancelled', 'cancelled'])
    await add([{ table: 'hall_bookings', row: aHallBooking('other') }])
    expect(await run('m', 'halls.cancel', { bookingIds: [ids[0] ?? '', aHallBooking('other').id], reason: 'x' }, [])).toBe('commands/record-missing')
  })

  test('a contract that is corrected has a next version about all that stands of it; a time that is taken is refused', async () => {
    const times = [0, 1, 2].map(week => ({ startsAt: instantFromMs(msOf(startsAt) + week * 168 * HOUR_MS), endsAt: instantFromMs(msOf(endsAt) + week * 168 * HOUR_MS) }))
    await run('s', 'halls.request', wish(times), [], 'clerk')
    const ids = times.map((_, index) => derivedUuid(commandId('s'), `booking/${index}`))
    const [first = '', second = '', third = ''] = ids
    const rows = () => Promise.all(ids.map(stored))
    await run('a', 'halls.approve', { bookingIds: ids }, await rows())
    await run('c', 'halls.contract', { bookingIds: ids }, await rows())
    await run('x', 'halls.cancel', { bookingIds: [first], reason: 'Urlaub' }, [await stored(first)])
    const { purpose, persons, note, tenant, prices, depositCents } = await stored(second)
    const correct = async (label: string, id: string, more: Record<string, Json>) => run(label, 'halls.correct', {
      bookingIds: [id], times: null, wish: { purpose, persons, note, tenant }, prices: prices.map(line => ({ ...line })), depositCents, priceReason: '', ...more,
    }, [await stored(id)], 'clerk')
    expect(await correct('w1', second, { times: times[2] ?? null })).toBe('halls/taken')
    expect(await correct('w2', second, { times: { startsAt: instantFromMs(msOf(times[1]?.startsAt ?? startsAt) - HOUR_MS), endsAt: times[1]?.endsAt ?? endsAt } })).toBe('applied')
    expect((await rows()).map(({ contractVersion, contract, corrections }) => [contractVersion, contract !== null, corrections.length])).toEqual([[2, true, 0], [2, false, 1], [2, false, 0]])
    const sheet = JSON.stringify((await stored(first)).contract)
    for (const part of ['Dies ist die 2. Fassung. Sie ersetzt die 1. Fassung vom 22. November 2026.', 'Mietzeiten (2)', '19. Dezember 2026, 13:00 bis 22:00 Uhr', 'MV-2026-0001']) expect(sheet).toContain(part)
    expect(sheet).not.toContain('12. Dezember 2026')
    expect(await correct('o', third, { wish: { purpose, persons, note: 'ruft an', tenant: { ...tenant, phone: '039 35' } } })).toBe('applied')
    expect([(await stored(third)).note, (await stored(third)).contractVersion, (await stored(third)).corrections.length]).toEqual(['ruft an', 2, 1])
    expect([await correct('n', third, { wish: { purpose, persons, note: 'ruft an', tenant: { ...tenant, phone: '039 35' } } }), (await stored(third)).corrections.length]).toEqual(['applied', 1])
    expect(await correct('p', third, { wish: { purpose, persons: 81, note, tenant: { ...tenant } } })).toBe('halls/too-many-persons')
    await run('h', 'halls.hand-over', { bookingIds: [third], to: 'Änne', depositReceived: true }, [await stored(third)])
    expect(await correct('l', third, {})).toBe('halls/wrong-status')
  })

  test('only a lead of the department sets its halls', async () => {
    const { id: hallId, scope: _scope, version: _version, ...content } = aHall({ capacity: 90 })
    const set = (label: string, role: 'clerk' | 'lead', departmentId: string) => run(label, 'halls.set', { hallId, departmentId, content: content as unknown as Json }, [], role)
    expect([await set('a', 'clerk', 'ordnung'), await set('b', 'lead', 'ordnung')]).toEqual(['commands/not-allowed', 'applied'])
    await add([{ table: 'departments', row: { id: DepartmentId.parse('bau'), scope: TOWN_SCOPE, version: 0, name: 'Bau', position: 2, letterhead: null, closedAt: null } }])
    expect(await run('c', 'halls.set', { hallId: derivedUuid('test', 'new'), departmentId: 'bau', content: content as unknown as Json })).toBe('commands/not-allowed')
  })
})
