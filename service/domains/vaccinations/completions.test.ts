import { beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/command.ts'
import { aDraft, aReadyVisit, aSession, aVaccination, aVaccinee, aVisit, SESSION_NOW } from '../../../shared/domains/vaccinations/testing.ts'
import type { Vaccination, Visit } from '../../../shared/domains/vaccinations/tables.ts'
import { anActor } from '../../../shared/domains/staff/testing.ts'
import { contactIdOf } from '../../../shared/domains/vaccinations/recall-commands.ts'
import { DepartmentId, derivedUuid, RecallId, SessionId, SideEffectId, VaccinationId, VisitId, VaccineId } from '../../../shared/ids.ts'
import type { Role } from '../../../shared/actor.ts'
import type { Json } from '../../../shared/json.ts'
import { healthArchiveScope, healthScope } from '../../../shared/scope.ts'
import type { RowOf } from '../../../shared/tables.ts'
import { aCommand, commandId, testPipeline } from '../../commands/testing.ts'
import { commitChanges } from '../../store/commit.ts'
import { loadRecords } from '../../store/records.ts'
import { anOrigin, testEngines } from '../../store/testing.ts'
import { COMPLETIONS } from '../completions.ts'
import { TEST_GUARDS, townPerTest } from '../testing.ts'
import { aVaccinationPlace, sessionClock } from './testing.ts'

const ARCHIVE = healthArchiveScope(DepartmentId.parse('ordnung'))

describe.each(testEngines())('vaccinations on $kind', ({ open }) => {
  const own = townPerTest(open)
  beforeEach(() => add(...aVaccinationPlace()))

  const add = (...changes: readonly Change[]) => own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, changes))
  const get = async <Name extends 'vaccinations' | 'vaccination_visits' | 'vaccination_sessions' | 'recall_contacts' | 'side_effects'>(table: Name, id: string): Promise<RowOf<Name>> =>
    (await loadRecords(own.database.db, own.townId, [{ table, id }], false)).get(`${table}/${id}`) as RowOf<Name>
  const send = async (label: string, name: string, input: Json, basedOn: readonly { readonly id: string; readonly version: number }[] = [], role: Role = 'clerk') => {
    const command = aCommand(label, name, input, { recordedAt: SESSION_NOW, basedOn: basedOn.map(({ id, version }) => ({ table: 'vaccinations', id, version })) })
    const [answer] = await testPipeline(own.database, { clock: sessionClock, guards: TEST_GUARDS, completions: COMPLETIONS }).run(anActor(role, '1', { townId: own.townId }), [command])
    return answer?.kind === 'refused' ? answer.code : answer?.kind
  }
  const madeBy = (label: string, what: string) => derivedUuid(commandId(label), what)
  const checkIn = (label: string, person = aVaccinee()) => send(label, 'vaccinations.check-in', { sessionId: aSession().id, appointmentId: null, person })
  const visitOf = (label: string): Promise<Visit> => get('vaccination_visits', madeBy(label, 'visit'))
  const document = (label: string, visit: Visit) => send(label, 'vaccinations.document', { visitId: visit.id, draft: aDraft(), history: [], flags: [] })
  const recordOf = (label: string): Promise<Vaccination> => get('vaccinations', madeBy(label, 'vaccination'))
  const contentOf = ({ person, vaccineId, lot, expiresOn, doses, site, vaccinatorName, nextDoses }: Vaccination, more: Partial<Vaccination> = {}) =>
    ({ person, vaccineId, lot, expiresOn, doses, site, vaccinatorName, nextDoses, ...more }) as unknown as Json
  const correct = async (label: string, record: Vaccination, more: Partial<Vaccination> = {}) =>
    send(label, 'vaccinations.correct', { vaccinationId: record.id, content: contentOf(record, more), reason: 'Schreibfehler' }, [await get('vaccinations', record.id)])
  const twoReady = async (): Promise<readonly [Visit, Visit]> => {
    const [one, other] = [aReadyVisit('one'), aReadyVisit('other')]
    await add({ table: 'vaccination_visits', row: one }, { table: 'vaccination_visits', row: other })
    return [one, other]
  }

  test('whoever comes in is known by what counts of the doses documented here, years ago too', async () => {
    const before = (label: string, more: Partial<Vaccination>) => ({ table: 'vaccinations', row: aVaccination(label, { day: '2024-10-01', ...more }) }) as const
    await add(
      before('archived', { scope: ARCHIVE }), before('void', { day: '2023-10-01', isVoid: true }), before('replaced', { day: '2022-10-01', replacedById: aVaccination('archived').id }),
      before('elsewhere', { day: '2021-10-01', scope: healthScope(DepartmentId.parse('bau')) }), before('stranger', { vaccineeId: aVaccination('x', { person: aVaccinee({ givenName: 'Karl' }) }).vaccineeId }),
    )
    expect(await checkIn('a', aVaccinee({ givenName: 'ÄNNE ' }))).toBe('applied')
    expect((await visitOf('a')).history).toMatchObject([{ day: '2024-10-01', source: 'here', vaccinationId: aVaccination('archived').id, isLive: false }])
    expect(await send('b', 'vaccinations.change-person', { visitId: madeBy('a', 'visit'), person: aVaccinee({ givenName: 'Berta' }) })).toBe('applied')
    expect((await visitOf('a')).history).toEqual([])
  })

  test('two desks that check in one person at once: both visits stand and are marked until one is somebody else', async () => {
    expect(await Promise.all([checkIn('a'), checkIn('b')])).toEqual(['applied', 'applied'])
    const [one, other] = await Promise.all([visitOf('a'), visitOf('b')])
    expect([one.twinId, other.twinId]).toEqual([other.id, one.id])
    expect(await checkIn('c', aVaccinee({ givenName: 'Karl' }))).toBe('applied')
    expect((await visitOf('c')).twinId).toBeNull()
    await checkIn('d')
    expect((await visitOf('d')).twinId).not.toBeNull()
    expect(await send('e', 'vaccinations.leave', { visitId: madeBy('d', 'visit'), reason: 'Doppelt' })).toBe('applied')
    await send('f', 'vaccinations.change-person', { visitId: one.id, person: aVaccinee({ givenName: 'Karla' }) })
    expect((await Promise.all(['a', 'b', 'd'].map(visitOf))).map(({ twinId }) => twinId)).toEqual([null, null, null])
  })

  test('a check-in that comes after the ticket it wrote takes nothing back of what the other desk has done', async () => {
    const id = VisitId.parse(madeBy('late', 'visit'))
    const { scope: _scope, version: _version, twinId: _twin, ...visit } = aReadyVisit('carried', { id })
    expect(await send('take', 'vaccinations.take-over', { visit })).toBe('applied')
    expect(await document('1', aReadyVisit('carried', { id }))).toBe('applied')
    expect(await checkIn('late')).toBe('applied')
    expect(await visitOf('late')).toMatchObject({ vaccinationId: madeBy('1', 'vaccination'), consent: { kind: 'oral' }, twinId: null })
  })

  test('documentations are numbered without gaps, also by two services at once', async () => {
    const visits = Array.from({ length: 8 }, (_, index) => aReadyVisit(`n${index}`, { person: aVaccinee({ givenName: `Person ${index}` }) }))
    await add(...visits.map(row => ({ table: 'vaccination_visits', row }) as const))
    expect(new Set(await Promise.all(visits.map(visit => document(visit.id, visit))))).toEqual(new Set(['applied']))
    const numbers = await Promise.all(visits.map(async ({ id }) => (await recordOf(id)).number))
    expect(numbers.toSorted()).toEqual(visits.map((_, index) => `I-2026-${String(index + 1).padStart(6, '0')}`))
  })

  test('two desks document one person: neither is refused, both are marked, and stay so until somebody has looked', async () => {
    const [one, other] = await twoReady()
    expect(await Promise.all([document('1', one), document('2', other)])).toEqual(['applied', 'applied'])
    const [first, second] = await Promise.all([recordOf('1'), recordOf('2')])
    expect([first.twinId, second.twinId]).toEqual([second.id, first.id])
    expect(await document('3', one)).toBe('applied')
    expect((await recordOf('3')).twinId).not.toBeNull()
    expect(await send('v', 'vaccinations.void', { vaccinationId: first.id, reason: 'Doppelt' }, [await get('vaccinations', first.id)], 'lead')).toBe('applied')
    // The two that are left stand beside each other, and the visit goes by what counts.
    expect([(await recordOf('2')).twinId, (await recordOf('3')).twinId]).toEqual([madeBy('3', 'vaccination'), second.id])
    expect((await get('vaccination_visits', one.id)).vaccinationId).toBe(madeBy('3', 'vaccination'))
    expect(await send('k', 'vaccinations.keep-both', { vaccinationId: second.id }, [], 'physician')).toBe('applied')
    expect([(await recordOf('2')).twinId, (await recordOf('3')).twinId]).toEqual([null, null])
    expect(await correct('c', await recordOf('3'), { site: 'right-arm' })).toBe('applied')
    expect([(await recordOf('2')).twinId, (await recordOf('c')).twinId]).toEqual([null, null])
  })

  test('a correction takes the place of what was wrong: with a number of its own, at the visit, among twins and in histories', async () => {
    const [one, other] = await twoReady()
    await document('1', one)
    await document('2', other)
    const waiting = { ...aVisit('waiting', { person: aVaccinee({ givenName: 'Anna' }) }), sessionId: aSession().id }
    await add({ table: 'vaccination_visits', row: waiting })
    const [vaccinationId, recallId, sideEffectId] = [VaccinationId.parse(madeBy('1', 'vaccination')), RecallId.parse(derivedUuid('test', 'recall')), SideEffectId.parse(derivedUuid('test', 'side-effect'))]
    await add(
      { table: 'vaccination_recalls', row: { id: recallId, scope: one.scope, version: 0, vaccineId: aDraft().vaccineId ?? VaccineId.parse(recallId), vaccineName: 'x', lot: 'AB123', reason: 'x', openedAt: SESSION_NOW, openedByName: 'x', closedAt: null, closedByName: null } },
      { table: 'recall_contacts', row: { id: contactIdOf(recallId, vaccinationId), scope: one.scope, version: 0, recallId, vaccinationId, state: 'reached', note: 'Tochter', at: SESSION_NOW, byName: 'x' } },
      { table: 'side_effects', row: { id: sideEffectId, scope: one.scope, version: 0, vaccinationId, description: 'x', onsetAt: SESSION_NOW, suspectedAt: SESSION_NOW, dueAt: SESSION_NOW, reportedAt: null, reportedByName: null, reportedTo: '' } },
    )
    expect(await correct('c', await recordOf('1'), { person: aVaccinee({ givenName: 'Anna' }) })).toBe('applied')
    const correctionId = VaccinationId.parse(madeBy('c', 'vaccination'))
    expect([(await get('recall_contacts', contactIdOf(recallId, correctionId))).note, (await get('side_effects', sideEffectId)).vaccinationId]).toEqual(['Tochter', correctionId])
    expect(await recordOf('c')).toMatchObject({ number: 'I-2026-000003', twinId: null, replacesId: madeBy('1', 'vaccination') })
    expect([(await recordOf('1')).replacedById, (await recordOf('2')).twinId]).toEqual([madeBy('c', 'vaccination'), null])
    expect(await get('vaccination_visits', one.id)).toMatchObject({ vaccinationId: madeBy('c', 'vaccination'), observeUntil: '2026-11-24T09:15:00.000Z', person: { givenName: 'Anna' } })
    expect((await get('vaccination_visits', waiting.id)).history).toMatchObject([{ vaccinationId: madeBy('c', 'vaccination') }])
    expect(await send('v', 'vaccinations.void', { vaccinationId: VaccinationId.parse(madeBy('c', 'vaccination')), reason: 'Nie gegeben' }, [await recordOf('c')], 'lead')).toBe('applied')
    expect((await get('vaccination_visits', waiting.id)).history).toEqual([])
    expect((await get('vaccination_visits', one.id)).vaccinationId).toBeNull()
  })

  test('a session gets its key once', async () => {
    const sessionId = SessionId.parse(derivedUuid('test', 'session'))
    const { title, day, startTime, endTime, serviceIds, resourceIds, responsible, team, vaccineIds, fromAge, groups } = aSession()
    const set = (label: string) => send(label, 'vaccinations.set-session', {
      sessionId, placeId: aSession().placeId, slotMinutes: 15, publicResourceIds: [], strands: 0, content: { title, day, startTime, endTime, serviceIds, resourceIds, responsible, team, vaccineIds, fromAge, groups },
    }, [], 'lead')
    expect(await set('a')).toBe('applied')
    const { ticketKey } = await get('vaccination_sessions', sessionId)
    expect(Buffer.from(ticketKey, 'base64')).toHaveLength(32)
    expect(await set('b')).toBe('applied')
    expect((await get('vaccination_sessions', sessionId)).ticketKey).toBe(ticketKey)
  })
})
