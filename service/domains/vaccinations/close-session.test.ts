import { beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/command.ts'
import type { Json } from '../../../shared/json.ts'
import { anActor } from '../../../shared/domains/staff/testing.ts'
import { aBookedTime, aSession, aVaccinee, SESSION_NOW } from '../../../shared/domains/vaccinations/testing.ts'
import { AppointmentId, derivedUuid, ResourceId } from '../../../shared/ids.ts'
import type { RowOf } from '../../../shared/tables.ts'
import { instantFromMs, msOf } from '../../../shared/time.ts'
import { aCommand, testPipeline } from '../../commands/testing.ts'
import { commitChanges } from '../../store/commit.ts'
import { loadRecords } from '../../store/records.ts'
import { anOrigin, testEngines } from '../../store/testing.ts'
import { COMPLETIONS } from '../completions.ts'
import { TEST_GUARDS, townPerTest } from '../testing.ts'
import { aVaccinationPlace, sessionClock } from './testing.ts'

const HOUR_MS = 3_600_000
const OTHER = ResourceId.parse('0192a000-0000-7000-8000-000000000c09')
const aStation = (id: ResourceId): Change => ({ table: 'resources', row: { id, scope: aSession().scope, version: 0, placeId: aSession().placeId, kind: 'counter', name: 'Station', position: 1, active: true, serviceIds: [], minutesBefore: 0, minutesAfter: 0 } })
const idOf = (label: string): AppointmentId => AppointmentId.parse(derivedUuid('test/appointment', label))
const atHours = (hours: number) => instantFromMs(msOf(SESSION_NOW) + hours * HOUR_MS)

describe.each(testEngines())('the day of a session on $kind', ({ open }) => {
  const own = townPerTest(open)
  const add = (...changes: readonly Change[]) => own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, changes))
  const booked = (label: string, hours: number, more: Partial<RowOf<'appointments'>> = {}) => ({ table: 'appointments', row: aBookedTime({ id: idOf(label), startsAt: atHours(hours), ...more }) }) as const
  const statusOf = async (...labels: readonly string[]) => {
    const rows = await loadRecords(own.database.db, own.townId, labels.map(label => ({ table: 'appointments', id: idOf(label) }) as const), false)
    return labels.map(label => (rows.get(`appointments/${idOf(label)}`) as RowOf<'appointments'>).status)
  }
  const send = async (label: string, name: string, input: Json, role: 'clerk' | 'lead' = 'clerk') => {
    const pipeline = testPipeline(own.database, { clock: sessionClock, guards: TEST_GUARDS, completions: COMPLETIONS })
    const [answer] = await pipeline.run(anActor(role, '1', { townId: own.townId }), [aCommand(label, name, input, { recordedAt: SESSION_NOW })])
    return answer?.kind === 'refused' ? answer.code : answer?.kind
  }
  const turn = (label: string, to: string, role: 'clerk' | 'lead' = 'clerk') => send(label, 'vaccinations.turn-session', { sessionId: aSession().id, to }, role)
  const comes = (label: string) => send(`${label} comes`, 'vaccinations.check-in', { sessionId: aSession().id, appointmentId: idOf(label), person: aVaccinee({ givenName: label }) })

  beforeEach(() => add(
    ...aVaccinationPlace(), ...[...aSession().resourceIds, OTHER].map(aStation),
    booked('came', -1), booked('late', -0.5), booked('gone', -0.25, { status: 'cancelled' }), booked('ahead', 2), booked('elsewhere', -1, { resourceId: OTHER }), booked('yesterday', -24),
  ))

  test('ends what was booked in it: who came was served, who did not has not come, and times ahead are nobody\'s fault', async () => {
    expect([await comes('came'), await statusOf('came')]).toEqual(['applied', ['serving']])
    expect(await turn('close', 'closed')).toBe('applied')
    expect(await statusOf('came', 'late', 'gone', 'ahead', 'elsewhere', 'yesterday')).toEqual(['finished', 'missed', 'cancelled', 'booked', 'booked', 'booked'])
  })

  test('a desk that comes back in the evening mends who was taken for missing', async () => {
    await turn('close', 'closed')
    expect([await comes('late'), await statusOf('late')]).toEqual(['applied', ['finished']])
    expect([await turn('again', 'open'), await turn('at last', 'closed'), await statusOf('late', 'came')]).toEqual(['applied', 'applied', ['finished', 'missed']])
  })

  test('a session that is changed or cancelled tells the history of the hours whom it leaves standing, as the service counts them', async () => {
    const { title, day, startTime, endTime, serviceIds, resourceIds, responsible, team, vaccineIds, fromAge, groups, id: sessionId, placeId } = aSession()
    const set = (label: string, strands: number, content: object = {}) => send(label, 'vaccinations.set-session', {
      sessionId, placeId, slotMinutes: 10, publicResourceIds: [], strands, content: { title, day, startTime, endTime, serviceIds, resourceIds, responsible, team, vaccineIds, fromAge, groups, ...content } as Json,
    }, 'lead')
    expect(await set('first', 0)).toBe('applied')
    expect([await set('unseen', 0, { endTime: '11:00' }), await set('seen', 1, { endTime: '11:00' }), await set('back', 0)]).toEqual(['hours/strands-others', 'applied', 'applied'])
    // What changes no time has nothing to count.
    expect(await set('words', 7, { groups: 'Alle' })).toBe('applied')
    await add({ table: 'vaccination_sessions', row: aSession({ status: 'planned' }) })
    expect(await turn('cancel', 'cancelled', 'lead')).toBe('applied')
    const kept = await own.database.db.selectFrom('hours_changes').select(['stranded', 'changed_by_name', 'after']).where('town_id', '=', own.townId).orderBy('version').execute()
    expect(kept.map(({ stranded, after }) => [stranded, after?.endTime])).toEqual([[0, '15:00'], [1, '11:00'], [0, '15:00'], [1, undefined]])
  })
})
