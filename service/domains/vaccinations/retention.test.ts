import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '../../../shared/command.ts'
import { aStaffAccount } from '../../../shared/domains/staff/testing.ts'
import { contactIdOf } from '../../../shared/domains/vaccinations/recall-commands.ts'
import { aReadyVisit, aSession, aVaccination, aVaccine, SESSION_NOW } from '../../../shared/domains/vaccinations/testing.ts'
import { AccountId, DepartmentId, derivedUuid, PersonId, RecallId, SessionId, SideEffectId } from '../../../shared/ids.ts'
import { healthArchiveScope } from '../../../shared/scope.ts'
import type { HealthRetention } from '../../../shared/wire/vaccinations.ts'
import { TEST_TOWN, testService, type TestService } from '../../testing.ts'
import { deleteReleased } from './delete-released.ts'
import { aVaccinationPlace } from './testing.ts'

const ARCHIVE = healthArchiveScope(DepartmentId.parse('ordnung'))
const [OLD, YOUNG] = [SessionId.parse(derivedUuid('test', 'old')), SessionId.parse(derivedUuid('test', 'young'))]
const RECALL = RecallId.parse(derivedUuid('test', 'recall'))

let town: TestService
beforeAll(async () => {
  town = await testService()
  await town.change([
    ...aVaccinationPlace(),
    { table: 'staff', row: aStaffAccount({ id: AccountId.parse(derivedUuid('test', 'second')), personId: PersonId.parse(derivedUuid('test', 'second person')), login: 'physician.ordnung', name: 'Dr. Arndt', grants: [{ role: 'physician', departmentId: DepartmentId.parse('ordnung') }] }) },
  ])
  await town.change([...KEPT])
})
afterAll(() => town.close())

/** Given on a day of a session, and archived. */
const given = (label: string, day: string, sessionId: SessionId): readonly Change[] => [
  { table: 'vaccination_visits', row: aReadyVisit(label, { scope: ARCHIVE, sessionId, vaccinationId: aVaccination(label).id }) },
  { table: 'vaccinations', row: aVaccination(label, { scope: ARCHIVE, day, sessionId }) },
]
const KEPT: readonly Change[] = [
  { table: 'vaccination_sessions', row: aSession({ id: OLD, scope: ARCHIVE, day: '2015-12-31', status: 'closed', closedAt: SESSION_NOW }) },
  { table: 'vaccination_sessions', row: aSession({ id: YOUNG, scope: ARCHIVE, day: '2016-01-02', status: 'closed', closedAt: SESSION_NOW }) },
  ...given('old', '2015-12-31', OLD), ...given('harmed', '2015-12-31', OLD), ...given('young', '2016-01-02', YOUNG),
  { table: 'vaccinations', row: aVaccination('mended', { scope: ARCHIVE, day: '2015-12-31', sessionId: OLD, visitId: aReadyVisit('old').id, replacesId: aVaccination('old').id }) },
  { table: 'vaccination_visits', row: aReadyVisit('judged', { scope: ARCHIVE, sessionId: OLD }) },
  { table: 'side_effects', row: { id: SideEffectId.parse(derivedUuid('test', 'harm')), scope: ARCHIVE, version: 0, vaccinationId: aVaccination('harmed').id, description: 'x', onsetAt: SESSION_NOW, suspectedAt: SESSION_NOW, dueAt: SESSION_NOW, reportedAt: SESSION_NOW, reportedByName: 'x', reportedTo: 'x' } },
  { table: 'vaccination_recalls', row: { id: RECALL, scope: aSession().scope, version: 0, vaccineId: aVaccine().id, vaccineName: 'x', lot: 'AB123', reason: 'x', openedAt: SESSION_NOW, openedByName: 'x', closedAt: SESSION_NOW, closedByName: 'x' } },
  { table: 'recall_contacts', row: { id: contactIdOf(RECALL, aVaccination('old').id), scope: aSession().scope, version: 0, recallId: RECALL, vaccinationId: aVaccination('old').id, state: 'reached', note: 'Tochter', at: SESSION_NOW, byName: 'x' } },
]

const [LEAD, PHYSICIAN] = ['lead.ordnung', 'physician.ordnung'] as const
const ask = async (login: string, method: 'GET' | 'PUT' | 'POST', url: string, payload?: object): Promise<HealthRetention & { readonly code?: string }> =>
  (await town.app.inject({ method, url: `/v1/vaccinations${url}`, headers: await town.bearer(login), ...(payload ? { payload } : {}) })).json()
const look = (login: string) => ask(login, 'GET', '/retention?departmentId=ordnung')
const propose = (login: string, id: string, fingerprint: string) => ask(login, 'PUT', `/deletions/${id}`, { departmentId: 'ordnung', fingerprint })
const release = (login: string, id: string) => ask(login, 'POST', `/deletions/${id}/release`, {})
const run = () => deleteReleased(town.database.db, TEST_TOWN, SESSION_NOW)
const ids = async (table: 'vaccinations' | 'vaccination_visits' | 'vaccination_sessions' | 'recall_contacts') =>
  (await town.database.db.selectFrom(table).select('id').where('town_id', '=', TEST_TOWN).execute()).map(({ id }) => id)

test('what is older than ten years and the rest of the year is shown, without what somebody was harmed by', async () => {
  expect(await look(LEAD)).toMatchObject({ before: '2016-01-01', doses: 2, days: 1, firstDay: '2015-12-31', lastDay: '2015-12-31', proposal: null, deletions: [] })
})

test('one proposes, another one releases, and only what was shown is deleted; nothing is deleted before', async () => {
  const { fingerprint } = await look(LEAD)
  const [first, id] = [randomUUID(), randomUUID()]
  expect((await propose(LEAD, first, 'a'.repeat(64))).code).toBe('privacy/list-changed')
  expect((await propose(PHYSICIAN, first, fingerprint)).proposal).toMatchObject({ id: first, isOwn: true, isCurrent: true, byName: 'Dr. Arndt' })
  // Another proposal takes the place of the first; the same one is made once.
  expect((await Promise.all([propose(LEAD, id, fingerprint), propose(LEAD, id, fingerprint)])).map(({ proposal }) => proposal?.id)).toEqual([id, id])
  expect([(await release(PHYSICIAN, first)).code, (await release(LEAD, id)).code, (await release('clerk.ordnung', id)).code]).toEqual(['commands/not-allowed', 'vaccinations/own-proposal', 'commands/not-allowed'])
  await town.change([...given('found later', '2014-05-05', OLD)])
  expect([(await release(PHYSICIAN, id)).code, (await look(PHYSICIAN)).proposal?.isCurrent, await run()]).toEqual(['privacy/list-changed', false, 0])
  const again = randomUUID()
  expect((await propose(LEAD, again, (await look(LEAD)).fingerprint)).code).toBeUndefined()
  expect(await run()).toBe(0)
  expect((await release(PHYSICIAN, again)).deletions).toMatchObject([{ id: again, proposedByName: LEAD, releasedByName: 'Dr. Arndt', doses: 3, endedAt: null }])
})

test('with them go their visits, what recalls knew of them and what they said before; the audit log keeps ids alone', async () => {
  expect([await run(), await run()]).toEqual([3, 0])
  expect((await ids('vaccinations')).toSorted()).toEqual(['harmed', 'young'].map(label => aVaccination(label).id).toSorted())
  expect((await ids('vaccination_visits')).toSorted()).toEqual(['harmed', 'young'].map(label => aReadyVisit(label).id).toSorted())
  // To the old session still belongs what somebody was harmed by.
  expect([(await ids('vaccination_sessions')).length, await ids('recall_contacts')]).toEqual([3, []])
  const fed = await town.database.db.selectFrom('feed').select(['op', 'row']).where('record_id', '=', aVaccination('old').id).execute()
  expect(fed).toEqual([{ op: 'deleted', row: null }])
  const log = (await town.database.db.selectFrom('audit_log').select('entry').execute()).map(({ entry }) => entry).join('\n')
  for (const action of ['vaccinations.deletion-proposed', 'privacy.health-deleted', 'vaccinations.deleted']) expect(log).toContain(`"action":"${action}"`)
  expect(log).not.toMatch(/Großkopf|Tochter/)
  expect(await look(LEAD)).toMatchObject({ doses: 0, proposal: null, deletions: [{ endedAt: SESSION_NOW }] })
})
