import { readdir, rm, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/list.ts'
import { postgresTestDatabase, testEngines } from './testing.ts'

describe.each(testEngines())('database on $kind', ({ open }) => {
  test('values come as the same kind from every driver, and names sort as in German', async () => {
    const { db, close } = await open()
    const { rows } = await sql`select 5::int8 as int8, count(*) as counted, date '2026-11-22' as day,
      timestamptz '2026-11-22 20:38:00.5+01' as moment, '{"b":1}'::json as json, true as yes`.execute(db)
    const sorted = await sql<{ name: string }>`select name from (values ('Zöllner'), ('Äpfel'), ('apfel'), ('Öhler'), ('Ohm')) names (name)
      order by name collate de_sort`.execute(db)
    await close()
    expect(rows).toEqual([{ int8: 5, counted: 1, day: '2026-11-22', moment: '2026-11-22T19:38:00.500Z', json: { b: 1 }, yes: true }])
    expect(sorted.rows.map(({ name }) => name)).toEqual(['apfel', 'Äpfel', 'Öhler', 'Ohm', 'Zöllner'])
  })

  test('a database that knows a later step is refused untouched', async () => {
    const { db, close } = await open()
    const plain = db as unknown as Kysely<unknown>
    await sql`insert into migrations (name) values ('9999-from-the-future')`.execute(db)
    await expect(migrate(plain, MIGRATIONS)).rejects.toMatchObject({ refusal: { code: 'storage/newer-database', facts: { migration: '9999-from-the-future' } } })
    await close()
  })

  test('a step that fails leaves the database as it was', async () => {
    const { db, close } = await open()
    const failing = { name: '9999-failing', up: async (trx: Kysely<unknown>) => {
      await sql`create table half (id int)`.execute(trx)
      await sql`select 1 / 0`.execute(trx)
    } }
    await expect(migrate(db as unknown as Kysely<unknown>, [...MIGRATIONS, failing])).rejects.toThrow('division by zero')
    const { rows } = await sql`select to_regclass('half') as half`.execute(db)
    await migrate(db as unknown as Kysely<unknown>, MIGRATIONS)
    await close()
    expect(rows).toEqual([{ half: null }])
  })
})

// The embedded database has no connection that could break.
test.runIf(process.env['TEST_DATABASE_URL'])('whoever listens is told after the connection was lost, and hears again', async () => {
  const { db, listen, close } = await postgresTestDatabase(process.env['TEST_DATABASE_URL'] ?? '')
  const heard: string[] = []
  let next = Promise.withResolvers<void>()
  await listen('feed', payload => {
    heard.push(payload)
    next.resolve()
  })
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`.execute(db)
  await next.promise
  next = Promise.withResolvers<void>()
  await sql`select pg_notify('feed', 'again')`.execute(db)
  await next.promise
  await close()
  expect(heard).toEqual(['', 'again'])
})

test('steps are numbered without a gap, and every file is in the list', async () => {
  const files = (await readdir(join(import.meta.dirname, 'migrations'))).filter(file => /^\d{4}-[a-z0-9-]+\.ts$/.test(file))
  expect(MIGRATIONS.map(({ name }) => `${name}.ts`)).toEqual(files.toSorted())
  expect(MIGRATIONS.map(({ name }) => Number(name.slice(0, 4)))).toEqual(MIGRATIONS.map((_, index) => index + 1))
})

test('a data directory opens for one service at a time, and again once that one has closed', { timeout: 60_000 }, async () => {
  const directory = await mkdtemp(join(tmpdir(), 'rathaus-store-'))
  const first = await openDatabase(directory)
  await expect(openDatabase(directory)).rejects.toMatchObject({ refusal: { code: 'storage/in-use' } })
  await sql`create table kept (id int)`.execute(first.db)
  await first.close()
  const second = await openDatabase(directory)
  const { rows } = await sql`select count(*) as n from kept`.execute(second.db)
  await second.close()
  await rm(directory, { recursive: true })
  expect(rows).toEqual([{ n: 0 }])
})
