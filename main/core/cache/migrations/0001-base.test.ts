import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { TABLE_NAMES } from '../../../../shared/tables.ts'
import { columnNamesOf } from '../columns.ts'
import { openConnection } from '../connection.ts'
import type { Database } from '../database.ts'
import { temporaryFolder, testCache, TEST_KEY } from '../testing.ts'
import { MIGRATIONS } from './list.ts'
import { isNewer, migrate, schemaNumber } from './run.ts'

function anEmptyDatabase(): Database {
  const folder = temporaryFolder()
  const db = openConnection(join(folder.path, 'cache.db'), TEST_KEY, 'writer')
  onTestFinished(() => {
    db.close()
    folder[Symbol.dispose]()
  })
  return db
}

const schemaOf = (db: Database): unknown => db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name').all()

test('numbers run from 1 without a gap and names begin with them', () => {
  expect(MIGRATIONS.map(({ number, name }) => [number, Number(name.slice(0, 4))])).toEqual(MIGRATIONS.map((_, index) => [index + 1, index + 1]))
})

test('before the first step there is nothing, after the last every table with its twin and columns', () => {
  const db = anEmptyDatabase()
  expect({ schema: schemaNumber(db), tables: schemaOf(db) }).toEqual({ schema: 0, tables: [] })
  migrate(db, MIGRATIONS)
  const columns = (table: string): unknown[] => db.prepare(`SELECT name FROM pragma_table_info('${table}') ORDER BY name`).pluck().all()
  for (const table of TABLE_NAMES) {
    expect(columns(table)).toEqual(columnNamesOf(table).toSorted())
    expect(columns(`${table}_overlay`)).toEqual(columnNamesOf(table).toSorted())
  }
})

test('a fresh file equals one that took every step on its own, and its rows stay', () => {
  const stepwise = anEmptyDatabase()
  migrate(stepwise, MIGRATIONS.slice(0, 1))
  stepwise.exec("INSERT INTO departments VALUES ('ordnung', 'town', 7, 'Ordnungsamt', 1, NULL)")
  for (const [index] of MIGRATIONS.entries()) migrate(stepwise, MIGRATIONS.slice(0, index + 1))
  const fresh = anEmptyDatabase()
  migrate(fresh, MIGRATIONS)
  expect(schemaOf(stepwise)).toEqual(schemaOf(fresh))
  expect(stepwise.prepare('SELECT * FROM departments').all()).toEqual([{ id: 'ordnung', scope: 'town', version: 7, name: 'Ordnungsamt', position: 1, letterhead: null, closed_at: null }])
})

test('a step that fails leaves the file as it was', () => {
  const db = anEmptyDatabase()
  migrate(db, MIGRATIONS)
  const before = schemaOf(db)
  const broken = { number: MIGRATIONS.length + 1, name: '9999-broken', up: (on: Database) => on.exec('CREATE TABLE half (a); CREATE TABLE half (a)') }
  expect(() => migrate(db, [...MIGRATIONS, { ...broken, up: (on) => void broken.up(on) }])).toThrow(/half/)
  expect({ schema: schemaOf(db), number: schemaNumber(db), isNewer: isNewer(db, MIGRATIONS.slice(0, -1)) }).toEqual({
    schema: before, number: MIGRATIONS.length, isNewer: true,
  })
})

test('a file is at the last number once it is open', () => {
  const folder = temporaryFolder()
  const cache = testCache(join(folder.path, 'cache.db'))
  expect(schemaNumber(cache.db)).toBe(MIGRATIONS.length)
  cache.close()
  folder[Symbol.dispose]()
})
