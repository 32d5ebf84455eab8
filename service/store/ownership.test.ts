import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { createService } from '../app.ts'
import { createLog } from '../log.ts'
import { TEST_SETTINGS } from '../testing.ts'
import { verifyAudit } from './audit.ts'
import { commitChanges } from './commit.ts'
import { openDatabase } from './database.ts'
import { mayUnlockLogs } from './ownership.ts'
import { pruneFeed } from './retention.ts'
import { addTestTown, anOrigin, postgresTestDatabase, TEST_TIME, TEST_TOWN } from './testing.ts'

/** What the page on operation tells the owner to run, for another name of the role. */
async function grantsFor(role: string): Promise<readonly string[]> {
  const page = await readFile(join(import.meta.dirname, '../../docs/operation.md'), 'utf8')
  const block = /```sql\n(.*?)```/s.exec(page)?.[1] ?? ''
  return block.replaceAll('rathaus_service', role).split(';').map(line => line.trim()).filter(line => line !== '')
}

/** A database of its own, once as its owner and once as a role that has what the page on operation gives. */
async function withTwoRoles() {
  const owner = await postgresTestDatabase(process.env['TEST_DATABASE_URL'] ?? '')
  await addTestTown(owner)
  const role = `rathaus_service_${randomUUID().slice(0, 8)}`
  await sql`create role ${sql.id(role)} login`.execute(owner.db)
  for (const statement of await grantsFor(role)) await sql.raw(statement).execute(owner.db)
  const url = new URL(owner.url)
  url.username = role
  return {
    owner, url: url.href,
    drop: async () => {
      await sql`drop owned by ${sql.id(role)}`.execute(owner.db)
      await sql`drop role ${sql.id(role)}`.execute(owner.db)
      await owner.close()
    },
  }
}

// The embedded database has one role only.
test.runIf(process.env['TEST_DATABASE_URL'])('a role that owns nothing runs the service, and cannot unlock audit log or feed', async () => {
  const { owner, url, drop } = await withTwoRoles()
  const service = await openDatabase(url)
  await service.db.transaction().execute(trx => commitChanges(trx, anOrigin(), [{ table: 'applications', row: anApplication({ unreadMessages: 3 }) }]))
  await pruneFeed(service.db, TEST_TOWN, TEST_TIME)
  const refused: unknown[] = []
  for (const statement of [
    'alter table audit_log disable trigger user', 'drop trigger audit_log_append_only on audit_log', 'truncate audit_log',
    `update audit_log set entry = '{}'`, 'delete from audit_log', 'drop trigger feed_append_only on feed', 'truncate feed',
    'alter table applications disable trigger user', 'delete from migrations', 'set session_replication_role = replica',
  ]) refused.push(await sql.raw(statement).execute(service.db).then(() => statement, (error: { code?: string }) => error.code))
  const verdict = await verifyAudit(service.db, TEST_TOWN)
  const may = [await mayUnlockLogs(owner), await mayUnlockLogs(service)]
  await service.close()
  await drop()
  expect(new Set(refused)).toEqual(new Set(['42501']))
  expect(verdict).toMatchObject({ kind: 'intact', entries: 2 })
  expect(may).toEqual([true, false])
})

test.runIf(process.env['TEST_DATABASE_URL'])('the service says at start whether its role could unlock them', async () => {
  const { owner, url, drop } = await withTwoRoles()
  const warnings: number[] = []
  for (const databaseUrl of [owner.url, url]) {
    const lines: string[] = []
    const service = await createService({ ...TEST_SETTINGS, databaseUrl }, { log: createLog({ write: line => void lines.push(line) }) })
    await service.close()
    warnings.push(lines.filter(line => line.includes('database.role-may-unlock-logs')).length)
  }
  await drop()
  expect(warnings).toEqual([1, 0])
})
