import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDecision, anApplication } from '../../shared/domains/applications/testing.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { ApplicationId, derivedUuid } from '../../shared/ids.ts'
import { fieldsOf } from '../../shared/table.ts'
import { TABLES, type TableName } from '../../shared/tables.ts'
import { SnapshotHead } from '../../shared/wire/streams.ts'
import type { Database } from './database.ts'
import { fillTable, startFeedAt } from './records.ts'
import { readSnapshotHead, readSnapshotPage } from './snapshot.ts'
import { addTestTown, TEST_TOWN, testEngines } from './testing.ts'

const scope = 'department:ordnung'
const ACCESS = { actor: anActor('clerk'), scopes: new Map([[scope, '3'], ['town', '1']]) }
const FORM = { b: 'Zeile 1\nZeile 2', a: ['ä', null, 1.5], 'schlüssel "x"': { y: true } }

const many = Array.from({ length: 25 }, (_, number) =>
  anApplication({
    id: ApplicationId.parse(derivedUuid('many', String(number))), number, reference: `T-${number}`, form: FORM, version: 9,
    subject: 'Zeile\n"Ende"\\',
  })).toSorted((one, other) => (one.id < other.id ? -1 : 1))

describe.each(testEngines())('snapshot on $kind', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await addTestTown(database)
    await database.db.transaction().execute(async trx => {
      await trx.deleteFrom('applications').execute()
      await fillTable(trx, TEST_TOWN, 'applications', many, 9)
      await fillTable(trx, TEST_TOWN, 'decisions', [aDecision({ applicationId: many[0]?.id ?? anApplication().id })], 9)
      await startFeedAt(trx, TEST_TOWN, 9)
    })
  })
  afterAll(() => database.close())

  const page = async (table: TableName, of: string, after: string, limit: number) => {
    const read = await readSnapshotPage(database.db, ACCESS, { scope: of, table, after, limit })
    if (!read.ok) throw new Error(read.error.code)
    return read.value
  }

  test('the head says where to pull from and about how many rows come', async () => {
    const head = await readSnapshotHead(database.db, ACCESS, scope)
    expect(head).toMatchObject({ ok: true, value: { scope, scopeEpoch: '3', position: 9, estimate: 26 } })
    expect(SnapshotHead.safeParse(head.ok && head.value).success).toBe(true)
  })

  test('pages by id give every row once, the form on a line of its own', async () => {
    const rows: unknown[] = []
    for (let after: string | null = ''; after !== null; ) {
      const { lines, last, count } = await page('applications', scope, after, 10)
      const texts = lines.split('\n')
      expect(texts.pop()).toBe('')
      expect(texts).toHaveLength(count * 2)
      for (let line = 0; line < texts.length; line += 2) rows.push(withForm(texts[line] ?? '', texts[line + 1] ?? ''))
      after = last
    }
    expect(rows).toEqual(many)
  })

  function withForm(row: string, form: string): unknown {
    const values = JSON.parse(row) as unknown[]
    const fields = fieldsOf(TABLES.applications)
    return { ...Object.fromEntries(fields.map((field, index) => [field, values[index]])), form: JSON.parse(form) as unknown }
  }

  test('every table can be read as its fields say', async () => {
    for (const [name, table] of Object.entries(TABLES)) {
      const { lines, last } = await page(name as TableName, name === 'decisions' ? scope : 'town', '', 100)
      expect(last).toBeNull()
      for (const line of lines.split('\n').slice(0, -1)) {
        const values = JSON.parse(line) as unknown[]
        const row = Object.fromEntries(fieldsOf(table).map((field, index) => [field, values[index]]))
        expect(table.schema.safeParse(row), name).toMatchObject({ success: true })
      }
    }
  })
})
