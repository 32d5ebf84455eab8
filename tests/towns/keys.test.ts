import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../service/store/database.ts'
import { testDatabase } from '../../service/store/testing.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** What is of the database and not of a town. */
const OF_ALL: readonly string[] = ['dataset', 'migrations', 'towns']

interface Key {
  readonly name: string
  readonly relation: string
  readonly columns: readonly string[]
}

async function keysOf(): Promise<readonly Key[]> {
  const { rows } = await sql<Key>`
    select indexes.relname as name, tables.relname as relation, array(
      select attname::text from unnest(i.indkey) with ordinality as part(number, place) join pg_attribute on attrelid = i.indrelid and attnum = part.number order by place) as columns
    from pg_index i join pg_class indexes on indexes.oid = i.indexrelid join pg_class tables on tables.oid = i.indrelid join pg_namespace n on n.oid = tables.relnamespace
    where n.nspname = 'public' and (i.indisunique or i.indisprimary) order by 1`.execute(database.db)
  return rows
}

test('every table is a town’s, and its keys begin with the town: rows can be spread by town', async () => {
  const { rows: tables } = await sql<{ relation: string }>`
    select table_name as relation from information_schema.tables t where table_schema = 'public' and table_type = 'BASE TABLE'
      and not exists (select from information_schema.columns c where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name = 'town_id')`.execute(database.db)
  expect(tables.map(({ relation }) => relation).toSorted()).toEqual(OF_ALL)
  const keys = await keysOf()
  expect(keys.length).toBeGreaterThan(50)
  expect(keys.filter(({ relation, columns }) => !OF_ALL.includes(relation) && columns[0] !== 'town_id')).toEqual([])
})

test('what points to a row of another table points to one of the same town', async () => {
  const { rows } = await sql<{ name: string; to: string; columns: readonly string[]; theirs: readonly string[] }>`
    select conname as name, confrelid::regclass::text as to,
      array(select attname::text from unnest(conkey) with ordinality as part(number, place) join pg_attribute on attrelid = conrelid and attnum = part.number order by place) as columns,
      array(select attname::text from unnest(confkey) with ordinality as part(number, place) join pg_attribute on attrelid = confrelid and attnum = part.number order by place) as theirs
    from pg_constraint where contype = 'f'`.execute(database.db)
  expect(rows.length).toBeGreaterThan(50)
  expect(rows.filter(({ to, columns, theirs }) => columns[0] !== 'town_id' || theirs[0] !== (to === 'towns' ? 'id' : 'town_id'))).toEqual([])
})

test('what keeps two rows apart keeps those of one town apart', async () => {
  const { rows } = await sql<{ name: string; first: string }>`
    select conname as name, (select attname::text from pg_attribute where attrelid = conrelid and attnum = conkey[1]) as first from pg_constraint where contype = 'x'`.execute(database.db)
  expect(rows.filter(({ first }) => first !== 'town_id')).toEqual([])
})
