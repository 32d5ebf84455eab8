import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { msOf, plusDays } from '../../../shared/time.ts'
import { checkAnchor, makeAnchor, speaksAgainst, type Anchor } from '../../audit/anchors.ts'
import { healthOf } from '../../http/health.ts'
import { verifyAudit } from '../../store/audit.ts'
import { commitChanges } from '../../store/commit.ts'
import type { Database } from '../../store/database.ts'
import { addTestTown, TEST_TIME, TEST_TOWN, testDatabase } from '../../store/testing.ts'
import { endWhatWasAlive } from './after-restore.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await addTestTown(database)
})
afterAll(() => database.close())

const BACKUP_AT = plusDays(TEST_TIME, 1)
const DIED_AT = plusDays(TEST_TIME, 2)
const RESTORED_AT = plusDays(TEST_TIME, 3)
const clock = { nowMs: () => msOf(RESTORED_AT) }

const entry = (at: typeof TEST_TIME): Promise<unknown> =>
  database.db.transaction().execute(trx => commitChanges(trx, { townId: TEST_TOWN, actor: null, action: 'audit.searched', commandId: null, at }, []))

/** As if the database came out of a backup: entries after it are gone. */
async function goneAfter({ entries, hash }: Anchor): Promise<void> {
  for (const statement of [
    sql`alter table audit_log disable trigger user`, sql`delete from audit_log where audit_position > ${entries}`, sql`alter table audit_log enable trigger user`,
    sql`update town_heads set audit_position = ${entries}, audit_hash = ${hash} where town_id = ${TEST_TOWN}`,
  ]) await statement.execute(database.db)
}

test('after a restore nobody is signed in, log and page say so, and heads of the lost entries are overtaken and not tampered', async () => {
  await entry(TEST_TIME)
  const backup = await makeAnchor(database.db, TEST_TOWN, BACKUP_AT)
  await entry(DIED_AT)
  const lost = await makeAnchor(database.db, TEST_TOWN, DIED_AT)
  await sql`insert into sign_in_payloads (town_id, model, id, payload) values (${TEST_TOWN}, 'RefreshToken', 'stolen', '{}')`.execute(database.db)
  await goneAfter(backup)
  const before = await checkAnchor(database.db, TEST_TOWN, JSON.stringify(lost))
  await endWhatWasAlive(database.db, { backupAt: BACKUP_AT, now: RESTORED_AT })
  await entry(RESTORED_AT)
  const checks = await Promise.all([lost, backup].map(anchor => checkAnchor(database.db, TEST_TOWN, JSON.stringify(anchor))))
  const { problems } = await healthOf({ db: database.db, townId: TEST_TOWN, clock, startedAtMs: clock.nowMs(), liveStreams: () => 0, house: null, isDemo: true })
  const { rows: tokens } = await sql`select 1 from sign_in_payloads`.execute(database.db)
  expect([before.verdict, checks.map(({ verdict }) => verdict), checks.some(speaksAgainst)]).toEqual(['missing', ['before-restore', 'fits'], false])
  expect([problems, tokens, (await verifyAudit(database.db, TEST_TOWN)).kind]).toEqual([['restored'], [], 'intact'])
})

test('a head that was taken before the backup is not excused by a restore', async () => {
  const early = await makeAnchor(database.db, TEST_TOWN, TEST_TIME)
  await goneAfter({ ...early, entries: early.entries - 1, hash: '' })
  expect((await checkAnchor(database.db, TEST_TOWN, JSON.stringify(early))).verdict).toBe('missing')
})
