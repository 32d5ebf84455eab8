import { zstdDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TABLE_NAMES } from '../../../shared/tables.ts'
import { SnapshotEnd, SnapshotHead, SnapshotTable } from '../../../shared/wire/streams.ts'
import { fillTable } from '../../store/records.ts'
import { TEST_APPLICATION, TEST_TOWN, testApplication, testService, type TestService } from '../../testing.ts'

/** More than one page of the table. */
const EXTRA = 1_500

let service: TestService
beforeAll(async () => {
  service = await testService()
  const rows = Array.from({ length: EXTRA }, (_, index) => testApplication(10_000 + index))
  await service.database.db.transaction().execute(trx => fillTable(trx, TEST_TOWN, 'applications', rows, 1))
})
afterAll(() => service.close())

async function load(query: string, login = 'clerk.ordnung') {
  const reply = await service.app.inject({ url: `/v1/snapshot?${query}`, headers: await service.bearer(login) })
  if (reply.statusCode !== 200) return { code: reply.json().code, head: undefined, tables: new Map<string, unknown[][]>(), forms: [], end: undefined }
  expect(reply.headers['content-encoding']).toBe('zstd')
  return read(zstdDecompressSync(reply.rawPayload).toString('utf8').trimEnd().split('\n'))
}

function read(lines: readonly string[]) {
  const tables = new Map<string, unknown[][]>()
  const forms: string[] = []
  const [first = '', ...rest] = lines
  let current = SnapshotTable.parse({ kind: 'table', table: 'staff', fields: [] })
  for (let at = 0; at < rest.length - 1; at++) {
    const value: unknown = JSON.parse(rest[at] ?? '')
    if (!Array.isArray(value)) {
      current = SnapshotTable.parse(value)
      tables.set(current.table, [])
      continue
    }
    tables.get(current.table)?.push(value)
    if (current.fields.includes('form')) forms.push(rest[++at] ?? '')
  }
  return { code: undefined, head: SnapshotHead.parse(JSON.parse(first)), tables, forms, end: SnapshotEnd.parse(JSON.parse(rest.at(-1) ?? '')) }
}

test('carries every table of a scope with head, counts and forms on lines of their own', async () => {
  const { head, tables, forms, end } = await load('scope=department:ordnung')
  expect([...tables.keys()]).toEqual(TABLE_NAMES)
  expect(head).toMatchObject({ scope: 'department:ordnung', scopeEpoch: '1', position: 1, estimate: EXTRA + 2 })
  expect(end?.counts).toMatchObject({ applications: EXTRA + 1, attachments: 1, staff: 0 })
  expect(forms.map(form => JSON.parse(form))).toContainEqual(TEST_APPLICATION.form)
  expect(new Set(tables.get('applications')?.map(row => row[0])).size).toBe(EXTRA + 1)
})

test('goes on after the last id a desk holds, and together both parts are the whole', async () => {
  const whole = await load('scope=department:ordnung')
  const ids = (whole.tables.get('applications') ?? []).map(row => String(row[0]))
  const rest = await load(`scope=department:ordnung&table=applications&after=${ids[700]}`)
  expect([...rest.tables.keys()]).toEqual(TABLE_NAMES.slice(TABLE_NAMES.indexOf('applications')))
  expect(rest.tables.get('applications')?.map(row => row[0])).toEqual(ids.slice(701))
})

test('a foreign scope and an unknown table are refused', async () => {
  expect((await load('scope=department:ordnung', 'clerk.bau')).code).toBe('sync/scope-forbidden')
  expect((await load('scope=town&table=secrets')).code).toBe('request/invalid')
})
