import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Actor } from '../../shared/actor.ts'
import { leaveOut } from '../../shared/domains/notices/prepare-commands.ts'
import { aNotice, aNoticeKind, aNoticeRun } from '../../shared/domains/notices/testing.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { commitChanges } from '../store/commit.ts'
import { openDatabase, type Database } from '../store/database.ts'
import { addTestTown, anOrigin, postgresTestDatabase } from '../store/testing.ts'
import { aCommand, testPipeline } from './testing.ts'

const url = process.env['TEST_DATABASE_URL']
const run = aNoticeRun({ version: 0 })
const [first, second] = [aNotice(1, { version: 0 }), aNotice(2, { version: 0 })]
const [anna, berta] = [anActor('clerk', '1'), anActor('clerk', '2')]

/** Whether a transaction of this database waits for another one to end. */
async function isSomebodyWaiting({ db }: Database): Promise<boolean> {
  const { rows } = await sql<{ readonly waits: boolean }>`select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`.execute(db)
  return rows[0]?.waits ?? false
}

// Needs real concurrency: the embedded database has one connection.
test.runIf(url)('of two commands that change one row beside their own the second decides on what the first one wrote', { timeout: 60_000 }, async () => {
  const database = await postgresTestDatabase(url ?? '')
  const other = await openDatabase(database.url)
  const [judging, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const leavesOut = (on: Database, actor: Actor, { id }: typeof first, beforeWriting: () => Promise<void>) =>
    testPipeline(on, { guards: new Map([[leaveOut.name, async () => { await beforeWriting(); return null }]]) }).run(actor, [aCommand(`leave-out/${id}`, leaveOut.name, { noticeId: id, reason: 'Doppelt erfasst' })])
  try {
    await addTestTown(database)
    await database.db.transaction().execute(trx => commitChanges(trx, anOrigin(), [
      { table: 'notice_kinds', row: aNoticeKind({ version: 0 }) }, { table: 'notice_runs', row: run }, ...[first, second].map(row => ({ table: 'notices' as const, row })),
    ]))
    const earlier = leavesOut(database, anna, first, async () => { judging.resolve(); await mayGoOn.promise })
    await judging.promise
    let isAnswered = false
    const later = leavesOut(other, berta, second, async () => undefined).finally(() => { isAnswered = true })
    while (!isAnswered && !(await isSomebodyWaiting(database))) await new Promise(setImmediate)
    expect(isAnswered, 'the second waits until the first has written').toBe(false)
    mayGoOn.resolve()
    expect([await earlier, await later]).toMatchObject([[{ kind: 'applied' }], [{ kind: 'applied' }]])
    const { authors } = await database.db.selectFrom('notice_runs').select('authors').where('id', '=', run.id).executeTakeFirstOrThrow()
    expect(authors.map(({ personId }) => personId)).toEqual([...run.authors.map(({ personId }) => personId), anna.personId, berta.personId])
  } finally {
    mayGoOn.resolve()
    await other.close()
    await database.close()
  }
})
