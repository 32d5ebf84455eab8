import { randomUUID } from 'node:crypto'
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
/** A case that comes in: `meanwhile` runs when it is known whose it is and nothing is written yet, and is not waited for. */
async function comesIn(name: string, email: string, meanwhile: (personId: PersonId) => Promise<unknown> = () => Promise.resolve()) {
  const number = ++count
  let other: Promise<unknown> = Promise.resolve()
  const row = await town.database.db.transaction().execute(async trx => {
    const personId = await personOfApplicant(trx, TEST_TOWN, { name, email }, PersonId.parse(randomUUID()))
    other = meanwhile(personId)
    // Time enough for the other to begin: it waits, or it is done.
    await Promise.race([other, trx.selectFrom('towns').select('id').execute().then(() => new Promise(done => setImmediate(done)))])
    const written = anApplication({ id: ApplicationId.parse(randomUUID()), number, reference: `TGH-2026-${number}`, personId, applicantName: name })
    await commitChanges(trx, anOrigin(), [{ table: 'applications', row: written }])
    return written
  })
  await other
  return row
}

const marks = async (recordId: string): Promise<number> => (await town.database.db.selectFrom('secrecy_marks').select('id').where('record_id', '=', recordId).execute()).length

test.runIf(url)('a case that comes in while its citizen is put under secrecy is marked', async () => {
  for (let round = 0; round < 5; round++) {
    const { personId } = await comesIn(`Gerda Gleich ${round}`, `gerda${round}@post.example`)
    const row = await comesIn(`Gerda Gleich ${round}`, `gerda${round}@post.example`, () => changeSecrecy(town.database.db, reader, { id: randomUUID(), personId, until: '2028-11-22', reason: REASON }, NOW))
    expect(row.personId).toBe(personId)
    expect(await marks(row.id)).toBe(1)
  }
})

test.runIf(url)('a case that comes in while its citizen is merged with somebody under secrecy is marked and stands in the one file', async () => {
  for (let round = 0; round < 5; round++) {
    const secret = await comesIn(`Hella Geheim ${round}`, `hella${round}@post.example`)
    await changeSecrecy(town.database.db, reader, { id: randomUUID(), personId: secret.personId, until: '2028-11-22', reason: REASON }, NOW)
    const { personId } = await comesIn(`Hella Neu ${round}`, `neu${round}@post.example`)
    const row = await comesIn(`Hella Neu ${round}`, `neu${round}@post.example`, () => mergePeople(town.database.db, reader, { id: randomUUID(), fromId: personId, intoId: secret.personId, reason: REASON }, NOW))
    expect(await marks(row.id)).toBe(1)
  }
})

test.runIf(url)('a case that comes in while the last one of its citizen is erased has a citizen', async () => {
  for (let round = 0; round < 5; round++) {
    const last = await comesIn(`Ilse Wieder ${round}`, `ilse${round}@post.example`)
    const row = await comesIn(`Ilse Wieder ${round}`, `ilse${round}@post.example`, () => town.database.db.transaction().execute(trx => eraseCases(trx, anOrigin(), [last])))
    expect(await town.database.db.selectFrom('people').select('email').where('id', '=', row.personId).execute()).toEqual([{ email: `ilse${round}@post.example` }])
  }
})
