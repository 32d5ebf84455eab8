import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/command.ts'
import { aReadyVisit, aSession, aVaccination, aVisit, SESSION_NOW } from '../../../shared/domains/vaccinations/testing.ts'
import { contactIdOf } from '../../../shared/domains/vaccinations/recall-commands.ts'
import type { SideEffect, Vaccination, VaccinationSession } from '../../../shared/domains/vaccinations/tables.ts'
import { DepartmentId, derivedUuid, RecallId, SideEffectId } from '../../../shared/ids.ts'
import { healthArchiveScope } from '../../../shared/scope.ts'
import { plusDays } from '../../../shared/time.ts'
import { commitChanges } from '../../store/commit.ts'
import type { Database } from '../../store/database.ts'
import { readSharedFeed } from '../../store/feed.ts'
import { loadRecords } from '../../store/records.ts'
import { anOrigin, testEngines } from '../../store/testing.ts'
import { townPerTest } from '../testing.ts'
import { archiveContacts, archiveSessions } from './archive.ts'
import { forgetUntreated } from './forget-untreated.ts'
import { aVaccinationPlace } from './testing.ts'

const LIVE = aSession().scope
const ARCHIVE = healthArchiveScope(DepartmentId.parse('ordnung'))
const SIGNED = { confirmation: { kind: 'by-hand', at: SESSION_NOW, notedByName: 'Dr. Arndt' } } as const
const DAYS_LATER = plusDays(SESSION_NOW, 15)

const aSideEffect = (overrides: Partial<SideEffect> = {}): SideEffect => ({
  id: SideEffectId.parse(derivedUuid('test', 'side-effect')), scope: LIVE, version: 1, vaccinationId: aVaccination().id, description: 'Schwellung', onsetAt: SESSION_NOW, suspectedAt: SESSION_NOW,
  dueAt: SESSION_NOW, reportedAt: null, reportedByName: null, reportedTo: '', ...overrides,
})

/** Resolves once a transaction waits for a row that another one holds. */
async function somebodyWaits(db: Database['db']): Promise<void> {
  const waiting = async (): Promise<number> => (await sql<{ count: number }>`select count(*) as count from pg_locks where not granted`.execute(db)).rows[0]?.count ?? 0
  while ((await waiting()) === 0);
}

describe.each(testEngines())('the archive on $kind', ({ kind, open }) => {
  const own = townPerTest(open)
  const add = (...changes: readonly Change[]) => own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, changes))
  const session = (more: Partial<VaccinationSession> = {}) => ({ table: 'vaccination_sessions', row: aSession({ status: 'closed', closedAt: SESSION_NOW, ...more }) }) as const
  const given = (more: Partial<Vaccination> = {}) => ({ table: 'vaccinations', row: aVaccination('one', { ...SIGNED, ...more }) }) as const
  const visit = () => ({ table: 'vaccination_visits', row: aReadyVisit('one', { vaccinationId: aVaccination().id }) }) as const
  const scopes = async (): Promise<readonly string[]> => {
    const records = [{ table: 'vaccination_sessions', id: aSession().id }, { table: 'vaccination_visits', id: aVisit().id }, { table: 'vaccinations', id: aVaccination().id }, { table: 'side_effects', id: aSideEffect().id }] as const
    return [...(await loadRecords(own.database.db, own.townId, records, false)).values()].map(({ scope }) => scope)
  }
  const archive = (now = DAYS_LATER) => archiveSessions(own.database.db, own.townId, now)
  beforeEach(() => add(...aVaccinationPlace()))

  test('a session that is over goes with all that belongs to it, and desks are told to let go', async () => {
    const waiting = { id: derivedUuid('test', 'stand-by'), name: 'Karl Kurz', phone: '1', birthYear: null, minutesAway: 5, note: '', state: 'waiting' as const, addedAt: SESSION_NOW }
    const { position } = await add(session({ standBy: [waiting] }), visit(), given(), { table: 'side_effects', row: aSideEffect({ reportedAt: SESSION_NOW }) })
    expect([await archive(plusDays(SESSION_NOW, 14)), await archive(), await archive()]).toEqual([0, 1, 0])
    expect(await scopes()).toEqual([ARCHIVE, ARCHIVE, ARCHIVE, ARCHIVE])
    const feed = await readSharedFeed(own.database.db, own.townId, { scope: LIVE, after: position, limit: 100 })
    expect(feed.ok && feed.value.entries.map(({ op, table }) => `${op} ${table}`).toSorted()).toEqual(['left side_effects', 'left vaccination_sessions', 'left vaccination_visits', 'left vaccinations'])
    expect((await own.database.db.selectFrom('vaccination_sessions').select('stand_by').where('town_id', '=', own.townId).execute())[0]?.stand_by).toEqual([])
  })

  test.each([
    ['it is still open', [session({ status: 'open', closedAt: null }), given()]],
    ['a suspicion is not reported', [session(), given(), { table: 'side_effects', row: aSideEffect() }]],
    ['two documentations stand beside each other', [session(), given({ twinId: aVaccination('other').id })]],
    ['a signature is awaited', [session(), given({ confirmation: { kind: 'awaited' } })]],
  ] as const)('a session stays as long as %s', async (_why, rows) => {
    await add(...(rows as readonly Change[]))
    expect(await archive(plusDays(SESSION_NOW, 400))).toBe(0)
  })

  test('what was replaced or void keeps no session', async () => {
    await add(session(), given({ isVoid: true, confirmation: { kind: 'awaited' } }))
    expect(await archive()).toBe(1)
  })

  test('a session that was fetched back stays until its time is over', async () => {
    await add(session(), visit(), given())
    await own.database.db.insertInto('vaccination_returns').values({ town_id: own.townId, session_id: aSession().id, until: plusDays(DAYS_LATER, 7) }).execute()
    expect([await archive(), await archive(plusDays(DAYS_LATER, 8))]).toEqual([0, 1])
  })

  test('what somebody documents while the session goes is not left behind', async () => {
    await add(session(), visit())
    const { db } = own.database
    const moved = await db.transaction().execute(async trx => {
      await loadRecords(trx, own.townId, [{ table: 'vaccination_visits', id: aVisit().id }], true)
      const archiving = { done: archive() }
      if (kind === 'postgres') await somebodyWaits(db)
      await commitChanges(trx, { ...anOrigin(), townId: own.townId }, [given()])
      return archiving
    })
    expect([await moved.done, await scopes()]).toEqual([1, [ARCHIVE, ARCHIVE, ARCHIVE]])
  })

  test('two services archive each session once', async () => {
    await add(session(), visit(), given())
    expect((await Promise.all([archive(), archive()])).toSorted()).toEqual([0, 1])
  })

  test('how far people were told of a recall leaves the desks when it has been closed for a while; the recall itself stays', async () => {
    const recall = (label: string, closedAt: typeof SESSION_NOW | null): readonly Change[] => {
      const recallId = RecallId.parse(derivedUuid('test/recall', label))
      return [
        { table: 'vaccination_recalls', row: { id: recallId, scope: LIVE, version: 0, vaccineId: aVaccination().vaccineId, vaccineName: 'x', lot: 'AB123', reason: 'Kühlkette', openedAt: SESSION_NOW, openedByName: 'x', closedAt, closedByName: closedAt && 'x' } },
        { table: 'recall_contacts', row: { id: contactIdOf(recallId, aVaccination().id), scope: LIVE, version: 0, recallId, vaccinationId: aVaccination().id, state: 'reached', note: 'Tochter', at: SESSION_NOW, byName: 'x' } },
      ]
    }
    const { position } = await add(...recall('closed', SESSION_NOW), ...recall('open', null))
    const contacts = (now: typeof SESSION_NOW) => archiveContacts(own.database.db, own.townId, now)
    expect([await contacts(plusDays(SESSION_NOW, 14)), await contacts(DAYS_LATER), await contacts(DAYS_LATER)]).toEqual([0, 1, 0])
    const feed = await readSharedFeed(own.database.db, own.townId, { scope: LIVE, after: position, limit: 100 })
    expect(feed.ok && feed.value.entries.map(({ op, table, id }) => [op, table, id])).toEqual([['left', 'recall_contacts', contactIdOf(RecallId.parse(derivedUuid('test/recall', 'closed')), aVaccination().id)]])
  })

  test('who went without a dose and without a physician’s word is forgotten; that they came is counted', async () => {
    const departed = { at: SESSION_NOW, byName: 'Person 1', reason: 'Fieber' }
    const judged = { at: SESSION_NOW, byName: 'Dr. Arndt', personId: aSession().responsible.personId, may: 'never', isOnDose: false, note: 'Allergie' } as const
    await add(session(), visit(), given(), { table: 'vaccination_visits', row: aReadyVisit('gone', { departed }) }, { table: 'vaccination_visits', row: aReadyVisit('judged', { departed, verdict: judged }) })
    const forget = (days: number) => forgetUntreated(own.database.db, own.townId, plusDays(SESSION_NOW, days))
    expect([await forget(14), await forget(15), await forget(16)]).toEqual([0, 1, 0])
    const rows = await own.database.db.selectFrom('vaccination_visits').select(['id', 'person', 'answers', 'departed']).where('town_id', '=', own.townId).execute()
    const row = rows.find(({ id }) => id === aVisit('gone').id)
    expect(row).toMatchObject({ person: { familyName: '', birthDay: null }, answers: null, departed: { reason: '' } })
    const kept = await own.database.db.selectFrom('feed').select('row').where('town_id', '=', own.townId).where('record_id', '=', aVisit('gone').id).execute()
    expect(kept.map(({ row: text }) => text).join()).not.toContain('Großkopf')
    expect(rows.filter(({ person }) => person.familyName === 'Großkopf')).toHaveLength(2)
  })
})
