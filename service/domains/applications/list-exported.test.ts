import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStaffAccount, anActor } from '../../../shared/domains/staff/testing.ts'
import { anApplication } from '../../../shared/domains/applications/testing.ts'
import { aCommand, testPipeline } from '../../commands/testing.ts'
import { commitChanges } from '../../store/commit.ts'
import type { Database } from '../../store/database.ts'
import { loadRecords } from '../../store/records.ts'
import { addTestTown, anOrigin, TEST_TOWN, testDatabase } from '../../store/testing.ts'
import { EFFECTS } from '../effects.ts'

let database: Database
const clerk = anActor('clerk', '1')

beforeAll(async () => {
  database = await testDatabase()
  await addTestTown(database)
  await database.db.transaction().execute(trx => commitChanges(trx, anOrigin(), [
    { table: 'staff', row: aStaffAccount() }, { table: 'staff', row: aStaffAccount({ id: anActor('clerk', '2').accountId, personId: anActor('clerk', '2').personId, login: 'bernd', name: 'Bernd' }) },
  ]))
})
afterAll(() => database.close())

const run = async (label: string, name: string, input: Parameters<typeof aCommand>[2]) =>
  (await testPipeline(database, { effects: EFFECTS }).run(clerk, [aCommand(label, name, input)]))[0]

const lastEntry = async (): Promise<unknown> => {
  const { entry } = await database.db.selectFrom('audit_log').select('entry').orderBy('audit_position', 'desc').limit(1).executeTakeFirstOrThrow()
  return JSON.parse(entry)
}

test('an exported list stands in the audit log with its rows counted and its columns named, and nothing of what was in them', async () => {
  const told = { accountId: clerk.accountId, count: 4711, columns: ['subject', 'applicantName'], format: 'csv' }
  expect(await run('export', 'applications.exported', told)).toMatchObject({ kind: 'applied' })
  expect(await lastEntry()).toMatchObject({ action: 'applications.exported', personId: clerk.personId, about: 'csv, 4711 rows: subject, applicantName', records: [] })
})

test('a case goes to a colleague by the one way all commands go, and is ended with a message provided to the citizen', async () => {
  const { id: applicationId } = anApplication()
  const colleague = anActor('clerk', '2')
  expect(await run('assign', 'applications.assign', { applicationId, accountId: colleague.accountId, reason: '' })).toMatchObject({ kind: 'applied' })
  expect(await run('close', 'applications.close', { applicationId, kind: 'withdrawn', reason: 'Anruf' })).toMatchObject({ code: 'applications/not-assigned-to-you', facts: { assignee: 'Bernd' } })
  const other = await testPipeline(database, { effects: EFFECTS }).run(colleague, [aCommand('close-2', 'applications.close', { applicationId, kind: 'withdrawn', reason: 'Anruf' })])
  expect(other).toMatchObject([{ kind: 'applied' }])
  const rows = await loadRecords(database.db, TEST_TOWN, [{ table: 'applications', id: applicationId }], false)
  expect([...rows.values()]).toMatchObject([{ status: 'closed', assigneeName: 'Bernd' }])
  const messages = await database.db.selectFrom('messages').select(['direction', 'provided_at']).where('application_id', '=', applicationId).execute()
  expect(messages).toEqual([{ direction: 'to-citizen', provided_at: expect.anything() }])
})
