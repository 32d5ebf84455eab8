import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { applications } from '../../../../shared/domains/applications/tables.ts'
import { aForm, anApplication, aDecision } from '../../../../shared/domains/applications/testing.ts'
import { ApplicationId } from '../../../../shared/ids.ts'
import { fieldsOf } from '../../../../shared/table.ts'
import { TABLES, type RowOf } from '../../../../shared/tables.ts'
import { openConnection } from '../connection.ts'
import type { Database } from '../database.ts'
import { setMeta } from '../meta.ts'
import type { Cache } from '../open.ts'
import { getBase, putBase } from '../rows.ts'
import { temporaryFolder, testCache, TEST_KEY } from '../testing.ts'
import { transact } from '../turn.ts'
import { tableExists } from './bulk-load.ts'
import { beginLoad, type Load } from './load.ts'

const FIELDS = fieldsOf(applications)
const SCOPE = anApplication().scope
const numbered = (number: number, overrides: Partial<RowOf<'applications'>> = {}) =>
  anApplication({ number, id: ApplicationId.parse(`0192a000-0000-7000-8000-${String(number).padStart(12, '0')}`), ...overrides })

const onWire = (row: RowOf<'applications'>): readonly unknown[] => FIELDS.map(field => (field === 'form' ? JSON.stringify(row.form) : row[field as keyof typeof row]))

const wordsOf = (db: Database, word: string): unknown[] =>
  db.prepare('SELECT rowid FROM applications_words WHERE applications_words MATCH ? ORDER BY rowid').pluck().all(word)

const FORM_FIELDS = fieldsOf(TABLES.forms)
const SORTABLE = aForm({
  sortable: ['dogName', 'weight'],
  schema: { type: 'object', properties: { dogName: { type: 'string' }, weight: { type: 'number' } } },
})

const valuesOf = (db: Database): unknown[] => db.prepare('SELECT case_number, field, value FROM application_values ORDER BY case_number, field').raw().all()

/** Whether somebody is writing to the file now. */
function isHeld(file: string): boolean {
  const other = openConnection(file, TEST_KEY, 'writer')
  other.pragma('busy_timeout=0')
  try {
    other.exec('BEGIN IMMEDIATE')
    other.exec('ROLLBACK')
    return false
  } catch {
    return true
  } finally {
    other.close()
  }
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await setImmediate()
}

const schemaOf = (db: Database): unknown =>
  db.prepare<[], { sql: string | null }>("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE '%_words_%' AND name NOT LIKE '%_parts_%' ORDER BY type, name").all()
    .map(row => ({ ...row, sql: row.sql?.replaceAll(/["']/g, '').replaceAll(/\s+/g, ' ') }))

describe('a bulk load', () => {
  let file: string
  let cache: Cache
  let load: Load

  beforeEach(() => {
    const folder = temporaryFolder()
    file = join(folder.path, 'cache.db')
    cache = testCache(file)
    load = beginLoad(cache)
    onTestFinished(async () => {
      await load.close()
      cache.close()
      folder[Symbol.dispose]()
    })
  })

  const append = (rows: readonly RowOf<'applications'>[], text = 'here') =>
    load.append({ table: 'applications', fields: FIELDS, rows: rows.map(onWire), mark: { name: SCOPE, text } })

  test('is invisible until it is finished and equals rows put one by one then', async () => {
    const before = schemaOf(cache.db)
    await load.append({ table: 'forms', fields: fieldsOf(TABLES.forms), rows: [FORM_FIELDS.map(field => SORTABLE[field as keyof typeof SORTABLE])], mark: { name: 'town', text: 'end' } })
    await append([numbered(1), numbered(2, { form: { dogName: 'Ätna' } }), numbered(3, { applicantName: 'Änne Weiß', form: { dogName: 'Bello', weight: 12.5 } })])
    await load.append({
      table: 'decisions', fields: fieldsOf(TABLES.decisions), rows: [Object.values(aDecision())], mark: { name: SCOPE, text: 'end' },
    })
    expect(cache.db.prepare('SELECT count(*) FROM applications').pluck().get()).toBe(0)
    expect(await load.finish([{ scope: SCOPE, position: 1 }, { scope: 'town', position: 1 }])).toEqual({ ok: true, value: null })
    const fromLoad = valuesOf(cache.db)
    expect(fromLoad).toContainEqual([2, 'dog-registration/dogName', 'atna'])
    expect(fromLoad).toContainEqual([3, 'dog-registration/weight', 12.5])
    expect(getBase(cache.db, 'applications', numbered(3).id)).toEqual(numbered(3, { applicantName: 'Änne Weiß', form: { dogName: 'Bello', weight: 12.5 } }))
    expect(getBase(cache.db, 'decisions', aDecision().id)).toEqual(aDecision())
    expect(wordsOf(cache.db, 'weiss*')).toEqual([3])
    expect(schemaOf(cache.db)).toEqual(before)
    for (const number of [1, 2, 3]) putBase(cache.db, 'applications', { ...(getBase(cache.db, 'applications', numbered(number).id) ?? numbered(number)), form: {} })
    expect(valuesOf(cache.db)).toEqual([])
    expect(cache.db.prepare('SELECT total FROM application_total').pluck().get()).toBe(3)
    putBase(cache.db, 'applications', numbered(3, { version: 2, applicantName: 'Bert' }))
    expect([wordsOf(cache.db, 'weiss*'), wordsOf(cache.db, 'bert*')]).toEqual([[], [3]])
    expect(cache.db.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  test('goes on after a restart from where it stood', async () => {
    await append([numbered(1)], 'after 1')
    await load.close()
    cache.close()
    cache = testCache(file)
    load = beginLoad(cache)
    expect([...load.marks]).toEqual([[SCOPE, 'after 1']])
    await append([numbered(2)], 'after 2')
    await load.finish([{ scope: SCOPE, position: 1 }])
    expect(cache.db.prepare('SELECT number FROM applications').pluck().all()).toEqual([1, 2])
  })

  test('replaces its scope and keeps what came by the feed meanwhile', async () => {
    const other = numbered(9, { scope: 'department:bauamt' })
    for (const row of [numbered(1), numbered(2), numbered(3, { version: 8, subject: 'newer' }), numbered(4, { version: 9 }), other]) putBase(cache.db, 'applications', row)
    await append([numbered(1, { version: 2, subject: 'loaded' }), numbered(3, { version: 5 })])
    await load.finish([{ scope: SCOPE, position: 7 }])
    const rows = cache.db.prepare('SELECT number, version, subject FROM applications ORDER BY number').raw().all()
    const { subject } = anApplication()
    expect(rows).toEqual([[1, 2, 'loaded'], [3, 8, 'newer'], [4, 9, subject], [9, 1, subject]])
  })

  test('moves the few rows over that were there before a large load', async () => {
    const other = numbered(900, { scope: 'department:bauamt', applicantName: 'Nachbar' })
    putBase(cache.db, 'applications', other)
    putBase(cache.db, 'applications', numbered(2, { version: 99, applicantName: 'Neuer' }))
    await append(Array.from({ length: 40 }, (_, index) => numbered(index + 1)))
    await load.finish([{ scope: SCOPE, position: 50 }])
    expect(cache.db.prepare('SELECT count(*), max(number) FROM applications').raw().get()).toEqual([41, 900])
    expect([wordsOf(cache.db, 'nachbar*'), wordsOf(cache.db, 'neuer*'), wordsOf(cache.db, 'anne*').length]).toEqual([[900], [2], 39])
    expect(cache.db.prepare('SELECT total FROM application_total').pluck().get()).toBe(41)
  })

  test('gives way to whoever writes meanwhile, and is still seen whole or not at all', async () => {
    const [before, loaded] = [1_500, 3_000]
    const countNow = (): number => cache.db.prepare<[], number>('SELECT count(*) FROM applications').pluck().get() ?? 0
    cache.db.transaction(() => {
      for (let number = 1; number <= before; number++) putBase(cache.db, 'applications', numbered(number, { scope: 'department:bauamt' }))
    })()
    await append(Array.from({ length: loaded }, (_, index) => numbered(10_000 + index)))
    const isWritten = (): boolean => tableExists(cache.db, 'load_applications') && cache.db.prepare('SELECT count(*) FROM load_applications').pluck().get() === loaded
    await until(isWritten)
    let isDone = false
    const finished = load.finish([{ scope: SCOPE, position: 1 }]).finally(() => { isDone = true })
    const seen: number[] = []
    while (!isDone && seen.length < 5) {
      await until(() => isDone || isHeld(file))
      seen.push(transact(cache.db, () => {
        setMeta(cache.db, 'written-meanwhile', 'yes')
        return countNow()
      }))
    }
    expect(await finished).toEqual({ ok: true, value: null })
    expect(seen.filter(rows => rows !== before && rows !== before + loaded)).toEqual([])
    // Who came in the middle was let in, and not kept waiting for the end.
    expect(seen).toContain(before)
    expect({ rows: countNow(), found: wordsOf(cache.db, 'anne*').length, sound: cache.db.pragma('integrity_check', { simple: true }) })
      .toEqual({ rows: before + loaded, found: before + loaded, sound: 'ok' })
  })

  test('ends early when the desk closes, and the next one goes on from there', async () => {
    const before = schemaOf(cache.db)
    // So many that it is seen in the middle of it, however seldom this thread gets its turn.
    await append(Array.from({ length: 30_000 }, (_, index) => numbered(index + 1)))
    const closing = new AbortController()
    let isDone = false
    const finishing = load.finish([{ scope: SCOPE, position: 1 }], closing.signal).finally(() => { isDone = true })
    await until(() => isDone || cache.db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'load_words'").get() !== undefined)
    closing.abort(new Error('the desk closes'))
    await expect(finishing).rejects.toThrow('the desk closes')
    expect(cache.db.prepare('SELECT count(*) FROM applications').pluck().get()).toBe(0)
    await load.close()
    load = beginLoad(cache)
    expect(await load.finish([{ scope: SCOPE, position: 1 }])).toEqual({ ok: true, value: null })
    expect({ rows: wordsOf(cache.db, 'anne*').length, schema: schemaOf(cache.db) }).toEqual({ rows: 30_000, schema: before })
  })

  test('leaves nothing behind when it is dropped', async () => {
    const before = schemaOf(cache.db)
    await append([numbered(1)])
    await load.drop()
    expect(schemaOf(cache.db)).toEqual(before)
    expect(cache.db.prepare('SELECT count(*) FROM applications').pluck().get()).toBe(0)
  })
})
