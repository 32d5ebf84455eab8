import { sql, type Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { DatabaseRefused } from '../store/migrate.ts'
import { MIGRATIONS, type Migration } from '../store/migrations/list.ts'
import { testEngines } from '../store/testing.ts'
import { rehearseMigration } from './rehearse-migration.ts'

const FURTHER: readonly Migration[] = [
  ...MIGRATIONS,
  { name: '9998-column', up: async db => { await sql`alter table jobs add column further text`.execute(db) } },
  { name: '9999-table', up: async db => { await sql`create table further (id integer primary key)`.execute(db) } },
]

test.each(testEngines())('a rehearsal says what would be done and what it would hold up, and does nothing ($kind)', async ({ open }) => {
  const database = await open()
  const db = database.db as unknown as Kysely<unknown>
  const steps = await rehearseMigration(db, FURTHER, systemClock)
  const { rows: left } = await sql`select 1 from migrations where name like '999%' union all select 1 from pg_class where relname = 'further'`.execute(db)
  const nothing = await rehearseMigration(db, MIGRATIONS, systemClock)
  await database.close()
  expect(steps.map(({ name, locked }) => ({ name, locked }))).toEqual([{ name: '9998-column', locked: ['jobs'] }, { name: '9999-table', locked: [] }])
  expect([left, nothing]).toEqual([[], []])
})

test('a database that is newer than the program is refused, in a rehearsal too', async () => {
  const [engine] = testEngines()
  if (!engine) throw new Error('there is always the embedded database')
  const database = await engine.open()
  await expect(rehearseMigration(database.db as unknown as Kysely<unknown>, MIGRATIONS.slice(0, -1), systemClock)).rejects.toThrow(DatabaseRefused)
  await database.close()
})
