import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { startChild } from '../../build/children.ts'
import { startPostgres } from '../../build/test-run/postgres.ts'
import { commitChanges } from '../../service/store/commit.ts'
import { openDatabase, type Database } from '../../service/store/database.ts'
import { fillTable, startFeedAt } from '../../service/store/records.ts'
import { addTestTown, anOrigin, TEST_TOWN } from '../../service/store/testing.ts'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { departmentOf, TOWN_SCOPE } from '../../shared/scope.ts'
import { openDesk, until } from '../sync/support/desk.ts'
import { createWeather } from '../sync/support/weather.ts'
import { createRandom } from './random.ts'
import { rawLoad } from './raw-load.ts'
import { benchRow, median, type Bench } from './row.ts'
import { DEPARTMENT_SCOPES, townApplication } from './town-rows.ts'

const ROWS = 100_000
const ROUNDS = 3
const ROWS_PER_FILL = 2_000
const LOGIN = 'anna'

/** Service → HTTP → the desk's encrypted, indexed and searchable cache, beside the same rows put into the same file without any of that way. */
export const bench: Bench = {
  name: 'first-load',
  rows: ['first-load-100k'],
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rathaus-bench-'))
    const server = await startPostgres()
    if (!server) process.stderr.write('PostgreSQL is not installed; the service uses the embedded database.\n')
    const url = server?.url ?? join(folder, 'town')
    const rows = applications()
    try {
      await fillTown(url, rows)
      const service = startChild(join(import.meta.dirname, 'service-process.ts'), [url])
      const { url: address } = await service.ready
      const ours: number[] = []
      const raw: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        raw.push(rawLoad(rows))
        ours.push(await loadDesk(String(address)))
      }
      await service.stop()
      return [benchRow('first-load-100k', 'ms', median(ours), median(raw), 1.4)]
    } finally {
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function applications(): readonly Application[] {
  const random = createRandom(11)
  return Array.from({ length: ROWS }, (_, index) => townApplication(index + 1, ROWS, random))
}

async function fillTown(url: string, rows: readonly Application[]): Promise<void> {
  const database = await openDatabase(url)
  await addTestTown(database)
  await addClerk(database)
  await database.db.deleteFrom('applications').execute()
  // Decided cases without their decisions: what is measured is how rows come to a desk.
  await sql`alter table applications disable trigger user`.execute(database.db)
  for (let from = 0; from < rows.length; from += ROWS_PER_FILL)
    await fillTable(database.db, TEST_TOWN, 'applications', rows.slice(from, from + ROWS_PER_FILL), ROWS)
  await startFeedAt(database.db, TEST_TOWN, ROWS)
  await database.close()
}

/** Somebody who works in every department the rows belong to. */
async function addClerk({ db }: Database): Promise<void> {
  const departments = DEPARTMENT_SCOPES.map(scope => departmentOf(scope)).filter(id => id !== undefined)
  await db.transaction().execute(trx => commitChanges(trx, anOrigin(), [
    ...departments.map((id, position) => ({ table: 'departments' as const, row: { id, scope: TOWN_SCOPE, version: 0, name: id, position, letterhead: null, closedAt: null } })),
    { table: 'staff', row: aStaffAccount({ login: LOGIN, grants: departments.map(departmentId => ({ role: 'clerk', departmentId })) }) },
  ]))
}

/** From an empty cache to one that holds and finds everything. */
async function loadDesk(url: string): Promise<number> {
  const start = performance.now()
  const desk = await openDesk(url, LOGIN, { ...createWeather(), fetch })
  const total = desk.cache.db.prepare('SELECT total FROM application_total').pluck()
  await until(() => total.get() === ROWS && desk.sync.status.value.load === null, desk.sync.status, desk.sync.changes)
  const ms = performance.now() - start
  await desk.close()
  return ms
}
