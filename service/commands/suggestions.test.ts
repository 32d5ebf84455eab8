import { afterEach, beforeEach, expect, test } from 'vitest'
import { personFiguresId } from '../../shared/domains/reports/person-figures.ts'
import { anActor, aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { DepartmentId, TownId } from '../../shared/ids.ts'
import { commitChanges } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { loadRecords } from '../store/records.ts'
import { addTestTown, anOrigin, testDatabase } from '../store/testing.ts'
import { aCommand, commandId, testPipeline } from './testing.ts'

const townId = TownId.parse('tangerhuette')
const author = anActor('clerk', '1')
const lead = anActor('lead', '2')
const SCREEN = { kind: 'screen', screen: 'applications' }

let database: Database
beforeEach(async () => {
  database = await testDatabase()
  await addTestTown(database, townId)
  await database.db.transaction().execute(trx => commitChanges(trx, anOrigin({ townId }), [{ table: 'staff', row: aStaffAccount() }]))
})
afterEach(() => database.close())

test('a suggestion, its answer and the mark of having read it pass the whole pipeline and stay', async () => {
  const { run } = testPipeline(database)
  const made = aCommand('make', 'suggestions.make', { accountId: author.accountId, about: SCREEN, text: 'Mehr Platz für den Betreff' })
  expect(await run(author, [made])).toMatchObject([{ kind: 'applied' }])
  const row = await database.db.selectFrom('suggestions').select(['id', 'version']).where('town_id', '=', townId).executeTakeFirstOrThrow()
  const basedOn = [{ table: 'suggestions' as const, id: row.id, version: row.version }]
  const answer = { suggestionId: row.id, state: 'planned', answer: 'Kommt im Januar.' }
  expect(await run(lead, [aCommand('answer', 'suggestions.answer', answer, { basedOn })])).toMatchObject([{ kind: 'applied' }])
  expect(await run(author, [aCommand('see', 'suggestions.see', { suggestionId: row.id })])).toMatchObject([{ kind: 'applied' }])
  const stored = await loadRecords(database.db, townId, [{ table: 'suggestions', id: row.id }], false)
  expect(stored.get(`suggestions/${row.id}`)).toMatchObject({ about: SCREEN, state: 'planned', answer: 'Kommt im Januar.', answerSeenAt: expect.any(String) })
})

test('an agreement on figures per person reaches the department it is for', async () => {
  const id = personFiguresId(DepartmentId.parse('ordnung'))
  const command = aCommand('agree', 'reports.set-person-figures', { departmentId: 'ordnung', isOn: true, agreement: 'Dienstvereinbarung vom 3. Mai 2026' })
  expect(await testPipeline(database).run(lead, [command])).toMatchObject([{ kind: 'applied', id: commandId('agree') }])
  const stored = await loadRecords(database.db, townId, [{ table: 'preferences', id }], false)
  expect(stored.get(`preferences/${id}`)).toMatchObject({ scope: 'department:ordnung', value: { isOn: true } })
})
