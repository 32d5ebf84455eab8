import { afterEach, beforeEach, expect, test } from 'vitest'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { commitChanges } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { addTestTown, anOrigin, testDatabase } from '../store/testing.ts'
import { aCommand, testPipeline } from './testing.ts'

const CASE = anApplication()
const CLERK = anActor('clerk')
/** Refused: nobody holds the case, so there is nothing to give back. */
const REFUSED = aCommand('refused', 'applications.release', { applicationId: CASE.id })

let database: Database
beforeEach(async () => {
  database = await testDatabase()
  await addTestTown(database)
})
afterEach(() => database.close())

test('a refusal is kept without the rows it showed: what citizens wrote lies in their cases only', async () => {
  const [answer] = await testPipeline(database).run(CLERK, [REFUSED])
  expect(answer).toMatchObject({ kind: 'refused', current: [{ id: CASE.id, row: { applicantName: CASE.applicantName } }] })
  const { answer: kept } = await database.db.selectFrom('commands').select('answer').executeTakeFirstOrThrow()
  expect(JSON.stringify(kept)).not.toContain(CASE.applicantName)
})

test('told again, a refusal shows the rows as they stand by then', async () => {
  const pipeline = testPipeline(database)
  await pipeline.run(CLERK, [REFUSED])
  const renamed = { ...CASE, subject: 'Neuer Betreff' }
  await database.db.transaction().execute(trx => commitChanges(trx, anOrigin(), [{ table: 'applications', row: renamed }]))
  const [again] = await pipeline.run(CLERK, [REFUSED])
  const asked = await pipeline.outcome(CLERK, REFUSED.id)
  expect(again).toMatchObject({ kind: 'refused', code: 'applications/wrong-status', current: [{ row: { subject: 'Neuer Betreff' } }] })
  expect(asked).toEqual({ kind: 'known', answer: again })
})

test('told again to somebody who has lost the right to see the case, a refusal shows nothing of it', async () => {
  const pipeline = testPipeline(database)
  await pipeline.run(CLERK, [REFUSED])
  const moved = { ...CLERK, grants: [] }
  const [again] = await pipeline.run(moved, [REFUSED])
  expect(again).toMatchObject({ kind: 'refused', code: 'applications/wrong-status', current: [] })
  expect(await pipeline.outcome(moved, REFUSED.id)).toEqual({ kind: 'known', answer: again })
})
