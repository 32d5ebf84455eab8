import { expect, test } from 'vitest'
import { aNotice, aNoticeKind, aNoticeRun } from '../shared/domains/notices/testing.ts'
import { instantFromMs } from '../shared/time.ts'
import { createService } from './app.ts'
import { createLog } from './log.ts'
import { commitChanges } from './store/commit.ts'
import { addTestTown, anOrigin, testDatabase, TEST_TIME, TEST_TOWN } from './store/testing.ts'
import { TEST_SETTINGS } from './testing.ts'

const PRINT_CENTRE = { printCentreUrl: 'https://print.example/api', printCentreVendor: 'stadt', printCentreEkp: '5012345678', printCentreSecret: 'secret', printCentrePassword: 'password' }

test('the print centre is asked by the way out that the service was given, as everything else', async () => {
  const database = await testDatabase()
  await addTestTown(database)
  const notice = aNotice()
  await database.db.transaction().execute(trx => commitChanges(trx, anOrigin(), [{ table: 'notice_kinds', row: aNoticeKind() }, { table: 'notice_runs', row: aNoticeRun() }, { table: 'notices', row: notice }]))
  await database.db.insertInto('notice_letters').values({
    town_id: TEST_TOWN, notice_id: notice.id, attempt: 1, run_id: notice.runId, state: 'handed-over', registered: null, letter_id: '4711', sha256: null, begun_at: TEST_TIME, handed_over_at: TEST_TIME, asked_at: null, status: 1, problem: null,
  }).execute()
  const asked: string[] = []
  const fetchInstead: typeof fetch = input => {
    asked.push(input instanceof Request ? input.url : String(input))
    return Promise.resolve(new Response(null, { status: 503 }))
  }
  const aDayLater = instantFromMs(Date.parse(TEST_TIME) + 86_400_000)
  const service = await createService({ ...TEST_SETTINGS, ...PRINT_CENTRE }, { database, clock: { nowMs: () => Date.parse(aDayLater) }, log: createLog({ write: () => undefined }), fetch: fetchInstead })
  try {
    await service.outgoing.notices?.ask?.runDue()
    expect(asked).toEqual(['https://print.example/api/Login'])
  } finally {
    await service.close()
  }
})
