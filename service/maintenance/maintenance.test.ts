import { afterEach, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { derivedUuid, AccountId } from '../../shared/ids.ts'
import { instantFromMs, plusDays } from '../../shared/time.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { aCommand, testPipeline } from '../commands/testing.ts'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { aLog } from '../delivery/testing.ts'
import { beginBlob, findBlob } from '../http/blobs/blob-store.ts'
import type { Database } from '../store/database.ts'
import { addTestTown, TEST_TIME, TEST_TOWN, testEngines } from '../store/testing.ts'
import { createMaintenance, lastTimes } from './maintenance.ts'
import { TASKS, type Task } from './tasks.ts'

const DAY_MS = 86_400_000
const ALL = TASKS.map(({ name }) => name)

for (const { kind, open } of testEngines()) {
  let database: Database
  let nowMs = 0
  let log = aLog()
  const clock = { nowMs: () => nowMs }
  const keeper = (tasks?: readonly Task[]) =>
    createMaintenance({ db: database.db, townId: TEST_TOWN, clock, log, ...(tasks ? { tasks } : {}) })

  beforeEach(async () => {
    database = await open()
    await addTestTown(database)
    // Ten in the morning in Germany.
    nowMs = Date.UTC(2026, 10, 22, 9, 0)
    log = aLog()
  })
  afterEach(() => database.close())

  test(`on ${kind}: everything is done at the first look, then at night, and by one of two services`, async () => {
    expect(await keeper().runDue()).toEqual(ALL)
    expect(await keeper().runDue()).toEqual([])
    nowMs += 16 * 3_600_000 // two at night
    expect(await keeper().runDue()).toEqual(['uploads', 'sign-ins', 'mailboxes', 'outstanding', 'records', 'reminders', 'leavers', 'holds', 'people'])
    nowMs += DAY_MS
    const [one, other] = await Promise.all([keeper().runDue(), keeper().runDue()])
    expect([...one, ...other].toSorted()).toEqual(ALL.toSorted())
    nowMs += DAY_MS + 8 * 3_600_000 // ten in the morning: what is nightly waits, unless a night was missed
    expect(await keeper().runDue()).toEqual(['uploads', 'sign-ins', 'mailboxes', 'outstanding', 'records', 'reminders', 'leavers', 'holds', 'people'])
    nowMs += 2 * DAY_MS
    expect(await keeper().runDue()).toEqual(ALL)
  })

  test(`on ${kind}: what has outlived its use goes, what is needed stays`, async () => {
    const { db } = database
    const account = AccountId.parse(derivedUuid('test', 'account'))
    const upload = (label: string, daysAgo: number) =>
      beginBlob(db, TEST_TOWN, { id: derivedUuid('blob', label), sha256: 'a'.repeat(64), size: 10, accountId: account, begunAt: plusDays(TEST_TIME, -daysAgo) })
    await upload('abandoned', 20)
    await upload('fresh', 2)
    const job = (key: string, state: 'done' | 'waiting', daysAgo: number) => db.insertInto('jobs').values({
      town_id: TEST_TOWN, key, kind: 'email', state, next_at: plusDays(TEST_TIME, -daysAgo), created_at: plusDays(TEST_TIME, -daysAgo),
      settled_at: state === 'done' ? plusDays(TEST_TIME, -daysAgo) : null, payload: '{}',
    }).execute()
    await job('old', 'done', 130)
    await job('recent', 'done', 10)
    await job('still-waiting', 'waiting', 130)
    await testPipeline(database).run(anActor('clerk'), [aCommand('old', 'applications.note', { applicationId: anApplication().id, text: 'x' })])
    nowMs += 121 * DAY_MS
    await testPipeline(database, { clock }).run(anActor('clerk'), [aCommand('new', 'applications.note', { applicationId: anApplication().id, text: 'x' })])
    await upload('young', -119)
    await keeper().runDue()
    expect((await db.selectFrom('jobs').select('key').execute()).map(({ key }) => key)).toEqual(['still-waiting'])
    expect(await db.selectFrom('commands').select('id').execute()).toHaveLength(1)
    expect((await db.selectFrom('feed').select('position').distinct().execute()).map(({ position }) => position)).toEqual([3])
    expect(await Promise.all(['abandoned', 'fresh', 'young'].map(async label => (await findBlob(db, TEST_TOWN, derivedUuid('blob', label))) !== undefined)))
      .toEqual([false, false, true])
  })

  test(`on ${kind}: an audit log that was changed is found and cried out, also after a restart`, async () => {
    await keeper().runDue()
    expect((await lastTimes(database.db, TEST_TOWN)).find(({ task }) => task === 'audit')?.outcome).toMatch(/^intact 1 [0-9a-f]{64}$/)
    await sql`alter table audit_log disable trigger audit_log_append_only`.execute(database.db)
    await sql`update audit_log set entry = replace(entry, 'test.change', 'test.chance')`.execute(database.db)
    nowMs += 3 * DAY_MS
    await keeper().runDue()
    expect(log.lines.filter(line => line.startsWith('maintenance.audit-tampered'))).toHaveLength(1)
    expect((await lastTimes(database.db, TEST_TOWN)).find(({ task }) => task === 'audit')?.outcome).toBe('tampered 1')
  })

  test(`on ${kind}: a task that fails is told and stops no other; one that was cut off is done again`, async () => {
    const failing: Task = { name: 'feed', everyHours: 24, isNightly: false, run: async () => Promise.reject(new Error('Erika')) }
    const working: Task = { name: 'uploads', everyHours: 24, isNightly: false, run: async () => 'removed 0' }
    expect(await keeper([failing, working]).runDue()).toEqual(['feed', 'uploads'])
    expect(await lastTimes(database.db, TEST_TOWN)).toMatchObject([{ task: 'feed', outcome: null }, { task: 'uploads', outcome: 'removed 0' }])
    expect(log.lines.join()).not.toContain('Erika')
    await sql`update maintenance set ended_at = null, begun_at = ${instantFromMs(nowMs - 7 * 3_600_000)} where task = 'uploads'`.execute(database.db)
    expect(await keeper([working]).runDue()).toEqual(['uploads'])
  })
}
