import { sql } from 'kysely'
import { startPostgres } from '../../build/test-run/postgres.ts'
import { recallPersons } from '../../service/domains/vaccinations/recall-persons.ts'
import { findRecords } from '../../service/domains/vaccinations/find-records.ts'
import { aVaccinationPlace } from '../../service/domains/vaccinations/testing.ts'
import type { Access } from '../../service/store/access.ts'
import { commitChanges } from '../../service/store/commit.ts'
import { openDatabase, type Database } from '../../service/store/database.ts'
import { addTestTown, anOrigin, TEST_TIME, TEST_TOWN } from '../../service/store/testing.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { aSession, aVaccination, aVaccine } from '../../shared/domains/vaccinations/testing.ts'
import { DepartmentId, derivedUuid, RecallId } from '../../shared/ids.ts'
import { healthArchiveScope } from '../../shared/scope.ts'
import { benchRow, median, type Bench } from './row.ts'

const VACCINATIONS = 1_000_000
/** Five hundred doses each, as a year's delivery to a town brings them. */
const BATCHES = 2_000
const GOAL_MS = 100
const TIMES = 40

/**
 * A batch of which five hundred doses were given is recalled, among a million vaccinations of twenty years that lie in the
 * archive: all persons with session, place and how far they have been told, the figures, and the note of who asked.
 */
export const bench: Bench = {
  name: 'recall',
  rows: ['vaccination-recall', 'vaccination-search'],
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
      return [benchRow('vaccination-recall', 'ms', median(recalls), GOAL_MS, 1), benchRow('vaccination-search', 'ms', median(searches), GOAL_MS, 1)]
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

async function fill(database: Database): Promise<void> {
  await addTestTown(database)
  const { db } = database
  const archive = healthArchiveScope(DepartmentId.parse('ordnung'))
  const { person, diseases, doses, responsible } = aVaccination()
  const recalls = Array.from({ length: TIMES }, (_, index) => ({
    table: 'vaccination_recalls', row: { id: recallId(index), scope: aSession().scope, version: 0, vaccineId: aVaccine().id, vaccineName: aVaccine().name, lot: `L${index * 13}`, reason: 'Kühlkette', openedAt: TEST_TIME, openedByName: 'Person 1', closedAt: null, closedByName: null },
  }) as const)
  await db.transaction().execute(trx => commitChanges(trx, anOrigin(), [...aVaccinationPlace(), ...recalls]))
  await sql`
    insert into vaccinations (town_id, id, scope, version, session_id, visit_id, vaccinee_id, person, day, at, vaccine_id, vaccine_name, manufacturer, lot, expires_on, diseases, doses, site, responsible,
      vaccinator_name, against_rule, next_doses, confirmation, number, documented_at, seal, replaces_id, replaced_by_id, reason, is_void, twin_id)
    select ${TEST_TOWN}, md5('v' || n)::uuid::text, ${archive}, 1, ${aSession().id}, md5('b' || n)::uuid::text, md5('p' || n % 300000)::uuid::text,
      ${JSON.stringify(person)}::jsonb || jsonb_build_object('familyName', 'Name-' || n % 300000, 'birthDay', (date '1930-01-01' + n % 25000)::text), (date '2006-01-01' + n % 7300)::text, ${TEST_TIME}, ${aVaccine().id},
      ${aVaccine().name}, ${aVaccine().manufacturer}, 'L' || n % ${sql.lit(BATCHES)}, '2027-06-30', ${JSON.stringify(diseases)}::jsonb, ${JSON.stringify(doses)}::jsonb, 'left-arm', ${JSON.stringify(responsible)}::jsonb,
      'Person 1', null, '[]', '{"kind":"awaited"}', 'I-2020-' || n, ${TEST_TIME}, '', null, null, null, false, null
    from generate_series(1, ${sql.lit(VACCINATIONS)}) as n`.execute(db)
  // As PostgreSQL does by itself within minutes.
  await sql`vacuum analyze vaccinations`.execute(db)
}
