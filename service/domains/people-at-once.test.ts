import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { ApplicationId, PersonId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { personOfApplicant } from '../intake/person-of-applicant.ts'
import { loadAccount } from '../store/access.ts'
import { commitChanges } from '../store/commit.ts'
import { eraseCases } from '../store/erase.ts'
import { anOrigin, postgresTestDatabase } from '../store/testing.ts'
import { accountOf, TEST_TOWN, testService, type TestService } from '../testing.ts'
import { mergePeople } from './people/merge.ts'
import { readerOf, type Reader } from './people/reader.ts'
import { changeSecrecy } from './people/secrecies.ts'

// Two at once need a server: the embedded database lets nobody in beside another.
const url = process.env['TEST_DATABASE_URL']
const REASON = 'Am Schalter bestätigt'
const NOW = instantFromMs(Date.UTC(2026, 10, 22, 9))

let town: TestService
let reader: Reader
beforeAll(async () => {
  if (!url) return
  town = await testService({}, { database: await postgresTestDatabase(url) })
  const access = await loadAccount(town.database.db, TEST_TOWN, accountOf('clerk.ordnung'), NOW)
  if (!access.ok) throw new Error('no clerk')
  const found = readerOf(access.value)
  if (!found.ok) throw new Error('no reader')
  reader = found.value
})
afterAll(() => (url ? town.close() : undefined))

let count = 5_000
/** A case that comes in. */
const comesIn = (name: string, email: string) => town.database.db.transaction().execute(async trx => {
  const number = ++count
  const personId = await personOfApplicant(trx, TEST_TOWN, { name, email }, PersonId.parse(randomUUID()))
  const row = anApplication({ id: ApplicationId.parse(randomUUID()), number, reference: `TGH-2026-${number}`, personId, applicantName: name })
  await commitChanges(trx, anOrigin(), [{ table: 'applications', row }])
  return row
})

/** How many wait for somebody else; asked outside of any transaction, for within one the answer never changes. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(town.database.db)
  return rows[0]?.count ?? 0
}

async function untilWaiting(transactions: number): Promise<void> {
  await expect.poll(waiting, { timeout: 20_000 }).toBeGreaterThanOrEqual(transactions)
}

/** The case comes in while the other is about to write: it has looked at everything, and whatever it waits for is not the case. */
async function comesInMeanwhile(name: string, email: string, other: () => Promise<unknown>) {
  const begun = await town.database.db.transaction().execute(async trx => {
    await sql`select from town_heads where town_id = ${TEST_TOWN} for update`.execute(trx)
    const first = other()
    await untilWaiting(1)
    const second = comesIn(name, email)
    await untilWaiting(2)
    return { first, second }
  })
  await begun.first
  return begun.second
}

const marks = async (recordId: string): Promise<number> => (await town.database.db.selectFrom('secrecy_marks').select('id').where('record_id', '=', recordId).execute()).length

test.runIf(url)('a case that comes in while its citizen is put under secrecy is marked', async () => {
  for (let round = 0; round < 3; round++) {
    const { personId } = await comesIn(`Gerda Gleich ${round}`, `gerda${round}@post.example`)
    const row = await comesInMeanwhile(`Gerda Gleich ${round}`, `gerda${round}@post.example`, () => changeSecrecy(town.database.db, reader, { id: randomUUID(), personId, until: '2028-11-22', reason: REASON }, NOW))
    expect(row.personId).toBe(personId)
    expect(await marks(row.id)).toBe(1)
  }
})

test.runIf(url)('a case that comes in while its citizen is merged with somebody under secrecy is marked and stands in the one file', async () => {
  for (let round = 0; round < 3; round++) {
    const secret = await comesIn(`Hella Geheim ${round}`, `hella${round}@post.example`)
    await changeSecrecy(town.database.db, reader, { id: randomUUID(), personId: secret.personId, until: '2028-11-22', reason: REASON }, NOW)
    const { personId } = await comesIn(`Hella Neu ${round}`, `neu${round}@post.example`)
    const row = await comesInMeanwhile(`Hella Neu ${round}`, `neu${round}@post.example`, () => mergePeople(town.database.db, reader, { id: randomUUID(), fromId: personId, intoId: secret.personId, reason: REASON }, NOW))
    expect(await marks(row.id)).toBe(1)
  }
})

test.runIf(url)('a case that comes in while the last one of its citizen is erased has a citizen', async () => {
  for (let round = 0; round < 3; round++) {
    const last = await comesIn(`Ilse Wieder ${round}`, `ilse${round}@post.example`)
    const row = await comesInMeanwhile(`Ilse Wieder ${round}`, `ilse${round}@post.example`, () => town.database.db.transaction().execute(trx => eraseCases(trx, anOrigin(), [last])))
    expect(await town.database.db.selectFrom('people').select('email').where('id', '=', row.personId).execute()).toEqual([{ email: `ilse${round}@post.example` }])
  }
})
