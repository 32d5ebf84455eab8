import { sql } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { openDatabase } from '../store/database.ts'
import { mayUnlockLogs } from '../store/ownership.ts'
import { addTestTown } from '../store/testing.ts'
import { DATABASE_NAME, setUpDatabase } from './set-up-database.ts'

const server = process.env['TEST_DATABASE_URL']

test.each(server === undefined ? [] : [server])('PostgreSQL is set up by one call, twice does no harm, and the role of the service can serve but not take the locks of the audit log away', async adminUrl => {
  try {
    const first = await setUpDatabase(adminUrl)
    expect(await setUpDatabase(adminUrl)).toEqual(first)
    const database = await openDatabase(first.ok ? first.value : '')
    await addTestTown(database)
    const mayUnlock = await mayUnlockLogs(database)
    const refused = await Promise.allSettled([`delete from audit_log`, `update feed set scope = 'x'`, 'alter table audit_log disable trigger user', 'create table mine (id integer)', `insert into migrations (name) values ('9999')`].map(text => sql.raw(text).execute(database.db)))
    await database.close()
    expect([mayUnlock, refused.map(({ status }) => status)]).toEqual([false, refused.map(() => 'rejected')])
  } finally {
    await dropAll(adminUrl)
  }
})

test('a server that is not there is told with what to do', async () => {
  expect(await setUpDatabase('postgresql://postgres@127.0.0.1:1/postgres')).toEqual({ ok: false, error: [expect.stringContaining('apt-get install postgresql')] })
})

async function dropAll(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(`drop database if exists ${DATABASE_NAME} with (force)`)
  for (const role of ['rathaus_service', 'rathaus_owner']) await client.query(`drop role if exists ${role}`)
  await client.end()
}
