import { PGlite } from '@electric-sql/pglite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApplicationQueries } from '../../main/core/domains/applications/queries.ts'
import type { ListQuery } from '../../shared/contract/applications.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { fillCache, opened } from './big-cache.ts'
import { benchRow, median, quantile, type Bench, type BenchRow } from './row.ts'
import { APPLICATION_FIELDS, NOW_MS, townRowArrays } from './town-rows.ts'
import { LAST_NAMES } from './town-words.ts'

const ROWS = 100_000
const ROWS_PER_INSERT = 1_000
const LISTS = 30
const SEED = 5

interface Figures {
  readonly load: number
  readonly list: number
  readonly search: number
  readonly reopen: number
}

const BY_NAME: ListQuery = {
  view: 'all',
  search: '',
  sort: { field: 'applicantName', direction: 'asc' },
  filters: { status: [], outcome: [], serviceId: [], locality: [], departmentId: [], assigneeId: [], receivedFrom: null, receivedTo: null, dueFrom: null, dueTo: null, restsUntil: null, form: [] },
}

const TYPED = LAST_NAMES.filter((_, index) => index % 23 === 0).flatMap(name => [1, 2, 3, 5, 8].map(length => name.slice(0, length)))

async function timed(act: () => unknown): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

async function timesOf<Value>(values: readonly Value[], act: (value: Value) => unknown): Promise<readonly number[]> {
  const times: number[] = []
  for (const value of values) times.push(await timed(() => act(value)))
  return times
}

const starts = Array.from({ length: LISTS }, (_, index) => index * 3_000)

async function measureOurs(folder: string): Promise<Figures> {
  const file = join(folder, 'ours', 'cache.db')
  const load = await timed(async () => (await fillCache(file, ROWS, SEED)).close())
  const start = performance.now()
  const cache = opened(file)
  const queries = createApplicationQueries({ cache, now: () => NOW_MS, actor: () => anActor() })
  await queries.list({ ...BY_NAME, start: 0, end: 100 })
  const reopen = performance.now() - start
  const list = median(await timesOf(starts, at => queries.list({ ...BY_NAME, start: at, end: at + 100 })))
  const search = quantile(await timesOf(TYPED, text => queries.search({ text, limit: 100 })), 0.95)
  await queries.close()
  cache.close()
  return { load, list, search, reopen }
}

/** As a developer would set PGlite up: one table, indexes for the sort, trigrams for words typed in part. */
async function loadPglite(directory: string): Promise<void> {
  const { pg_trgm } = await import('@electric-sql/pglite/contrib/pg_trgm')
  const db = await PGlite.create({ dataDir: directory, extensions: { pg_trgm } })
  const columns = APPLICATION_FIELDS.map(field => `"${field}" ${['number', 'version', 'unreadMessages', 'attachmentCount'].includes(field) ? 'integer' : field === 'form' ? 'jsonb' : 'text'}`)
  await db.exec(`CREATE EXTENSION pg_trgm; CREATE TABLE applications (${columns.join(', ')}, PRIMARY KEY ("number"))`)
  let rows: (readonly unknown[])[] = []
  const insert = async (): Promise<void> => {
    const names = APPLICATION_FIELDS.map(field => `"${field}"`).join(', ')
    const objects = rows.map(row => Object.fromEntries(APPLICATION_FIELDS.map((field, index) => [field, field === 'form' ? JSON.parse(String(row[index])) as unknown : row[index]])))
    await db.query(`INSERT INTO applications (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::applications, $1::jsonb)`, [JSON.stringify(objects)])
    rows = []
  }
  for (const row of townRowArrays(ROWS, SEED)) {
    rows.push(row)
    if (rows.length === ROWS_PER_INSERT) await insert()
  }
  await db.exec('CREATE INDEX ON applications ("applicantName", "number"); CREATE INDEX ON applications USING gin ("searchText" gin_trgm_ops); ANALYZE applications')
  await db.close()
}

async function measurePglite(folder: string): Promise<Figures> {
  const directory = join(folder, 'pglite')
  const load = await timed(() => loadPglite(directory))
  const { pg_trgm } = await import('@electric-sql/pglite/contrib/pg_trgm')
  const listed = 'SELECT id, "number", reference, subject, "applicantName", status FROM applications'
  const start = performance.now()
  const db = await PGlite.create({ dataDir: directory, extensions: { pg_trgm } })
  await db.query(`${listed} ORDER BY "applicantName", "number" LIMIT 100`)
  const reopen = performance.now() - start
  const list = median(await timesOf(starts, at => db.query(`${listed} ORDER BY "applicantName", "number" LIMIT 100 OFFSET $1`, [at])))
  const search = quantile(await timesOf(TYPED, text => db.query(`${listed} WHERE "searchText" ILIKE $1 ORDER BY "number" DESC LIMIT 100`, [`%${text}%`])), 0.95)
  await db.close()
  return { load, list, search, reopen }
}

/** The same rows in PGlite, a persistent local database that runs on Node, in the same run. */
export const bench: Bench = {
  name: 'peer-pglite',
  rows: ['vs-peer-load', 'vs-peer-list', 'vs-peer-search', 'vs-peer-reopen'],
  run: async (): Promise<readonly BenchRow[]> => {
    const folder = mkdtempSync(join(tmpdir(), 'rathaus-bench-'))
    try {
      const ours = await measureOurs(folder)
      const peer = await measurePglite(folder)
      return (['load', 'list', 'search', 'reopen'] as const).map(what => benchRow(`vs-peer-${what}`, 'ms', ours[what], peer[what], 1))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
