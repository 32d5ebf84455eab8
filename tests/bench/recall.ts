import { sql } from 'kysely'
import { startPostgres } from '../../build/test-run/postgres.ts'
import { recallPersons } from '../../service/domains/vaccinations/recall-persons.ts'
import { vaccinationFigures } from '../../service/domains/vaccinations/figures.ts'
import { findRecords } from '../../service/domains/vaccinations/find-records.ts'
import { aVaccinationPlace } from '../../service/domains/vaccinations/testing.ts'
import type { Access } from '../../service/store/access.ts'
import { commitChanges } from '../../service/store/commit.ts'
import { openDatabase, type Database } from '../../service/store/database.ts'
import { addTestTown, anOrigin, TEST_TIME } from '../../service/store/testing.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { aSession, aVaccination, aVaccine } from '../../shared/domains/vaccinations/testing.ts'
import { DepartmentId, derivedUuid, RecallId } from '../../shared/ids.ts'
import { healthArchiveScope } from '../../shared/scope.ts'
import { benchRow, median, type Bench } from './row.ts'

const VACCINATIONS = 1_000_000
/** Five hundred doses each, as a year's delivery to a town brings them. */
const BATCHES = 2_000
const GOAL_MS = 100
/** For a year of fifty thousand doses: asked a few times a month. */
const YEAR_GOAL_MS = 2_000
const TIMES = 40

/**
 * A batch of which five hundred doses were given is recalled, among a million vaccinations of twenty years that lie in the
 * archive: all persons with session, place and how far they have been told, the figures, and the note of who asked.
 */
export const bench: Bench = {
  name: 'recall',
  rows: ['vaccination-recall', 'vaccination-search', 'vaccination-figures'],
  run: async () => {
    const server = await startPostgres()
    if (!server) {
      process.stderr.write('recall needs PostgreSQL, which is not installed; not measured.\n')
      return []
    }
    const database = await openDatabase(server.url)
    try {
      await fill(database)
      const recalls = await timed(index => recallOf(database, index))
      const searches = await timed(index => searchFor(database, index))
      const years = await timed(index => figuresOf(database, 2006 + (index % 18)))
      return [
        benchRow('vaccination-recall', 'ms', median(recalls), GOAL_MS, 1), benchRow('vaccination-search', 'ms', median(searches), GOAL_MS, 1),
        benchRow('vaccination-figures', 'ms', median(years), YEAR_GOAL_MS, 1),
      ]
    } finally {
      await database.close()
      await server.stop()
    }
  },
}

const ACCESS: Access = { actor: anActor('lead'), scopes: new Map([[aSession().scope, '1']]) }
const recallId = (index: number): RecallId => RecallId.parse(derivedUuid('bench/recall', String(index)))

/** How long each takes, the first ones left out. */
async function timed(run: (index: number) => Promise<number>): Promise<readonly number[]> {
  const times: number[] = []
  for (let index = 0; index < TIMES; index++) {
    const start = performance.now()
    const found = await run(index)
    times.push(performance.now() - start)
    if (found === 0) throw new Error('nobody was found')
  }
  process.stderr.write(`recall: ${times.map(ms => ms.toFixed(0)).join(' ')} ms\n`)
  return times.slice(5)
}

async function recallOf(database: Database, index: number): Promise<number> {
  const reply = await recallPersons(database, ACCESS, { recallId: recallId(index), after: null, limit: 500 }, TEST_TIME)
  if (!reply.ok || reply.value.figures.doses !== VACCINATIONS / BATCHES) throw new Error('not everybody was found')
  return reply.value.persons.length
}

async function searchFor(database: Database, index: number): Promise<number> {
  const reply = await findRecords(database, ACCESS, { familyName: `Name-${index * 7 + 1}`, givenName: '', birthDay: null, purpose: 'Auskunft an die Person' }, TEST_TIME)
  return reply.ok ? reply.value.records.length : 0
}

async function figuresOf(database: Database, year: number): Promise<number> {
  const reply = await vaccinationFigures(database, ACCESS, { departmentId: DepartmentId.parse('ordnung'), from: `${year}-01-01`, to: `${year}-12-31` })
  return reply.ok ? reply.value.days.length : 0
}

async function fill(database: Database): Promise<void> {
  await addTestTown(database)
  const { db } = database
  const one = aVaccination('one', { scope: healthArchiveScope(DepartmentId.parse('ordnung')) })
  const recalls = Array.from({ length: TIMES }, (_, index) => ({
    table: 'vaccination_recalls', row: { id: recallId(index), scope: aSession().scope, version: 0, vaccineId: aVaccine().id, vaccineName: aVaccine().name, lot: `L${index * 13}`, reason: 'Kühlkette', openedAt: TEST_TIME, openedByName: 'Person 1', closedAt: null, closedByName: null },
  }) as const)
  await db.transaction().execute(trx => commitChanges(trx, anOrigin(), [...aVaccinationPlace(), ...recalls, { table: 'vaccinations', row: one }]))
  await sql`
    insert into vaccinations select r.* from generate_series(1, ${sql.lit(VACCINATIONS)}) as n cross join vaccinations as v
    cross join lateral jsonb_populate_record(v, jsonb_build_object(
      'id', md5('v' || n)::uuid, 'visit_id', md5('b' || n)::uuid, 'vaccinee_id', md5('p' || n % 300000)::uuid, 'day', (date '2006-01-01' + n % 7300)::text,
      'lot', 'L' || n % ${sql.lit(BATCHES)}, 'number', 'I-2020-' || n,
      'person', v.person || jsonb_build_object('familyName', 'Name-' || n % 300000, 'birthDay', (date '1930-01-01' + n % 25000)::text))) as r`.execute(db)
  // As PostgreSQL does by itself within minutes.
  await sql`vacuum analyze vaccinations`.execute(db)
}
